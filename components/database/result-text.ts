/** A result as text, for other programs. */

import type { StatementResult } from '@/lib/engines/database/shared'

export type ResultFormat = 'csv' | 'tsv' | 'json'

export function resultText(result: StatementResult, format: ResultFormat): string {
  switch (format) {
    case 'csv':
      return lines(result, ',', csvValue, '\r\n')
    case 'tsv':
      return lines(result, '\t', tsvValue, '\n')
    case 'json':
      return JSON.stringify(objects(result), null, 2)
  }
}

/** Whether values of a type are numbers, in the words of PostgreSQL or SQLite. */
export function isNumeric(type: string): boolean {
  return /^(?:smallint|integer|int\d?|bigint|numeric|decimal|real|double precision|double|float\d?|money|oid)\b/i.test(
    type,
  )
}

/** As RFC 4180 says; NULL is nothing, an empty text is `""`. */
function csvValue(value: string | null): string {
  if (value === null) return ''
  return value === '' || /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value
}

/** For spreadsheets, which take tabs and line breaks for the next cell. */
function tsvValue(value: string | null): string {
  return (value ?? '').replace(/[\t\r\n]+/g, ' ')
}

function lines(
  { columns, rows }: StatementResult,
  separator: string,
  write: (value: string | null) => string,
  end: string,
): string {
  return [columns, ...rows].map((row) => row.map(write).join(separator) + end).join('')
}

/** Numbers that JavaScript would round stay texts. */
function objects({ columns, types, rows }: StatementResult): Record<string, unknown>[] {
  const names = uniqueNames(columns)
  return rows.map((row) =>
    Object.fromEntries(
      names.map((name, at) => [name, jsonValue(row[at] ?? null, types[at] ?? '')]),
    ),
  )
}

function jsonValue(value: string | null, type: string): unknown {
  if (value === null) return null
  if (/^bool/i.test(type)) return /^(?:true|t|1)$/.test(value)
  if (/^jsonb?$/i.test(type)) {
    try {
      return JSON.parse(value)
    } catch {
      return value
    }
  }
  return isNumeric(type) && String(Number(value)) === value ? Number(value) : value
}

/** A query may give several columns one name; an object may not. */
function uniqueNames(columns: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return columns.map((name) => {
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return count === 1 ? name : `${name}_${count}`
  })
}
