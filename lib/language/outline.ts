/** The blocks of a file with their fields, values and settings, as an editor's outline shows them. */

import type { MemberNode, Range } from '@/lib/psl/syntax'
import { type Block, typeText } from '@/lib/schema/graph'
import { type BlockPlace, blocksOfFile, type LanguageSnapshot } from './snapshot'

export type OutlineKind = Block['kind'] | 'field' | 'value' | 'setting'

/** Offsets count in the file. */
export interface OutlineSymbol {
  readonly name: string
  /** What stands beside the name: `model`, `String?`; may be empty. */
  readonly detail: string
  readonly kind: OutlineKind
  /** All that belongs to it, comments included. */
  readonly span: Range
  /** Its name, which lies within `span`. */
  readonly selection: Range
  readonly children: readonly OutlineSymbol[]
}

/** In the order of the text. */
export function outlineOf(snapshot: LanguageSnapshot, path: string): readonly OutlineSymbol[] {
  return blocksOfFile(snapshot, path).map(outlineOfBlock)
}

function outlineOfBlock({ block, start }: BlockPlace): OutlineSymbol {
  const { keyword, name, open, text } = block.syntax
  const head = name ?? keyword
  const end = Math.max(text.trimEnd().length, (open ?? head.to - 1) + 1, head.to)
  return {
    name: block.name === '' ? keyword.text : block.name,
    detail: keyword.text,
    kind: block.kind,
    span: { from: start, to: start + end },
    selection: shift(head, start),
    children: membersOf(block, start),
  }
}

function membersOf(block: Block, start: number): OutlineSymbol[] {
  let field = 0
  let value = 0
  return block.syntax.members.flatMap((member) => {
    if (member.kind === 'field') {
      const found = block.fields[field++]
      return found ? symbolOf(member, start, found.name, typeText(found), 'field') : []
    }
    if (member.kind === 'value') {
      const found = block.values[value++]
      return found ? symbolOf(member, start, found.name, found.databaseName ?? '', 'value') : []
    }
    if (member.kind !== 'property') return []
    const text = member.value ? block.syntax.text.slice(member.value.from, member.value.to) : ''
    return symbolOf(member, start, member.name.text, text, 'setting')
  })
}

function symbolOf(
  member: Extract<MemberNode, { readonly name: Range }>,
  start: number,
  name: string,
  detail: string,
  kind: OutlineKind,
): OutlineSymbol {
  const span = shift({ from: member.from, to: Math.max(member.to, member.name.to) }, start)
  return { name, detail, kind, span, selection: shift(member.name, start), children: [] }
}

function shift({ from, to }: Range, by: number): Range {
  return { from: from + by, to: to + by }
}
