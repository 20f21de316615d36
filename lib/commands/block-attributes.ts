/** Adds attributes of whole blocks, such as `@@unique([a, b])`. */

import type { Block } from '@/lib/schema/graph'
import type { EditList } from './edit-list'
import { firstOwnComment, hasBody, insertLines } from './lines'

export function insertUnique(edits: EditList, block: Block, fields: readonly string[]): void {
  insertBlockAttribute(edits, block, `@@unique([${fields.join(', ')}])`)
}

/** The order that Prisma's formatter puts the attributes of a block in. */
const ORDER = ['id', 'unique', 'index', 'fulltext', 'map', 'ignore', 'schema']

/**
 * Where Prisma's formatter would have it among the attributes of the block, or below the last one
 * where it knows of no such; the first one gets a blank line above.
 */
export function insertBlockAttribute(edits: EditList, block: Block, text: string): void {
  const { members } = block.syntax
  if (!hasBody(block.syntax)) return
  const attributes = members.filter((member) => member.kind === 'attribute')
  const [first] = attributes
  if (!first) {
    const last = members.findLast(({ kind }) => kind !== 'blank')
    insertLines(edits, block, last ?? null, ['', text])
    return
  }
  const [name = ''] = /\w+/.exec(text) ?? []
  const place = placeOf(name)
  const before = attributes.findLast(({ attribute }) => placeOf(attribute.name.text) <= place)
  const above = members[firstOwnComment(block.syntax, members.indexOf(first)) - 1] ?? null
  insertLines(edits, block, before ?? above, [text])
}

function placeOf(name: string): number {
  const index = ORDER.indexOf(name)
  return index < 0 ? ORDER.length : index
}
