/**
 * Lines of a block: where to put new ones, which belong to a member, how they are indented.
 *
 * Comments directly above a member, without a blank line between, belong to it, as those above a
 * block belong to the block.
 */

import type { BlockNode, MemberNode, Range } from '@/lib/psl/syntax'
import type { Block } from '@/lib/schema/graph'
import type { CommandContext } from './command'
import type { EditList } from './edit-list'

const DEFAULT_INDENTATION = '  '

/**
 * Whether the block has both braces and its members stand on lines of their own, so that lines
 * can be put among them.
 */
export function hasBody({ open, close, members, text }: BlockNode): boolean {
  if (open === null || close === null) return false
  const first = members[0]
  return first ? text[first.lineFrom - 1] === '\n' : text.slice(open + 1, close).trim() === ''
}

/** The white space before the block's members; where it has none, as elsewhere in its file. */
export function indentationOf(ctx: CommandContext, block: Block): string {
  return ownIndentation(block.syntax) ?? fileIndentation(ctx, block.path)
}

/** The white space before members in the file. */
export function fileIndentation(ctx: CommandContext, path: string): string {
  for (const item of ctx.files.get(path)?.items ?? []) {
    const indentation = item.kind === 'block' ? ownIndentation(item) : null
    if (indentation !== null) return indentation
  }
  return DEFAULT_INDENTATION
}

function ownIndentation(node: BlockNode): string | null {
  for (const member of node.members) {
    if (member.kind === 'blank' || member.kind === 'comment') continue
    const indentation = memberIndentation(node, member)
    if (indentation !== null) return indentation
  }
  return null
}

/** `null` when the member does not start its line. */
function memberIndentation({ text }: BlockNode, member: MemberNode): string | null {
  const indentation = text.slice(member.lineFrom, member.from)
  return text[member.lineFrom - 1] === '\n' && indentation.trim() === '' ? indentation : null
}

/**
 * Puts lines below `after` (`null`: at the top of the block), indented as `after` is. The block
 * must have a body.
 */
export function insertLines(
  edits: EditList,
  block: Block,
  after: MemberNode | null,
  lines: readonly string[],
): void {
  const { syntax } = block
  const indentation =
    (after?.kind !== 'blank' && after && memberIndentation(syntax, after)) ||
    indentationOf(edits.ctx, block)
  const text = lines.map((line) => (line === '' ? '\n' : `${indentation}${line}\n`)).join('')
  insertText(edits, block, after, text)
}

/** Like `insertLines`, with the text of whole lines. */
export function insertText(
  edits: EditList,
  block: Block,
  after: MemberNode | null,
  text: string,
): void {
  const { syntax } = block
  const place = after ? { from: after.lineTo, to: after.lineTo } : startOfBody(syntax)
  const startsLine = syntax.text[place.from - 1] === '\n'
  edits.replace(block, place, startsLine ? text : `\n${text}`)
}

/** Where the first line goes; in `{ }` on one line, the space between the braces. */
function startOfBody({ text, open, close, members }: BlockNode): Range {
  if (open === null || close === null) throw new Error('A block without braces has no body')
  const first = members[0]
  if (first) return { from: first.lineFrom, to: first.lineFrom }
  const newline = text.indexOf('\n', open)
  return newline >= 0 && newline < close
    ? { from: newline + 1, to: newline + 1 }
    : { from: open + 1, to: close }
}

/** The index of the first of the comments that belong to the member at `index`, or `index`. */
export function firstOwnComment(node: BlockNode, index: number): number {
  let first = index
  while (node.members[first - 1]?.kind === 'comment') first--
  return first
}

/** From the first comment of the member to the end of its line. */
export function rangeWithComments(node: BlockNode, member: MemberNode): Range {
  const first = node.members[firstOwnComment(node, node.members.indexOf(member))] as MemberNode
  return { from: first.lineFrom, to: member.lineTo }
}

/**
 * Removes members with their comments, and a blank line where two would come together or one
 * would be left at an end of the block.
 */
export function removeMembers(
  edits: EditList,
  block: Block,
  removed: ReadonlySet<MemberNode>,
): void {
  const { syntax } = block
  const { members } = syntax
  const gone = members.map(() => false)
  for (const [index, member] of members.entries()) {
    if (!removed.has(member)) continue
    for (let own = firstOwnComment(syntax, index); own <= index; own++) gone[own] = true
  }
  for (let from = 0; from < members.length; from++) {
    if (!gone[from]) continue
    let to = from
    while (gone[to + 1]) to++
    const blankBefore = members[from - 1]?.kind === 'blank' && !gone[from - 1]
    const blankAfter = members[to + 1]?.kind === 'blank'
    if (blankBefore && (blankAfter || to === members.length - 1)) gone[from - 1] = true
    else if (blankAfter && from === 0) gone[to + 1] = true
    from = to
  }
  for (const [index, member] of members.entries()) {
    if (gone[index]) edits.remove(block, { from: member.lineFrom, to: member.lineTo })
  }
}
