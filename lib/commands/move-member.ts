/** Moves a line of a block with the comments above it: what moving fields and values share. */

import type { EnumValueNode, FieldNode, MemberNode } from '@/lib/psl/syntax'
import type { Block } from '@/lib/schema/graph'
import type { EditList } from './edit-list'
import { firstOwnComment, hasBody, insertText, rangeWithComments, removeMembers } from './lines'

/**
 * Moves a member above `before`, or `null`: below the last of its kind. Makes no edit when it is
 * there already or the lines are not whole.
 */
export function moveMember(
  edits: EditList,
  block: Block,
  member: FieldNode | EnumValueNode,
  before: FieldNode | EnumValueNode | null,
): void {
  const { syntax } = block
  const { members, text } = syntax
  if (!hasBody(syntax) || member === before) return
  const siblings = members.filter((candidate) => candidate.kind === member.kind)
  const last = siblings.at(-1) as MemberNode
  if ((siblings[siblings.indexOf(member) + 1] ?? null) === before) return
  const target = before ? members[firstOwnComment(syntax, members.indexOf(before)) - 1] : last
  const range = rangeWithComments(syntax, member)
  const lines = text.slice(range.from, range.to)
  if (text[range.from - 1] !== '\n' || !lines.endsWith('\n')) return
  if (target && text[target.lineTo - 1] !== '\n' && before) return
  removeMembers(edits, block, new Set([member]))
  insertText(edits, block, target ?? null, lines)
}
