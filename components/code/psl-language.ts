/** Prisma's schema language as Monaco knows it: colours, brackets, comments, indentation, folding. */

import type { SyntaxFile } from '@/lib/psl/syntax'
import type { Monaco } from './monaco'
import { INITIAL_PSL_STATE, type PslState, tokenizePslLine } from './psl-tokens'

export const PSL = 'prisma'

/** Finds the syntax tree of the text that a model shows. */
export type SyntaxOf = (model: { readonly uri: { toString(): string } }) => SyntaxFile | null

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

/** Folds what spans lines: blocks, and runs of comments. */
export function registerFolding({ languages }: Monaco, syntaxOf: SyntaxOf): { dispose(): void } {
  return languages.registerFoldingRangeProvider(PSL, {
    provideFoldingRanges(model) {
      const file = syntaxOf(model)
      if (!file) return []
      const lineAt = (offset: number) => model.getPositionAt(offset).lineNumber
      return file.items.flatMap((item, index) => {
        const start = file.starts[index] as number
        if (item.kind === 'comment') {
          const end = lineAt(start + item.text.trimEnd().length)
          return [{ start: lineAt(start), end, kind: languages.FoldingRangeKind.Comment }]
        }
        if (item.kind !== 'block' || item.open === null) return []
        const end = lineAt(start + (item.close ?? item.text.trimEnd().length))
        return [{ start: lineAt(start + item.keyword.from), end }]
      })
    },
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
