/**
 * Tells the parts of Prisma's schema language apart for colouring, line by line.
 *
 * It looks at one line and a small state carried over from the line before, so the editor can
 * colour any part of a file without reading the rest. It knows nothing of Monaco, and less than
 * the parser: on half-typed text it guesses, and the next block sets it right.
 */

import { isScalarType } from '@/lib/schema/scalars'
import { type Token, type TokenKind, TokenList } from './token'

/** What is known at the start of a line. Compared by value. */
export interface PslState {
  /** The kind of block the line stands in, by what its lines declare. */
  readonly block: 'none' | 'fields' | 'values' | 'settings'
  /** The brackets of arguments that are still open: `([`. */
  readonly open: string
  readonly isInComment: boolean
}

export const INITIAL_PSL_STATE: PslState = { block: 'none', open: '', isInComment: false }

const BLOCK_CONTENTS: Readonly<Record<string, PslState['block']>> = {
  model: 'fields',
  view: 'fields',
  type: 'fields',
  enum: 'values',
  datasource: 'settings',
  generator: 'settings',
}

const NAME = '[\\p{L}\\p{N}\\p{M}_][\\p{L}\\p{N}\\p{M}_-]*'
const BLOCK_START = new RegExp(`^\\s*(${NAME})(?:\\s+(${NAME}))?\\s*\\{`, 'u')
const PARTS = new RegExp(
  [
    '(?<space>\\s+)',
    '(?<documentation>///.*)',
    '(?<comment>//.*)',
    '(?<open>/\\*)',
    '(?<string>"(?:[^"\\\\]|\\\\.)*"?)',
    `(?<attribute>@@?(?:${NAME}(?:\\.(?:${NAME})?)*)?)`,
    `(?<number>-?\\d+(?:\\.\\d+)?(?![\\p{L}_]))`,
    `(?<name>${NAME}(?:\\.${NAME})*)`,
    '(?<other>.)',
  ].join('|'),
  'uy',
)

/** The tokens of one line, without its line break, and the state after it. */
export function tokenizePslLine(
  line: string,
  before: PslState,
): { tokens: Token[]; state: PslState } {
  const tokenizer = new LineTokenizer(line, before)
  tokenizer.run()
  return { tokens: tokenizer.list.tokens, state: tokenizer.state }
}

/** The tokens of a text that starts outside any block. */
export function tokenizePsl(text: string): Token[] {
  const list = new TokenList()
  let state = INITIAL_PSL_STATE
  let start = 0
  // Line breaks go with what stands before them.
  if (text.startsWith('\n')) list.add(0, 'text')
  for (const line of text.split('\n')) {
    const result = tokenizePslLine(line, state)
    for (const { from, kind } of result.tokens) list.add(start + from, kind)
    state = result.state
    start += line.length + 1
  }
  return list.tokens
}

class LineTokenizer {
  readonly list = new TokenList()
  state: PslState
  private position = 0
  /** Names seen in this declaration so far: the first is declared, the second is its type. */
  private names = 0
  private isAfterEquals = false

  constructor(
    private readonly line: string,
    before: PslState,
  ) {
    // An argument list or a block that nothing closed must not colour the blocks after it.
    if (!before.isInComment && /^\S/.test(line) && BLOCK_START.test(line)) {
      this.state = INITIAL_PSL_STATE
    } else {
      this.state = line.startsWith('}') ? { ...before, open: '' } : before
    }
  }

  run(): void {
    if (this.state.isInComment) this.readComment(0)
    if (this.state.block === 'none') this.readBlockStart()
    while (this.position < this.line.length) {
      PARTS.lastIndex = this.position
      const match = PARTS.exec(this.line)
      if (!match?.groups) return
      const from = this.position
      this.position = PARTS.lastIndex
      this.readPart(from, match[0], match.groups)
    }
  }

  /** `model User {`, with both names; a line that is no such start is left to `readPart`. */
  private readBlockStart(): void {
    const match = BLOCK_START.exec(this.line.slice(this.position))
    if (!match) return
    const [text, keyword = '', name] = match
    const start = this.position + text.indexOf(keyword)
    if (start > this.position) this.list.add(this.position, 'text')
    this.list.add(start, 'keyword')
    if (name !== undefined) {
      const nameFrom = text.indexOf(name, text.indexOf(keyword) + keyword.length)
      this.list.add(start + keyword.length, 'text')
      this.list.add(this.position + nameFrom, 'name')
    }
    this.position += text.length - 1
    this.enter(keyword)
    this.list.add(this.position, 'punctuation')
    this.position++
  }

  private enter(keyword: string): void {
    this.state = { ...this.state, block: BLOCK_CONTENTS[keyword] ?? 'fields', open: '' }
    this.names = 0
  }

  private readPart(from: number, text: string, parts: Record<string, string | undefined>): void {
    if (parts.space !== undefined) this.list.add(from, 'text')
    else if (parts.documentation !== undefined) this.list.add(from, 'documentation')
    else if (parts.comment !== undefined) this.list.add(from, 'comment')
    else if (parts.open !== undefined) this.readComment(from)
    else if (parts.string !== undefined) this.list.add(from, 'string')
    else if (parts.number !== undefined && this.names > 0) this.list.add(from, 'number')
    else if (parts.attribute !== undefined) this.readAttribute(from)
    else if (parts.name ?? parts.number) this.list.add(from, this.kindOfName(text))
    else this.readPunctuation(from, text)
  }

  private readComment(from: number): void {
    this.list.add(from, 'comment')
    const close = this.line.indexOf('*/', from === this.position ? from : from + 2)
    this.state = { ...this.state, isInComment: close < 0 }
    this.position = close < 0 ? this.line.length : close + 2
  }

  private readAttribute(from: number): void {
    this.list.add(from, 'attribute')
    // What stands after an attribute is neither a declaration nor a type.
    this.names = Math.max(this.names, 2)
  }

  private kindOfName(text: string): TokenKind {
    const { block, open } = this.state
    const rest = this.line.slice(this.position)
    const isCall = /^\s*\(/.test(rest)
    if (open !== '') {
      if (/^\s*:/.test(rest)) return 'argument'
      if (isCall && !open.endsWith('[')) return 'function'
      return open.endsWith('[') ? 'text' : 'constant'
    }
    this.names++
    if (block === 'none') return this.names === 1 && text in BLOCK_CONTENTS ? 'keyword' : 'text'
    if (block === 'settings' && !this.isAfterEquals) return 'argument'
    if (this.names === 1) return block === 'values' ? 'constant' : 'text'
    if (this.names === 2 && block === 'fields') {
      return isScalarType(text) || text === 'Unsupported' ? 'scalar' : 'type'
    }
    return isCall ? 'function' : 'constant'
  }

  private readPunctuation(from: number, text: string): void {
    this.list.add(from, 'punctuation')
    const { block, open } = this.state
    if (text === '=') this.isAfterEquals = true
    if (text === '(' || text === '[' || (text === '{' && open !== '')) {
      // `String[]` opens nothing that matters, but its brackets still pair.
      this.names = Math.max(this.names, 2)
      this.state = { ...this.state, open: open + text }
    } else if (open !== '' && (text === ')' || text === ']' || text === '}')) {
      this.state = { ...this.state, open: open.slice(0, -1) }
    } else if (text === '{') {
      this.state = { ...this.state, block: block === 'none' ? 'fields' : block }
      this.names = 0
    } else if (text === '}') {
      this.state = { ...this.state, block: 'none' }
      this.names = 0
    }
  }
}
