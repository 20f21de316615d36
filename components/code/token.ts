/**
 * What a piece of code is, for colouring, and which token of the design each kind is drawn in.
 * One table serves the editor and every read-only text, so that both look the same.
 */

export type TokenKind =
  | 'text'
  | 'comment'
  | 'documentation'
  | 'keyword'
  | 'name'
  | 'scalar'
  | 'type'
  | 'attribute'
  | 'function'
  | 'argument'
  | 'constant'
  | 'string'
  | 'number'
  | 'punctuation'

/** A token reaches from its offset to the next token's, or to the end of the text. */
export interface Token {
  readonly from: number
  readonly kind: TokenKind
}

export interface TokenStyle {
  /** A custom property of `globals.css`. */
  readonly color: `--${string}`
  readonly isItalic?: boolean
  readonly isBold?: boolean
}

export const TOKEN_STYLES: Record<TokenKind, TokenStyle> = {
  text: { color: '--text' },
  comment: { color: '--text-faint', isItalic: true },
  documentation: { color: '--success', isItalic: true },
  keyword: { color: '--accent' },
  name: { color: '--text', isBold: true },
  scalar: { color: '--kind-view' },
  type: { color: '--key-foreign' },
  attribute: { color: '--kind-enum' },
  function: { color: '--kind-type' },
  argument: { color: '--text-muted' },
  constant: { color: '--key-primary' },
  string: { color: '--success' },
  number: { color: '--key-primary' },
  punctuation: { color: '--text-muted' },
}

/** Collects tokens, joining neighbours of one kind. */
export class TokenList {
  readonly tokens: Token[] = []

  add(from: number, kind: TokenKind): void {
    if (this.tokens[this.tokens.length - 1]?.kind !== kind) this.tokens.push({ from, kind })
  }
}
