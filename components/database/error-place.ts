/** The part of a statement that an error is about. */

import { tokenizeSql } from '@/components/code/sql-tokens'

/** UTF-16 offsets of the word, name or sign at an offset; of the first word when that is `null`. */
export function errorPlace(
  sql: string,
  offset: number | null,
): { readonly from: number; readonly to: number } {
  const at = Math.min(offset ?? 0, Math.max(0, sql.length - 1))
  const name = QUOTED_NAME.exec(sql.slice(at))
  if (name) return { from: at, to: at + name[0].length }
  const next = tokenizeSql(sql).find(({ from }) => from > at)?.from ?? sql.length
  const word = WORD.exec(sql.slice(at, next))?.[0] ?? sql.slice(at, at + 1)
  return { from: at, to: at + word.length }
}

const QUOTED_NAME = /^(?:"(?:[^"\n]|"")*"|`[^`\n]*`)/
/** Up to the next space; strings are one. */
const WORD = /^(?:'(?:[^']|'')*'|[\p{L}_][\p{L}\p{N}_$]*|\S+)/u
