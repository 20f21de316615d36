/**
 * Just enough of a scanner to find properties in the configuration blocks of a schema, whatever
 * strings and comments hold. The schema's own parser is above this room.
 */

export interface Token {
  /** Punctuation is one character. Spaces and comments are not tokens. */
  readonly kind: 'word' | 'string' | 'newline' | 'punctuation'
  /** UTF-16 offsets. */
  readonly from: number
  readonly to: number
}

/** Groups: space or comment, word, string, newline. A string ends with its line at the latest. */
const TOKEN =
  /([^\S\n]+|\/\/[^\n]*|\/\*.*?(?:\*\/|$))|([\p{L}\p{N}_.-]+)|("(?:\\[^\n]|[^"\\\n])*"?)|(\n)|./gsu

/** The tokens of a text, in order. Any text has some reading; nothing throws. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(TOKEN)) {
    const [whole, skipped, word, string, newline] = match
    if (skipped !== undefined) continue
    const kind = word ? 'word' : string ? 'string' : newline ? 'newline' : 'punctuation'
    tokens.push({ kind, from: match.index, to: match.index + whole.length })
  }
  return tokens
}
