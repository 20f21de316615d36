/** An index that another one serves as well. */

import { keyPlaces } from '@/lib/commands/key-places'
import type { Key } from '@/lib/schema/graph'
import type { Rule } from '../rule'

const NAMES: Readonly<Record<Key['kind'], string>> = {
  id: 'the primary key',
  unique: 'the unique key',
  index: 'the index',
  fulltext: 'the full-text index',
}

export const redundantIndex: Rule = {
  id: 'redundant-index',
  title: 'Redundant index',
  why: 'It takes room, and every write is slower for it, while another index finds the same rows.',
  whenOff: 'When a short index beside a long one is there on purpose, for its size.',
  isSame: () => true,
  check(block) {
    if (block.keys.length < 2) return []
    return keyPlaces(block).flatMap(({ key, index, attribute, member }) => {
      const better = block.keys.find(
        (other, at) => other !== key && replaces(other, key, at < index),
      )
      if (!better) return []
      const { from, to } = attribute
      const list = better.fields.map(({ path }) => path).join(', ')
      const field = member.kind === 'field' ? member.name.text : null
      return [
        {
          memberId: block.fields.find(({ name }) => name === field)?.id ?? null,
          range: { from, to },
          message: `${NAMES[better.kind]} of ${list} serves for this as well.`.replace(/^t/, 'T'),
          fixes: [
            {
              command: 'deleteKey',
              args: { blockId: block.id, key: index },
              label: `Delete ${block.syntax.text.slice(from, to)}`,
            },
          ],
        },
      ]
    })
  },
}

/** Whether `other` does all that `key` does; of two that do, the first stays. */
function replaces(other: Key, key: Key, isEarlier: boolean): boolean {
  if (key.kind === 'id' || key.kind === 'fulltext' || other.kind === 'fulltext') return false
  if (!isPlain(key) || !isPlain(other) || key.clustered || key.fields.length === 0) return false
  const isSame = key.fields.length === other.fields.length
  if (key.kind === 'unique') {
    // What is unique by fewer fields is unique by more, but a person may want to find by both.
    const isUnique = other.kind === 'id' || other.kind === 'unique'
    if (!isUnique || !isSame || key.name !== null) return false
    if (other.kind === 'unique' && !isEarlier) return false
  } else if (isSame && other.kind === 'index' && !isEarlier) {
    return false
  }
  return (
    key.fields.length <= other.fields.length &&
    key.fields.every((field, at) => {
      const rival = other.fields[at]
      return (
        rival?.path === field.path &&
        (rival.sort ?? 'Asc') === (field.sort ?? 'Asc') &&
        (rival.length ?? 0) === (field.length ?? 0)
      )
    })
  )
}

/** An index of another type, with operators or a condition finds other things. */
function isPlain({ type, where, fields }: Key): boolean {
  return (type === null || type === 'BTree') && where === null && fields.every((f) => !f.ops)
}
