/** The tokens of one statement, and a reader over them. It knows words, names and text, no grammar. */

import { commentEnd, isWordCode, quotedEnd, type SqlDialect, versionedCodeStart } from './lexical'

export interface Token {
  /** `name` is quoted as a name; `text` of it and of strings is without quotes and escapes. */
  readonly kind: 'word' | 'name' | 'string' | 'sign'
  readonly text: string
  readonly from: number
  readonly to: number
}

export function tokensOf(sql: string, dialect: SqlDialect): Token[] {
  const tokens: Token[] = []
  for (let at = 0; at < sql.length; ) {
    const code = sql.charCodeAt(at)
    const skipped = code <= 32 ? at + 1 : commentEnd(sql, at, dialect)
    if (skipped < 0) break
    if (skipped > at) {
      at = skipped
      continue
    }
    const inner = dialect === 'mysql' ? versionedCodeStart(sql, at) : at
    if (inner > at || (dialect === 'mysql' && sql.startsWith('*/', at))) {
      at = Math.max(inner, at + 2)
      continue
    }
    let end = quotedEnd(sql, at, dialect)
    if (end < 0) break
    let kind: Token['kind'] = 'sign'
    let text = ''
    if (end > at) {
      kind = code === 39 || (code === 34 && dialect === 'mysql') ? 'string' : 'name'
      text = unquoted(sql.slice(at, end), dialect)
    } else {
      end = at + 1
      if (isWordCode(code)) {
        kind = 'word'
        while (end < sql.length && isWordCode(sql.charCodeAt(end))) end++
      }
      text = sql.slice(at, end)
    }
    tokens.push({ kind, text, from: at, to: end })
    at = end
  }
  return tokens
}

function unquoted(quoted: string, dialect: SqlDialect): string {
  const closing = quoted.at(-1)!
  const inner = quoted.slice(1, -1).replaceAll(closing + closing, closing)
  if (dialect !== 'mysql' || closing === '`') return inner
  return inner.replace(/\\([\s\S])/g, (_, letter: string) => ESCAPES[letter] ?? letter)
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', 0: '\0' }

/** Reads tokens from first to last; what is asked for and not there is not taken. */
export class TokenReader {
  private readonly sql: string
  private readonly tokens: readonly Token[]
  private index = 0

  constructor(sql: string, tokens: readonly Token[]) {
    this.sql = sql
    this.tokens = tokens
  }

  get isAtEnd(): boolean {
    return this.index >= this.tokens.length
  }

  peek(ahead = 0): Token | undefined {
    return this.tokens[this.index + ahead]
  }

  next(): Token | undefined {
    return this.tokens[this.index++]
  }

  isWord(...words: readonly string[]): boolean {
    const token = this.peek()
    return token?.kind === 'word' && words.includes(token.text.toUpperCase())
  }

  /** Takes the words if they all stand here in this order. */
  take(...words: readonly string[]): boolean {
    const stand = words.every((word, ahead) => {
      const token = this.peek(ahead)
      return token?.kind === 'word' && token.text.toUpperCase() === word
    })
    if (stand) this.index += words.length
    return stand
  }

  isSign(sign: string): boolean {
    const token = this.peek()
    return token?.kind === 'sign' && token.text === sign
  }

  takeSign(sign: string): boolean {
    const is = this.isSign(sign)
    if (is) this.index++
    return is
  }

  /** A name, quoted or not. */
  takeName(): string | null {
    const token = this.peek()
    if (token === undefined || token.kind === 'sign' || token.kind === 'string') return null
    this.index++
    return token.text
  }

  /** `a.b.c`, from left to right. */
  takePath(): string[] {
    const path: string[] = []
    do {
      const name = this.takeName()
      if (name !== null) path.push(name)
    } while (this.takeSign('.'))
    return path
  }

  /** The tokens within the parentheses that open here; empty where none do. */
  takeGroup(): Token[] {
    if (!this.isSign('(')) return []
    const first = ++this.index
    for (let depth = 1; this.index < this.tokens.length; this.index++) {
      if (this.isSign('(')) depth++
      else if (this.isSign(')') && --depth === 0) return this.tokens.slice(first, this.index++)
    }
    return this.tokens.slice(first)
  }

  /** Passes over everything up to a comma outside parentheses. */
  skipToComma(): void {
    while (!this.isAtEnd && !this.isSign(',')) {
      if (this.isSign('(')) this.takeGroup()
      else this.index++
    }
  }

  source(tokens: readonly Token[]): string {
    return tokens.length === 0 ? '' : this.sql.slice(tokens[0]!.from, tokens.at(-1)!.to)
  }

  within(tokens: readonly Token[]): TokenReader {
    return new TokenReader(this.sql, tokens)
  }
}
