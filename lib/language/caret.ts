/**
 * What may stand at the caret, told from the text before it: where a block begins, in a field's
 * type, in which argument of which attribute. It reads the declaration at the caret anew rather
 * than the syntax tree, for what one wants to be told while typing is what is not there yet.
 */

import type { BlockNode, Range } from '@/lib/psl/syntax'
import type { Block } from '@/lib/schema/graph'
import { CaretReader } from './caret-reader'
import { caretTokens } from './caret-tokens'
import { blockOf, itemAt, type LanguageSnapshot } from './snapshot'

/** An open bracket around the caret. */
export interface Frame {
  readonly open: '(' | '[' | '{'
  /**
   * What the bracket belongs to: `@relation`, `@@index`, the name of a function or of a field in
   * a key. Empty for a list.
   */
  readonly head: string
  /**
   * Names and texts in it anywhere but at the caret: names of arguments as `map:`, values without
   * such a name as they are.
   */
  readonly listed: string[]
  /** How many arguments there are before the one at the caret. */
  index: number
  /** The name of the argument at the caret, once its colon is there. */
  argument: string | null
  /** Whether what is at the caret already has a value before it, so that a comma is missing. */
  hasValue: boolean
}

/** What is being typed. */
export interface CaretWord extends Range {
  /** What stands before the caret of it: of `@def|ault` this is `@def`. */
  readonly typed: string
}

interface InBlock {
  readonly block: Block
  readonly word: CaretWord
}

/** Offsets are those of the file. */
export type Caret =
  /** Where a block may begin. */
  | { readonly kind: 'top'; readonly word: CaretWord }
  /** At the first word of a line in a block, be it a name, `@@` or nothing yet. */
  | (InBlock & { readonly kind: 'member' })
  | (InBlock & { readonly kind: 'type' })
  /** Behind a field's type or an enum's value. */
  | (InBlock & { readonly kind: 'attribute' } & Declared)
  /** Behind the dot of `@db.`; the word is what follows the dot. */
  | (InBlock & { readonly kind: 'nativeType'; readonly prefix: string } & Declared)
  /** Behind the name of a setting, before `=`. */
  | (InBlock & { readonly kind: 'equals'; readonly setting: string })
  /** In brackets, or behind the `=` of a setting. */
  | (InBlock & CaretValue & Declared)

/** The field, enum value or setting in whose line the caret is. */
interface Declared {
  /** Empty in the line of a block's own attribute. */
  readonly name: string
  /** The field's type without arity; empty while it is missing. */
  readonly typeName: string
  /** What the line says of arity: `?`, `[]` or nothing. */
  readonly suffix: string
  /** The attributes in the line but for the one at the caret, with their `@`. */
  readonly attributes: readonly string[]
}

export interface CaretValue {
  readonly kind: 'value'
  /** Open brackets from the outside in; of a setting there may be none. */
  readonly frames: readonly Frame[]
  /** Names before the last dot of what is being typed: of `home.street.na|`, home and street. */
  readonly path: readonly string[]
  /** Whether the caret is in a string, whose inside is the word. */
  readonly string: { readonly isClosed: boolean } | null
  /** Whether the caret is in a number, which nobody can foretell. */
  readonly isNumber: boolean
}

/** `null` where nothing can be suggested: in comments, in names that are being declared. */
export function caretAt(snapshot: LanguageSnapshot, path: string, offset: number): Caret | null {
  const file = snapshot.files.get(path)
  if (!file) return null
  const { text } = file
  const place = itemAt(snapshot, path, offset) ?? itemAt(snapshot, path, offset - 1)
  if (place) {
    const found = bodyAround(place.file.items, place.file.starts, place.index, offset)
    if (found) {
      const block = blockOf(snapshot, path, found.node)
      return block && caretInBody(text, block, found.start, offset)
    }
  }
  return place && isInComment(place.file.items[place.index]?.text ?? '', offset - place.start)
    ? null
    : caretAtTop(text, offset)
}

/** Whether the offset is in a comment of an item whose body it is not in. */
function isInComment(text: string, offset: number): boolean {
  return [...text.matchAll(/\/\/[^\n]*|\/\*[\s\S]*?\*\//g)].some(({ 0: comment, index }) => {
    const end = index + comment.length
    return index < offset && (offset < end || (offset === end && comment.startsWith('//')))
  })
}

/** The block whose body holds the offset; at its very end, the one before may go on there. */
function bodyAround(
  items: readonly { readonly kind: string }[],
  starts: readonly number[],
  index: number,
  offset: number,
): { readonly node: BlockNode; readonly start: number } | null {
  for (const at of [index, index - 1]) {
    const item = items[at] as BlockNode | undefined
    const start = starts[at] as number
    if (item?.kind !== 'block' || item.open === null || item.blockKind === 'unknown') continue
    const rel = offset - start
    if (rel <= item.open) continue
    if (item.close === null ? rel <= item.text.length : rel <= item.close)
      return { node: item, start }
  }
  return null
}

function caretAtTop(text: string, offset: number): Caret | null {
  const lineFrom = text.lastIndexOf('\n', offset - 1) + 1
  const before = text.slice(lineFrom, offset)
  const match = /^\s*([\p{L}\p{N}_]*)$/u.exec(before)
  if (!match) return null
  const typed = match[1] as string
  const rest = /^[\p{L}\p{N}_]*/u.exec(text.slice(offset))?.[0] ?? ''
  return { kind: 'top', word: { from: offset - typed.length, to: offset + rest.length, typed } }
}

function caretInBody(text: string, block: Block, start: number, offset: number): Caret | null {
  const rel = offset - start
  const { members, open } = block.syntax
  const member = members.findLast(({ lineFrom }) => lineFrom <= rel)
  let from = start + (open as number) + 1
  let to = text.indexOf('\n', offset)
  if (to < 0) to = text.length
  if (member) {
    const isPast = rel >= member.lineTo && text[start + member.lineTo - 1] === '\n'
    if (member.kind === 'comment') {
      if (rel > member.from && rel <= member.to && !isClosedComment(block, member, rel)) return null
      from = rel >= member.to ? start + member.to : offset
    } else if (member.kind === 'blank' || isPast) {
      from = text.lastIndexOf('\n', offset - 1) + 1
    } else {
      from = Math.min(start + member.from, offset)
      to = Math.max(offset, Math.min(start + member.lineTo, text.length))
    }
  } else {
    from = Math.max(from, text.lastIndexOf('\n', offset - 1) + 1)
  }
  const close = block.syntax.close
  if (close !== null) to = Math.min(to, start + close)
  const tokens = caretTokens(text, from, Math.max(to, offset), offset)
  return tokens && new CaretReader(block, offset, text).read(tokens)
}

function isClosedComment(block: Block, member: Range, rel: number): boolean {
  return rel === member.to && block.syntax.text.slice(member.from, member.to).endsWith('*/')
}
