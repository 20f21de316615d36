/** Adds attributes of whole blocks, such as `@@unique([a, b])`. */

import type { MemberNode } from '@/lib/psl/syntax'
import type { Block } from '@/lib/schema/graph'
import type { EditList } from './edit-list'
import { hasBody, insertLines } from './lines'

export function insertUnique(edits: EditList, block: Block, fields: readonly string[]): void {
  insertBlockAttribute(edits, block, `@@unique([${fields.join(', ')}])`)
}

/** Below the last attribute of the block; the first one gets a blank line above. */
export function insertBlockAttribute(edits: EditList, block: Block, text: string): void {
  const { syntax } = block
  if (!hasBody(syntax)) return
  const isKind = (kind: MemberNode['kind']) => (member: MemberNode) => member.kind === kind
  const last = syntax.members.findLast(isKind('attribute'))
  if (last) insertLines(edits, block, last, [text])
  else
    insertLines(edits, block, syntax.members.findLast((m) => m.kind !== 'blank') ?? null, [
      '',
      text,
    ])
}
