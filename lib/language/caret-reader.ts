/** The part of `caret.ts` that reads one declaration, word by word. */

import type { Block } from '@/lib/schema/graph'
import type { Caret, CaretWord, Frame } from './caret'
import type { CaretToken } from './caret-tokens'

/** Reads the words of a declaration and remembers how things stood at the caret. */
export class CaretReader {
  private readonly frames: Frame[] = []
  /** The frames around the caret; `null` before the caret is reached. */
  private framesAtCaret: readonly Frame[] | null = null
  private atCaret: CaretToken | null = null
  /** How many words of the declaration itself stand before the caret. */
  private words = 0
  private wordsAtCaret = 0
  private name = ''
  private typeName = ''
  private suffix = ''
  private isAfterEquals = false
  private wasAfterEquals = false
  private head = ''
  private readonly attributes: string[] = []

  constructor(
    private readonly block: Block,
    private readonly offset: number,
    private readonly text: string,
  ) {}

  read(tokens: readonly CaretToken[]): Caret | null {
    for (const token of tokens) {
      if (!this.framesAtCaret && this.reaches(token)) this.stopAtCaret(token)
      if (token !== this.atCaret) this.take(token)
      else this.head = ''
    }
    if (!this.framesAtCaret) this.stopAtCaret(null)
    return this.result()
  }

  /** Whether the caret is in, at the end of, or before the word. */
  private reaches({ kind, from, to, isClosed }: CaretToken): boolean {
    if (this.offset <= from) return true
    if (kind === 'mark') return false
    return kind === 'string' && isClosed ? this.offset < to : this.offset <= to
  }

  private stopAtCaret(token: CaretToken | null): void {
    const isIn =
      token !== null &&
      (token.from < this.offset || (token.from === this.offset && token.kind === 'name'))
    // A name that begins at the caret is replaced; an attribute or a string that does so stays.
    this.atCaret = isIn ? token : null
    // Copies, for what stands behind the caret must not change which argument it is in; but they
    // share the list of names, because those behind the caret are listed too.
    this.framesAtCaret = this.frames.map((frame) => ({ ...frame }))
    this.wordsAtCaret = this.words
    this.wasAfterEquals = this.isAfterEquals
  }

  private take(token: CaretToken): void {
    const frame = this.frames.at(-1)
    if (token.kind === 'mark') this.takeMark(token.text, frame)
    else if (frame) this.takeInFrame(token, frame)
    else this.takeWord(token)
  }

  private takeMark(mark: string, frame: Frame | undefined): void {
    if (mark === '(' || mark === '[' || mark === '{') {
      if (!frame && mark === '[' && this.words === 2 && this.attributes.length === 0) {
        if (!this.isAfterEquals) this.suffix = '[]'
      }
      const head = mark === '(' ? this.head : ''
      this.frames.push({ open: mark, head, listed: [], index: 0, argument: null, hasValue: false })
    } else if (mark === ')' || mark === ']' || mark === '}') {
      this.frames.pop()
      const outer = this.frames.at(-1)
      if (outer) outer.hasValue = true
    } else if (mark === ',' && frame) {
      frame.index++
      frame.argument = null
      frame.hasValue = false
    } else if (mark === ':' && frame) {
      // Without a head, the name is the one at the caret, which is not listed.
      frame.argument = this.head
      frame.hasValue = false
      if (this.head !== '') frame.listed.splice(-1, 1, `${this.head}:`)
    } else if (mark === '=' && !frame) {
      this.isAfterEquals = true
    } else if (mark === '?' && !frame && this.words === 2) {
      this.suffix = '?'
    }
    this.head = ''
  }

  private takeInFrame({ kind, text }: CaretToken, frame: Frame): void {
    this.head = kind === 'name' ? text : ''
    if (frame.argument === null && (kind === 'name' || kind === 'string')) {
      frame.listed.push(text.replace(/^"|"$/g, ''))
    }
    frame.hasValue = true
  }

  private takeWord({ kind, text }: CaretToken): void {
    this.head = text
    if (kind === 'attribute') {
      this.attributes.push(text)
      if (this.framesAtCaret === null)
        this.words = Math.max(this.words, text.startsWith('@@') ? 1 : 2)
      return
    }
    this.words++
    if (this.words === 1) this.name = text
    else if (this.words === 2 && kind === 'name') this.typeName = text
  }

  private result(): Caret | null {
    const { block, offset, text } = this
    const token = this.atCaret
    const frames = this.framesAtCaret ?? []
    const word = this.word(token)
    const { kind } = block
    const isSettings = kind === 'datasource' || kind === 'generator'
    const { name, typeName, suffix, attributes } = this
    const declared = { name, typeName, suffix, attributes }
    const isString = token?.kind === 'string'
    if (frames.length > 0 || (isSettings && this.wasAfterEquals)) {
      const dotted = token?.kind === 'name' ? word.typed.split('.') : []
      const path = dotted.slice(0, -1)
      const string = isString ? { isClosed: token.isClosed } : null
      const isNumber = token?.kind === 'number'
      const value = { word: isString ? word : lastPart(word), frames, path, string, isNumber }
      return { kind: 'value', block, ...value, ...declared }
    }
    if (isString || token?.kind === 'number') return null
    if (isSettings) {
      if (this.wordsAtCaret === 0) return { kind: 'member', block, word }
      return this.wordsAtCaret === 1 && !token
        ? { kind: 'equals', block, word, setting: name }
        : null
    }
    if (this.wordsAtCaret === 0) return { kind: 'member', block, word }
    if (token?.kind === 'attribute' && word.typed.includes('.')) {
      const prefix = word.typed.slice(1, word.typed.lastIndexOf('.'))
      return { kind: 'nativeType', block, word: lastPart(word), prefix, ...declared }
    }
    // What would touch a name before it is no word of its own.
    if (!token && !/[\s)?\]]/.test(text[offset - 1] ?? '')) return null
    if (this.isBlockAttribute()) return null
    if (kind === 'enum' || this.wordsAtCaret >= 2 || token?.kind === 'attribute') {
      return { kind: 'attribute', block, word, ...declared }
    }
    return { kind: 'type', block, word }
  }

  private isBlockAttribute(): boolean {
    return this.name === '' && this.attributes.some((text) => text.startsWith('@@'))
  }

  private word(token: CaretToken | null): CaretWord {
    const { offset, text } = this
    if (!token) return { from: offset, to: offset, typed: '' }
    if (token.kind !== 'string') {
      return { from: token.from, to: token.to, typed: text.slice(token.from, offset) }
    }
    const from = token.from + 1
    const to = token.isClosed ? token.to - 1 : Math.max(offset, wordEnd(text, offset, token.to))
    return { from, to, typed: text.slice(from, offset) }
  }
}

/** Of an unclosed string, only what is one word at the caret is replaced. */
function wordEnd(text: string, offset: number, most: number): number {
  const rest = /^[\p{L}\p{N}_-]*/u.exec(text.slice(offset, most))?.[0] ?? ''
  return offset + rest.length
}

/** What follows the last dot before the caret. */
function lastPart(word: CaretWord): CaretWord {
  const dot = word.typed.lastIndexOf('.')
  if (dot < 0) return word
  return { ...word, from: word.from + dot + 1, typed: word.typed.slice(dot + 1) }
}
