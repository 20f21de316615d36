/** Fits keys and indexes to the database: as little of each is given up as will do. */

import type { Key } from '@/lib/schema/graph'
import { keyOptions } from '@/lib/schema/key-options'
import { keyTitle } from './add-key'
import type { KeySpec } from './attribute-arguments'
import { changeKey } from './change-key'
import { deleteKey } from './delete-key'
import type { Draft } from './draft'
import { keySpecNotes } from './key-notes'
import { keySpec } from './key-places'
import { type Adaptation, consequence, type ProviderConsequence } from './provider-consequences'

export const adaptKeys: Adaptation = (draft, title) =>
  draft.ctx.graph.blocks.flatMap(({ id, keys }) => {
    const found: ProviderConsequence[] = []
    // From the last, so that one that goes does not change the numbers of the others.
    for (let index = keys.length - 1; index >= 0; index--) {
      const consequence = adaptKey(draft, title, id, index)
      if (consequence) found.unshift(consequence)
    }
    return found
  })

function adaptKey(
  draft: Draft,
  title: string,
  blockId: string,
  index: number,
): ProviderConsequence | null {
  const block = draft.block(blockId)
  const key = block.keys[index] as Key
  const others = block.keys.filter((other) => other !== key)
  const notesOn = (spec: KeySpec) => keySpecNotes(draft.ctx, block, spec, others)
  const [note] = notesOn(keySpec(key))
  if (note === undefined) return null
  const first = block.fields.find(({ name }) => name === key.fields[0]?.path)
  const member = key.on === 'field' ? (first ?? null) : null
  const text = `${block.name}, ${keyTitle(key)}: ${note}`
  for (const to of reductions(draft.ctx.graph.provider, key)) {
    if (notesOn(to).length > 0) continue
    const isDone = draft.run(changeKey, { blockId, key: index, to })
    const fix = `What is said of its ${lostOf(keySpec(key), to)} is removed.`
    if (isDone) return consequence(block, member, text, fix)
  }
  const isSpare = key.kind === 'index' || key.kind === 'fulltext' || isIdToo(title, key, others)
  const isDone = isSpare && draft.run(deleteKey, { blockId, key: index })
  return consequence(block, member, text, 'It is removed.', isDone)
}

/** What is a primary key is unique without being told. */
function isIdToo(title: string, key: Key, others: readonly Key[]): boolean {
  const paths = ({ fields }: Key) => fields.map(({ path }) => path).join()
  return (
    title === 'MongoDB' &&
    key.kind === 'unique' &&
    others.some((other) => other.kind === 'id' && paths(other) === paths(key))
  )
}

/** The key with less and less of what the database may not have. */
function reductions(provider: string | null, key: Key): KeySpec[] {
  const spec = keySpec(key)
  const has = keyOptions(provider, 7, 'model', key.kind)
  const fitting: KeySpec = {
    ...spec,
    fields: spec.fields.map(({ path, sort, length, ops }) => ({
      path,
      sort: has.sort ? sort : null,
      length: has.length ? length : null,
      ops: has.ops ? ops : null,
    })),
    map: has.map ? spec.map : null,
    type: spec.type !== null && has.types.includes(spec.type) ? spec.type : null,
    clustered: has.clustered ? spec.clustered : null,
    // A unique key without its condition would be another one.
    where: has.where || key.kind === 'unique' ? spec.where : null,
  }
  // Values that are searched for what is in them are of no use in order.
  const isOrdered = spec.type === null || spec.type === 'BTree' || spec.type === 'Hash'
  if (fitting.type === null && !isOrdered && spec.type !== 'Brin') return []
  const unnamed = { ...fitting, map: null, name: key.kind === 'index' ? null : fitting.name }
  return [fitting, unnamed, { ...unnamed, clustered: null }]
}

function lostOf(from: KeySpec, to: KeySpec): string {
  const some = (part: 'sort' | 'length' | 'ops') =>
    from.fields.some((field, index) => field[part] !== to.fields[index]?.[part])
  const lost = [
    from.type === to.type ? null : 'type',
    some('ops') ? 'operator classes' : null,
    some('length') ? 'lengths' : null,
    some('sort') ? 'order' : null,
    from.where === to.where ? null : 'condition',
    from.clustered === to.clustered ? null : 'clustering',
    from.map === to.map && from.name === to.name ? null : 'name in the database',
  ].filter((part) => part !== null)
  return lost.join(', ').replace(/, ([^,]*)$/, ' and $1')
}
