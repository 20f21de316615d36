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
  /** A custom property of `globals.css`, for the editor. */
  readonly color: `--${string}`
  readonly isItalic?: boolean
  readonly isBold?: boolean
  /** The same for text that is not in the editor. */
  readonly className: string
}

export const TOKEN_STYLES: Record<TokenKind, TokenStyle> = {
  text: { color: '--text', className: 'text-fg' },
  comment: { color: '--text-faint', isItalic: true, className: 'text-faint italic' },
  documentation: { color: '--success', isItalic: true, className: 'text-success italic' },
  keyword: { color: '--accent', className: 'text-accent' },
  name: { color: '--text', isBold: true, className: 'font-bold' },
  scalar: { color: '--kind-view', className: 'text-kind-view' },
  type: { color: '--key-foreign', className: 'text-key-foreign' },
  attribute: { color: '--code-attribute', className: 'text-code-attribute' },
  function: { color: '--kind-type', className: 'text-kind-type' },
  argument: { color: '--text-muted', className: 'text-muted' },
  constant: { color: '--key-primary', className: 'text-key-primary' },
  string: { color: '--success', className: 'text-success' },
  number: { color: '--key-primary', className: 'text-key-primary' },
  punctuation: { color: '--text-muted', className: 'text-muted' },
}

/** Collects tokens, joining neighbours of one kind. */
export class TokenList {
  readonly tokens: Token[] = []

  add(from: number, kind: TokenKind): void {
    if (this.tokens[this.tokens.length - 1]?.kind !== kind) this.tokens.push({ from, kind })
  }
}
