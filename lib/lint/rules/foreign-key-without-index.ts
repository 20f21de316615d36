/**
 * A foreign key that no index begins with.
 *
 * With `relationMode = "prisma"` the engine warns of the same, and offers the same fix by
 * `quick-fixes.ts`; it says nothing where the database keeps foreign keys, nor of MongoDB.
 */

import type { Block, Key, Relation } from '@/lib/schema/graph'
import { fieldRange } from '../places'
import type { Rule } from '../rule'

export const foreignKeyWithoutIndex: Rule = {
  id: 'foreign-key-without-index',
  title: 'Foreign key without an index',
  why:
    'Finding the rows that refer to one, and deleting that one, reads the whole table. ' +
    'Most databases make no index for a foreign key.',
  whenOff: 'When the tables stay small, or indexes are kept by somebody else.',
  isSame: (block, before, after) =>
    before.provider === after.provider &&
    before.hasForeignKeys === after.hasForeignKeys &&
    before.relationsOf(block.id) === after.relationsOf(block.id),
  check(block, { provider, hasForeignKeys, relationsOf }) {
    if (block.kind !== 'model' || block.isIgnored) return []
    // MySQL makes an index for each foreign key that it keeps.
    if (provider === 'mysql' && hasForeignKeys) return []
    return relationsOf(block.id).flatMap((relation) => {
      if (!needsIndex(block, relation)) return []
      const { fields, from } = relation
      const list = fields.join(', ')
      return [
        {
          memberId: from.fieldId,
          range: fieldRange(block, from.fieldId),
          message: `No index begins with ${list}, the foreign key of ${block.name}.${from.fieldName}.`,
          fixes: [
            {
              command: 'addKey',
              args: { blockId: block.id, key: indexOf(fields) },
              label: `Add @@index([${list}])`,
            },
          ],
        },
      ]
    })
  },
}

function needsIndex(block: Block, { fromBlockId, fields, kind, from }: Relation): boolean {
  if (fromBlockId !== block.id || fields.length === 0 || kind === 'many-to-many') return false
  if (from.arity === 'list' || !fields.every((name) => block.fields.some((f) => f.name === name))) {
    return false
  }
  return !block.keys.some((key) => serves(key, fields))
}

/** Whether the key begins with the fields, in any order: all of them are compared at once. */
function serves({ kind, fields, where, type }: Key, names: readonly string[]): boolean {
  if (kind === 'fulltext' || where !== null || fields.length < names.length) return false
  if (type !== null && type !== 'BTree' && !(type === 'Hash' && names.length === 1)) return false
  return fields.slice(0, names.length).every(({ path }) => names.includes(path))
}

/** An index of the fields, and nothing more said. */
export function indexOf(fields: readonly string[]) {
  return {
    kind: 'index' as const,
    fields: fields.map((path) => ({ path, sort: null, length: null, ops: null })),
    name: null,
    map: null,
    type: null,
    clustered: null,
    where: null,
  }
}
