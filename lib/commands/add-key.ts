/**
 * Adds a key or an index of one or more fields to a model or view.
 *
 * ```prisma
 * model Post {
 *   id       Int @id
 *   authorId Int
 *   at       DateTime
 * }
 * ```
 * becomes, with an index of the author and the time,
 * ```prisma
 * model Post {
 *   id       Int @id
 *   authorId Int
 *   at       DateTime
 *
 *   @@index([authorId, at(sort: Desc)])
 * }
 * ```
 */

import type { Key } from '@/lib/schema/graph'
import type { AddKeyArguments, KeySpec } from './attribute-arguments'
import { insertBlockAttribute } from './block-attributes'
import { checkKey } from './check-key'
import type { Command } from './command'
import { EditList } from './edit-list'
import { keySpecNotes } from './key-notes'
import { blockKeyLine, readWhere } from './key-places'
import { hasBody } from './lines'
import { findBlock } from './lookup'
import { lostKeyNotes } from './lost-keys'

export const addKey: Command<AddKeyArguments> = {
  name: 'addKey',
  run(ctx, { blockId, key }) {
    const block = findBlock(ctx, blockId)
    if (!block || !hasBody(block.syntax) || checkKey(ctx, block, key, null)) return null
    const edits = new EditList(ctx)
    insertBlockAttribute(edits, block, blockKeyLine(key))
    return edits.finish({
      label: `Add ${keyTitle(key)} to ${block.name}`,
      notes: [
        ...keySpecNotes(ctx, block, key, block.keys),
        ...lostKeyNotes(ctx, block, [...block.keys, keyOf(key, 'block')]),
      ],
      select: { block: block.name },
    })
  },
}

/** What the key is called in labels: `index of authorId, at`. */
export function keyTitle({ kind, fields }: Pick<Key, 'kind' | 'fields'>): string {
  const kinds = { id: 'primary key', unique: 'unique', index: 'index', fulltext: 'full-text index' }
  return `${kinds[kind]} of ${fields.map(({ path }) => path).join(', ')}`
}

/** The key that it will be. */
export function keyOf(spec: KeySpec, on: Key['on']): Key {
  return { ...spec, on, where: spec.where === null ? null : readWhere(spec.where) }
}
