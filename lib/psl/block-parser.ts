/**
 * The parser of what stands between the braces of a block, one member at a time.
 */

import { CODES } from './characters'
import { ExpressionParser } from './expressions'
import {
  type AttributeNode,
  BLOCK_KINDS,
  type BlockKind,
  type CommentNode,
  type MemberNode,
  type NameNode,
  type StringNode,
  type TypeNode,
  type TypeSuffix,
} from './syntax'

const {
  QUOTE,
  OPEN_PAREN,
  CLOSE_PAREN,
  SLASH,
  COLON,
  EQUALS,
  QUESTION,
  AT,
  OPEN_BRACKET,
  CLOSE_BRACKET,
  OPEN_BRACE,
  CLOSE_BRACE,
  BANG,
} = CODES

const KINDS: ReadonlySet<string> = new Set(BLOCK_KINDS)

export function isBlockKeyword(word: string): word is Exclude<BlockKind, 'unknown'> {
  return KINDS.has(word)
}

export class BlockParser extends ExpressionParser {
  /**
   * The members up to the closing brace, whose offset is returned (`null` when it is missing).
   * Starts where the body starts, ends after the brace or where the block must have ended.
   */
  protected parseMembers(kind: BlockKind, members: MemberNode[]): number | null {
    for (;;) {
      const lineFrom = this.position
      this.skipSpaces()
      if (this.atEnd) {
        this.seen = Number.POSITIVE_INFINITY
        if (this.position > lineFrom) this.pushBlank(members, lineFrom, lineFrom)
        return null
      }
      const code = this.peek()
      if (code === CLOSE_BRACE) return this.position++
      if (this.atNewline) {
        this.skipBlankLines()
        this.pushBlank(members, lineFrom, lineFrom)
      } else if (this.atComment()) {
        members.push(this.parseComment(lineFrom))
      } else if (code === AT && this.peek(1) === AT) {
        members.push(this.parseBlockAttribute(lineFrom))
      } else if (this.atName()) {
        if (this.atBlockHeader()) {
          this.position = lineFrom
          return null
        }
        members.push(this.parseDeclaration(kind, lineFrom))
      } else {
        members.push(this.parseStray(lineFrom))
      }
    }
  }

  /** One comment with the line break after it, if nothing else stands on its line. */
  protected parseComment(lineFrom: number): CommentNode {
    const from = this.position
    const style =
      this.peek(1) !== SLASH ? 'block' : this.peek(2) === SLASH ? ('doc' as const) : 'line'
    if (!this.skipComment()) this.problem(from, this.position, 'There is no closing */.')
    const to = this.position
    this.skipSpaces()
    if (!this.skipNewline() && !this.atEnd) this.position = to
    const { base } = this
    return {
      kind: 'comment',
      style,
      from: from - base,
      to: to - base,
      lineFrom: lineFrom - base,
      lineTo: this.position - base,
    }
  }

  /** Whether `model Name {` or the like stands here; leaves the position. */
  private atBlockHeader(): boolean {
    const start = this.position
    const word = this.text.slice(start, this.skipName())
    let found = false
    if (isBlockKeyword(word)) {
      this.skipSpaces()
      if (this.atName()) {
        this.skipName()
        this.skipSpaces()
        found = this.peek() === OPEN_BRACE
      }
      this.markSeen()
    }
    this.position = start
    return found
  }

  /** From the first of some blank lines to the start of the line that is not. */
  protected skipBlankLines(): void {
    let lineStart = this.position
    do {
      if (!this.skipNewline()) break
      lineStart = this.position
      this.skipSpaces()
    } while (!this.atEnd)
    this.markSeen()
    // White space at the very end is blank too; elsewhere it is the next line's indentation.
    if (!this.atEnd) this.position = lineStart
  }

  private pushBlank(members: MemberNode[], from: number, lineFrom: number): void {
    const { base } = this
    members.push({
      kind: 'blank',
      from: from - base,
      to: this.position - base,
      lineFrom: lineFrom - base,
      lineTo: this.position - base,
    })
  }

  private parseDeclaration(kind: BlockKind, lineFrom: number): MemberNode {
    const from = this.position
    const name = this.nameNode(from, this.skipName())
    if (/^[\d_]/.test(name.text)) {
      this.problem(from, this.position, 'A name must start with a letter.')
    }
    if (kind === 'datasource' || kind === 'generator') {
      return this.parseProperty(lineFrom, from, name)
    }
    if (kind === 'enum') {
      const attributes = this.parseAttributes()
      const to = this.position
      const comment = this.finishLine(from, to)
      return {
        kind: 'value',
        from: from - this.base,
        to: to - this.base,
        lineFrom: lineFrom - this.base,
        lineTo: this.position - this.base,
        comment,
        name,
        attributes,
      }
    }
    const afterName = this.position
    this.skipSpaces()
    if (this.peek() === COLON) {
      this.problem(this.position, this.position + 1, 'Field declarations need no colon.')
      this.position++
      this.skipSpaces()
    }
    const type = this.parseType()
    if (!type) {
      this.problem(from, afterName, `The field ${name.text} has no type.`)
      this.position = afterName
    }
    const attributes = this.parseAttributes()
    const to = this.position
    const comment = this.finishLine(from, to)
    return {
      kind: 'field',
      from: from - this.base,
      to: to - this.base,
      lineFrom: lineFrom - this.base,
      lineTo: this.position - this.base,
      comment,
      name,
      type,
      attributes,
    }
  }

