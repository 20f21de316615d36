/**
 * The text of a block that takes the place of another: the new one's lines, with the comments that
 * a person wrote at the lines of the old one, as far as the new one still has these.
 */

import type { BlockNode, MemberNode } from '@/lib/psl/syntax'
import { firstOwnComment } from './lines'

export interface ReplacedBlock {
  readonly node: BlockNode
  /** Lines to put below the new one's last field, without indentation. */
  readonly more: readonly string[]
}

/** The new block's text without the comments above it. `old` has both braces. */
export function replacedBody(old: BlockNode, { node, more }: ReplacedBlock): string {
  const kept = commentsOf(old)
  const lines: string[] = []
  const { members, text, keyword, open, close } = node
  const lastField = members.findLastIndex(({ kind }) => kind === 'field' || kind === 'value')
  const seen = new Set<string>()
  for (const [at, member] of members.entries()) {
    const line = text.slice(member.lineFrom, member.lineTo).replace(/\n$/, '')
    const name = nameOf(node, member)
    const own = name === null ? undefined : kept.byMember.get(name)
    if (name !== null) seen.add(name)
    const above = own?.above.filter((comment) => !text.includes(comment)) ?? []
    lines.push(...above.map((comment) => `  ${comment}`))
    const isCommented = 'comment' in member && member.comment !== null
    lines.push(own?.behind && !isCommented ? `${line} ${own.behind}` : line)
    if (at === lastField) lines.push(...more.map((each) => `  ${each}`))
  }
  const atEnd = kept.atEnd.filter((comment) => !text.includes(comment))
  if (atEnd.length > 0) lines.push('', ...atEnd.map((comment) => `  ${comment}`))
  const head = text.slice(keyword.from, (open ?? 0) + 1)
  const tail = text.slice(close ?? text.length).trimEnd()
  return `${head}\n${lines.join('\n')}\n${tail}`
}

interface Comments {
  /** By what they belong to. */
  readonly byMember: ReadonlyMap<string, { above: readonly string[]; behind: string | null }>
  /** Those below everything else. */
  readonly atEnd: readonly string[]
}

function commentsOf(node: BlockNode): Comments {
  const byMember = new Map<string, { above: readonly string[]; behind: string | null }>()
  const { members } = node
  for (const [at, member] of members.entries()) {
    const name = nameOf(node, member)
    if (name === null) continue
    const above = members.slice(firstOwnComment(node, at), at).map((each) => textOf(node, each))
    const behind = 'comment' in member ? (member.comment?.text ?? null) : null
    if (above.length > 0 || behind !== null) byMember.set(name, { above, behind })
  }
  const last = members.findLastIndex(({ kind }) => kind !== 'comment' && kind !== 'blank')
  const atEnd = members
    .slice(last + 1)
    .flatMap((each) => (each.kind === 'comment' ? [textOf(node, each)] : []))
  return { byMember, atEnd }
}

function nameOf(node: BlockNode, member: MemberNode): string | null {
  if (member.kind === 'field' || member.kind === 'value') return member.name.text
  if (member.kind !== 'attribute') return null
  // A key is the same one if it is over the same fields.
  return `@@${node.text.slice(member.from, member.to).replace(/^@@/, '').split(/[\],]/)[0]}`
}

function textOf({ text }: BlockNode, { from, to }: MemberNode): string {
  return text.slice(from, to)
}
