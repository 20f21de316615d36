/**
 * Deletes a key or an index, on a field or on the block.
 *
 * ```prisma
 * model Post {
 *   id       Int      @id
 *   authorId Int
 *   at       DateTime
 *
 *   @@index([authorId, at(sort: Desc)])
 * }
 * ```
 * becomes
 * ```prisma
 * model Post {
 *   id       Int      @id
 *   authorId Int
 *   at       DateTime
 * }
 * ```
 */

import { keyTitle } from './add-key'
import { changeField } from './alignment'
import type { DeleteKeyArguments } from './attribute-arguments'
import type { Command } from './command'
import { EditList } from './edit-list'
import { findKey } from './key-places'
import { removeMembers } from './lines'
import { lostKeyNotes } from './lost-keys'

export const deleteKey: Command<DeleteKeyArguments> = {
  name: 'deleteKey',
  run(ctx, { blockId, key: index }) {
    const place = findKey(ctx, blockId, index)
    if (!place) return null
    const { block, key, member, attribute } = place
    const edits = new EditList(ctx)
    if (member.kind === 'field') changeField(edits, block, member, { remove: new Set([attribute]) })
    else removeMembers(edits, block, new Set([member]))
    const rest = block.keys.filter((_, other) => other !== index)
    return edits.finish({
      label: `Delete ${keyTitle(key)} of ${block.name}`,
      notes: lostKeyNotes(ctx, block, rest),
      select: { block: block.name },
    })
  },
}
