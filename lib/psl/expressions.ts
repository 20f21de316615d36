/**
 * The parser of expressions, arguments and attributes.
 *
 * The engine wants an attribute on one line. Editors and half-typed text do not oblige, so lists
 * may go on over line breaks, but an unclosed one never swallows the fields that follow.
 */

import { CODES } from './characters'
import { Scanner } from './scanner'
import type {
  Argument,
  ArgumentList,
  ArrayNode,
  AttributeNode,
  Expression,
  NameNode,
  ObjectNode,
  StringNode,
  SyntaxProblem,
} from './syntax'

const {
  QUOTE,
  OPEN_PAREN,
  CLOSE_PAREN,
  COMMA,
  MINUS,
  DOT,
  COLON,
  EQUALS,
  AT,
  OPEN_BRACKET,
  CLOSE_BRACKET,
  OPEN_BRACE,
  CLOSE_BRACE,
} = CODES

/** Deeper nesting than any schema has is read as broken text, so that the stack never overflows. */
const MAX_DEPTH = 64

export class ExpressionParser extends Scanner {
  /** The start of the current item: offsets in nodes count from here. */
  protected base = 0
  protected problems: SyntaxProblem[] = []
  private depth = 0

  protected problem(from: number, to: number, message: string): void {
    this.problems.push({ from: from - this.base, to: to - this.base, message })
  }

  protected nameNode(from: number, to: number): NameNode {
    return { from: from - this.base, to: to - this.base, text: this.text.slice(from, to) }
  }

  protected parseString(): StringNode {
    const from = this.position
    const closed = this.skipString()
    const to = this.position
    if (!closed) this.problem(from, to, 'This string has no closing quote.')
    const raw = this.text.slice(from + 1, closed ? to - 1 : to)
    return { kind: 'string', from: from - this.base, to: to - this.base, raw }
  }

  /** An attribute; call at its (first) `@`. */
  protected parseAttribute(): AttributeNode {
    const from = this.position
    while (this.peek() === AT) this.position++
    this.skipSpaces()
    const nameFrom = this.position
    if (this.atName()) this.skipPath()
    else this.problem(from, this.position, 'An attribute needs a name.')
    const name = this.nameNode(nameFrom, this.position)
    const end = this.position
    this.skipSpaces()
    let args: ArgumentList | null = null
    if (this.peek() === OPEN_PAREN) args = this.parseArguments()
    else this.position = end
    return { from: from - this.base, to: this.position - this.base, name, args }
  }

  /** `(…)`; call at the `(`. */
  protected parseArguments(): ArgumentList {
    const from = this.position
    const { items, closed } = this.parseList(CLOSE_PAREN)
    return { from: from - this.base, to: this.position - this.base, items, closed }
  }

  protected parseExpression(): Expression | null {
    const from = this.position
    const code = this.peek()
    if (code === QUOTE) return this.parseString()
    if (this.atNumber()) {
      if (code === MINUS) this.position++
      while (this.atDigit()) this.position++
      if (this.peek() === DOT && this.atDigit(1)) {
        this.position++
        while (this.atDigit()) this.position++
      }
      if (!this.atName()) {
        const text = this.text.slice(from, this.position)
        return { kind: 'number', from: from - this.base, to: this.position - this.base, text }
      }
      this.position = from
      if (code === MINUS) return null
    }
    if (code === OPEN_BRACKET) return this.parseArray()
    if (code === OPEN_BRACE) return this.parseObject()
    if (!this.atName()) return null
    this.skipPath()
    const end = this.position
    this.skipSpaces()
    if (this.peek() === OPEN_PAREN) {
      const name = this.nameNode(from, end)
      const args = this.parseArguments()
      return { kind: 'call', from: from - this.base, to: this.position - this.base, name, args }
    }
    this.position = end
    const text = this.text.slice(from, end)
    return { kind: 'path', from: from - this.base, to: end - this.base, text }
  }

  private parseArray(): ArrayNode {
    const from = this.position
    const { items } = this.parseList(CLOSE_BRACKET)
    const values = items.flatMap((item) => (item.value ? [item.value] : []))
    return { kind: 'array', from: from - this.base, to: this.position - this.base, items: values }
  }

  private parseObject(): ObjectNode {
    const from = this.position
    const { items } = this.parseList(CLOSE_BRACE)
    return { kind: 'object', from: from - this.base, to: this.position - this.base, entries: items }
  }

  /** The inside of a bracket of any kind; call at the opening one. Ends after the closing one. */
  private parseList(closer: number): { items: Argument[]; closed: boolean } {
    const from = this.position++
    const items: Argument[] = []
    let end = this.position
    let closed = false
    this.depth++
    while (this.skipListSpace(closer)) {
      const code = this.peek()
      if (code === closer) {
        this.position++
        end = this.position
        closed = true
        break
      }
      if (code === CLOSE_PAREN || code === CLOSE_BRACKET || code === CLOSE_BRACE) break
      if (code === COMMA) {
        this.position++
      } else {
        const item = this.depth < MAX_DEPTH ? this.parseArgument() : null
        if (item) items.push(item)
        else this.skipJunk()
      }
      end = this.position
    }
    this.depth--
    if (!closed) {
      this.position = end
      this.problem(from, end, `There is no closing ${String.fromCharCode(closer)}.`)
    }
    return { items, closed }
  }

  private parseArgument(): Argument | null {
    const from = this.position
    let name: NameNode | null = null
    if (this.atName()) {
      this.skipName()
      const end = this.position
      this.skipSpaces()
      if (this.peek() === COLON) {
        this.position++
        name = this.nameNode(from, end)
        const afterColon = this.position
        this.skipSpaces()
        const value = this.parseExpression()
        if (!value) this.position = afterColon
        return { from: from - this.base, to: this.position - this.base, name, value }
      }
      this.position = from
    }
    const value = this.parseExpression()
    return value && { from: value.from, to: value.to, name: null, value }
  }

  /** Something that cannot stand in a list: up to where the list may go on. */
  private skipJunk(): void {
    const from = this.position
    while (!this.atLineEnd) {
      const code = this.peek()
      if (code === COMMA || code === CLOSE_PAREN || code === CLOSE_BRACKET) break
      if (code === CLOSE_BRACE || this.atComment()) break
      if (code === QUOTE) this.skipString()
      else this.position++
    }
    if (this.position === from) this.position++
    this.problem(from, this.position, 'This is not a value.')
  }

  /** Skips white space, comments and line breaks in a list; false where the list cannot go on. */
  private skipListSpace(closer: number): boolean {
    for (;;) {
      this.skipSpaces()
      if (this.atEnd) {
        this.seen = Number.POSITIVE_INFINITY
        return false
      }
      if (this.atNewline) {
        this.skipNewline()
        if (this.lineEndsList(closer)) return false
      } else if (this.atComment()) {
        this.skipComment()
      } else {
        return true
      }
    }
  }

  /**
   * Whether the line that begins here belongs to the block and not to the open list: it closes
   * the block, is an attribute, or reads `name type` or `name = value`. Leaves the position.
   */
  private lineEndsList(closer: number): boolean {
    const start = this.position
    this.skipSpaces()
    const code = this.peek()
    let ends = code === AT || (code === CLOSE_BRACE && closer !== CLOSE_BRACE)
    if (!ends && this.atName()) {
      this.skipName()
      const nameEnd = this.position
      this.skipSpaces()
      ends = this.peek() === EQUALS || (this.position > nameEnd && this.atName())
    }
    this.markSeen()
    this.position = start
    return ends
  }
}
