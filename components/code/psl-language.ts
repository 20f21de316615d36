/** Prisma's schema language as Monaco knows it: colours, brackets, comments, indentation. */

import type { Monaco } from './monaco'
import { INITIAL_PSL_STATE, type PslState, tokenizePslLine } from './psl-tokens'

export const PSL = 'prisma'

let isRegistered = false

/** Makes the language known to Monaco, once for the page. */
export function registerPsl({ languages }: Monaco): void {
  if (isRegistered) return
  isRegistered = true
  languages.register({ id: PSL, extensions: ['.prisma'], aliases: ['Prisma'] })
  languages.setTokensProvider(PSL, {
    getInitialState: () => new LineState(INITIAL_PSL_STATE),
    tokenize(line, before) {
      const { tokens, state } = tokenizePslLine(line, (before as LineState).value)
      return {
        tokens: tokens.map(({ from, kind }) => ({ startIndex: from, scopes: scopeOf(kind) })),
        endState: new LineState(state),
      }
    },
  })
  languages.setLanguageConfiguration(PSL, {
    comments: { lineComment: '//', blockComment: ['/*', '*/'] },
    brackets: [
      ['{', '}'],
      ['[', ']'],
      ['(', ')'],
    ],
    autoClosingPairs: [
      { open: '{', close: '}', notIn: ['string', 'comment'] },
      { open: '[', close: ']', notIn: ['string', 'comment'] },
      { open: '(', close: ')', notIn: ['string', 'comment'] },
      { open: '"', close: '"', notIn: ['string', 'comment'] },
    ],
    surroundingPairs: [
      { open: '{', close: '}' },
      { open: '[', close: ']' },
      { open: '(', close: ')' },
      { open: '"', close: '"' },
    ],
    // A name may contain letters of any script; `@` and dots end a word.
    wordPattern: /[\p{L}\p{N}\p{M}_]+/u,
    indentationRules: {
      increaseIndentPattern: /^[^"/]*[{([]\s*(?:\/\/.*)?$/,
      decreaseIndentPattern: /^\s*[}\])]/,
    },
    onEnterRules: [
      {
        beforeText: /^\s*\/\/\/.*$/,
        afterText: /\S/,
        action: { indentAction: languages.IndentAction.None, appendText: '/// ' },
      },
      {
        beforeText: /^\s*\/\/\/.*\S.*$/,
        action: { indentAction: languages.IndentAction.None, appendText: '/// ' },
      },
    ],
  })
}

/** Monaco takes pairs in comments and strings for text by these names. */
export function scopeOf(kind: string): string {
  return kind === 'documentation' ? 'comment.documentation' : kind
}

class LineState {
  constructor(readonly value: PslState) {}

  clone(): LineState {
    return this
  }

  equals(other: LineState): boolean {
    const { block, open, isInComment } = other.value
    const { value } = this
    return value.block === block && value.open === open && value.isInComment === isInComment
  }
}