  private parseProperty(lineFrom: number, from: number, name: NameNode): MemberNode {
    this.skipSpaces()
    let value = null
    let to = from + name.text.length
    if (this.peek() === EQUALS) {
      this.position++
      to = this.position
      this.skipSpaces()
      value = this.parseExpression()
    }
    if (!value) {
      this.position = to
      this.problem(from, to, `The property ${name.text} has no value.`)
    }
    to = this.position
    const comment = this.finishLine(from, to)
    return {
      kind: 'property',
      from: from - this.base,
      to: to - this.base,
      lineFrom: lineFrom - this.base,
      lineTo: this.position - this.base,
      comment,
      name,
      value,
    }
  }

  private parseBlockAttribute(lineFrom: number): MemberNode {
    const from = this.position
    const attribute = this.parseAttribute()
    const to = this.position
    const comment = this.finishLine(from, to)
    return {
      kind: 'attribute',
      from: from - this.base,
      to: to - this.base,
      lineFrom: lineFrom - this.base,
      lineTo: this.position - this.base,
      comment,
      attribute,
    }
  }

  /** The attributes on the rest of a line; ends after the last. */
  private parseAttributes(): readonly AttributeNode[] {
    let attributes: AttributeNode[] | null = null
    let end = this.position
    for (;;) {
      this.skipSpaces()
      if (this.peek() !== AT || this.peek(1) === AT) break
      const attribute = this.parseAttribute()
      if (attributes) attributes.push(attribute)
      else attributes = [attribute]
      end = this.position
    }
    this.position = end
    return attributes ?? NO_ATTRIBUTES
  }

  /** A field's type; `null`, with the position unchanged, when there is none. */
  private parseType(): TypeNode | null {
    const from = this.position
    const { base } = this
    const legacyList = this.peek() === OPEN_BRACKET
    if (legacyList) {
      this.position++
      this.skipSpaces()
    }
    if (!this.atName()) {
      this.position = from
      return null
    }
    const nameFrom = this.position
    const name = this.nameNode(nameFrom, this.skipName())
    let unsupported: StringNode | null = null
    if (name.text === 'Unsupported' && this.peek() === OPEN_PAREN) {
      this.position++
      this.skipSpaces()
      if (this.peek() === QUOTE) unsupported = this.parseString()
      this.skipSpaces()
      if (this.peek() === CLOSE_PAREN) this.position++
      else this.problem(nameFrom, this.position, 'There is no closing ).')
    }
    const suffixFrom = this.position
    let suffix: TypeSuffix = ''
    if (legacyList) {
      this.skipSpaces()
      if (this.peek() === CLOSE_BRACKET) this.position++
      else this.position = suffixFrom
      this.problem(from, this.position, 'A list is written Type[].')
    } else {
      this.skipSpaces()
      const code = this.peek()
      if (code === QUESTION || code === BANG) {
        this.position++
        suffix = code === QUESTION ? '?' : '!'
      } else if (code === OPEN_BRACKET && this.peek(1) === CLOSE_BRACKET) {
        this.position += 2
        const end = this.position
        this.skipSpaces()
        if (this.peek() === QUESTION) {
          this.position++
          suffix = '[]?'
        } else {
          this.position = end
          suffix = '[]'
        }
      } else {
        this.position = suffixFrom
      }
    }
    return {
      from: from - base,
      to: this.position - base,
      name,
      unsupported,
      suffix,
      suffixFrom: suffixFrom - base,
      legacyList,
    }
  }

  /**
   * What may follow a declaration: a comment, which is returned, and the line break; anything
   * else is a problem. Nodes are written out by the callers because there are so many of them.
   */
  private finishLine(from: number, to: number): NameNode | null {
    this.skipSpaces()
    let comment: NameNode | null = null
    if (!this.atLineEnd && this.peek() !== CLOSE_BRACE && !this.atComment()) {
      const junkFrom = this.position
      this.skipJunkLine()
      this.problem(junkFrom, this.position, 'This does not belong here.')
    }
    if (this.atComment()) {
      const commentFrom = this.position
      if (!this.skipComment()) {
        this.problem(commentFrom, this.position, 'There is no closing */.')
      }
      comment = this.nameNode(commentFrom, this.position)
      const end = this.position
      this.skipSpaces()
      if (!this.atLineEnd) this.position = end
    }
    if (!this.skipNewline() && !this.atEnd) {
      this.problem(from, to, 'A declaration must end its line.')
    }
    return comment
  }

  private parseStray(lineFrom: number): MemberNode {
    const { base } = this
    const from = this.position
    this.position++
    this.skipJunkLine()
    const to = this.position
    this.problem(from, to, 'This line is neither a declaration nor an attribute.')
    if (!this.atComment()) this.skipNewline()
    return {
      kind: 'stray',
      from: from - base,
      to: to - base,
      lineFrom: lineFrom - base,
      lineTo: this.position - base,
    }
  }

  /** Text that makes no sense: up to a comment, a closing brace that ends the line, or the line. */
  private skipJunkLine(): void {
    while (!this.atLineEnd && !this.atComment()) {
      const code = this.peek()
      if (code === QUOTE) {
        this.skipString()
      } else if (code === CLOSE_BRACE) {
        const start = this.position++
        this.skipSpaces()
        const endsLine = this.atLineEnd
        this.position = start
        if (endsLine) return
        this.position++
      } else {
        this.position++
      }
    }
  }
}

const NO_ATTRIBUTES: readonly AttributeNode[] = []
