/** SQL as Monaco knows it: colours, and folding by the steps of a migration. */

import type { PlannedStep } from '@/lib/engines/sql-planner/shared'
import type { CodeModel, Monaco } from './monaco'
import { scopeOf } from './psl-language'
import { INITIAL_SQL_STATE, type SqlLineState, tokenizeSqlLine } from './sql-tokens'

export const SQL = 'facet-sql'

let isRegistered = false

/** Makes the language known to Monaco; the result ends what belongs to the model. */
export function registerSql(
  monaco: Monaco,
  model: CodeModel,
  stepsOf: () => readonly PlannedStep[],
): { dispose(): void } {
  registerOnce(monaco)
  return monaco.languages.registerFoldingRangeProvider(SQL, {
    provideFoldingRanges(asked) {
      if (asked !== model) return []
      return stepsOf().map(({ from, to }) => ({
        start: model.getPositionAt(from).lineNumber,
        end: model.getPositionAt(to).lineNumber,
      }))
    },
  })
}

function registerOnce({ languages }: Monaco): void {
  if (isRegistered) return
  isRegistered = true
  languages.register({ id: SQL })
  languages.setTokensProvider(SQL, {
    getInitialState: () => new LineState(INITIAL_SQL_STATE),
    tokenize(line, before) {
      const { tokens, state } = tokenizeSqlLine(line, (before as LineState).value)
      return {
        tokens: tokens.map(({ from, kind }) => ({ startIndex: from, scopes: scopeOf(kind) })),
        endState: new LineState(state),
      }
    },
  })
  languages.setLanguageConfiguration(SQL, {
    comments: { lineComment: '--', blockComment: ['/*', '*/'] },
    brackets: [
      ['(', ')'],
      ['[', ']'],
    ],
  })
}

class LineState {
  constructor(readonly value: SqlLineState) {}

  clone(): LineState {
    return this
  }

  equals(other: LineState): boolean {
    return this.value === other.value
  }
}
