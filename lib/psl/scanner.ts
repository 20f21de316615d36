/**
 * Reads a text character by character, without allocating tokens.
 *
 * The parser is written on top of these few steps; they know words, strings, comments and lines,
 * not what they mean.
 */

import { CODES } from './characters'

const { NEWLINE, CARRIAGE_RETURN, SPACE, TAB, QUOTE, STAR, MINUS, DOT, SLASH, BACKSLASH } = CODES

const LETTER_OR_NUMBER = /[\p{L}\p{N}\p{M}]/u
const SPACE_SEPARATOR = /[\p{Zs}\ufeff]/u
const ASCII_NAME_PART = new Uint8Array(128)
for (const character of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-') {
  ASCII_NAME_PART[character.charCodeAt(0)] = 1
}

export class Scanner {
  position = 0
  /** The largest offset that was looked at beyond what has been read. */
  seen = 0

  constructor(readonly text: string) {}

  /**
   * Notes that what was read depends on the text up to here: on the character here too, and on
   * the next, which says whether a comment begins.
   */
  markSeen(): void {
    this.seen = this.atEnd ? Number.POSITIVE_INFINITY : Math.max(this.seen, this.position + 2)
  }

  /** The code at an offset from here; NaN beyond the end. */
  peek(ahead = 0): number {
    return this.text.charCodeAt(this.position + ahead)
  }

  get atEnd(): boolean {
    return this.position >= this.text.length
  }

  /** At the end of a line or of the text. */
  get atLineEnd(): boolean {
    return this.position >= this.text.length || isNewline(this.text.charCodeAt(this.position))
  }

  get atNewline(): boolean {
    return isNewline(this.text.charCodeAt(this.position))
  }

  get afterNewline(): boolean {
    return isNewline(this.text.charCodeAt(this.position - 1))
  }

  skipSpaces(): void {
    const { text } = this
    let code = text.charCodeAt(this.position)
    while (code === SPACE || (code !== NEWLINE && isSpace(code))) {
      code = text.charCodeAt(++this.position)
    }
  }

  /** Skips one line break, if there is one here. */
  skipNewline(): boolean {
    const code = this.peek()
    if (code === NEWLINE) {
      this.position++
      return true
    }
    if (code === CARRIAGE_RETURN) {
      this.position += this.peek(1) === NEWLINE ? 2 : 1
      return true
    }
    return false
  }

  skipToLineEnd(): void {
    const { text } = this
    let position = this.position
    while (position < text.length && !isNewline(text.charCodeAt(position))) position++
    this.position = position
  }

  atName(): boolean {
    const code = this.text.charCodeAt(this.position)
    return code !== MINUS && isNamePart(code)
  }

  /** Skips a name and returns its end. Call only at a name. */
  skipName(): number {
    const { text } = this
    let position = this.position + 1
    while (isNamePart(text.charCodeAt(position))) position++
    this.position = position
    return position
  }

  /** Skips `a.b.c`. Call only at a name. */
  skipPath(): void {
    this.skipName()
    while (this.peek() === DOT) {
      this.position++
      if (this.atName()) this.skipName()
    }
  }

  atDigit(ahead = 0): boolean {
    return isDigit(this.peek(ahead))
  }

  atNumber(): boolean {
    const code = this.peek()
    return isDigit(code) || (code === MINUS && isDigit(this.peek(1)))
  }

  /** Skips a string and says whether its closing quote is there. A string ends with its line. */
  skipString(): boolean {
    const { text } = this
    this.position++
    while (this.position < text.length) {
      const code = text.charCodeAt(this.position)
      if (code === QUOTE) {
        this.position++
        return true
      }
      if (isNewline(code)) return false
      const escapes = code === BACKSLASH && !isNewline(text.charCodeAt(this.position + 1))
      this.position += escapes ? 2 : 1
    }
    this.position = text.length
    return false
  }

  atLineComment(): boolean {
    return this.peek() === SLASH && this.peek(1) === SLASH
  }

  atBlockComment(): boolean {
    return this.peek() === SLASH && this.peek(1) === STAR
  }

  atComment(): boolean {
    return this.peek() === SLASH && (this.peek(1) === SLASH || this.peek(1) === STAR)
  }

  /**
   * Skips one comment, not the line break after it, and returns whether it is complete. An
   * enclosed comment that nothing closes ends with its line: half a comment must not swallow the
   * rest of the file.
   */
  skipComment(): boolean {
    if (this.peek(1) === STAR) {
      const close = this.text.indexOf('*/', this.position + 2)
      if (close >= 0) {
        this.position = close + 2
        return true
      }
      this.seen = Number.POSITIVE_INFINITY
      this.skipToLineEnd()
      return false
    }
    this.skipToLineEnd()
    return true
  }
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

/**
 * Whether a name can contain this code unit (`-` too: the engine then says itself where it may
 * not stand). Halves of surrogate pairs count as letters.
 */
function isNamePart(code: number): boolean {
  if (code < 128) return ASCII_NAME_PART[code] === 1
  return (code >= 0xd800 && code <= 0xdfff) || LETTER_OR_NUMBER.test(String.fromCharCode(code))
}

/** White space inside a line. Form feeds are not: the engine refuses them. */
function isSpace(code: number): boolean {
  if (code < 128) return code === SPACE || code === TAB
  return SPACE_SEPARATOR.test(String.fromCharCode(code))
}

function isNewline(code: number): boolean {
  return code === NEWLINE || code === CARRIAGE_RETURN
}
