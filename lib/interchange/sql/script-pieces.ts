/** A script as an embedded database takes it: its statements, and what the client was told. */

import type { SqlDialect } from './lexical'
import { countLines, cutPieces } from './split-statements'

export interface ScriptPiece {
  readonly text: string
  /** The line that it begins on, from 1. */
  readonly line: number
  /** Set on what is never closed, and so reaches to the end. */
  readonly problem?: string
}

/** Statements and commands of the client, in their order; rows of `COPY` only if they never end. */
export function* scriptPieces(sql: string, dialect: SqlDialect): Generator<ScriptPiece> {
  let line = 1
  let counted = 0
  for (const { kind, from, to, problem } of cutPieces(sql, dialect)) {
    if (kind === 'blank' || (kind === 'data' && problem === undefined)) continue
    line += countLines(sql, counted, from)
    counted = from
    const text = sql.slice(from, kind === 'data' ? Math.min(to, from + SHOWN) : to)
    yield problem === undefined ? { text, line } : { text, line, problem }
  }
}

/** How much of rows is kept, in UTF-16 code units. */
const SHOWN = 500
