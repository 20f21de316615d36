/** What differs between a column as it was and as it is to be. */

import { isEmptyExpression } from './dialect'
import type { DiffRules } from './diff-rules'
import type { ColumnChanges, ColumnPair, TablePair } from './steps'
import type { Column } from './tables'

export function compareColumns(
  { previous, next }: ColumnPair,
  tables: TablePair,
  rules: DiffRules,
): ColumnChanges {
  const isCountChanged = previous.isAutoIncrement !== next.isAutoIncrement
  return {
    type: rules.typeChange(previous, next, tables),
    arity: previous.isRequired !== next.isRequired || previous.isList !== next.isList,
    default: !defaultsMatch(previous, next, rules),
    autoIncrement: rules.comparesAutoIncrement && isCountChanged,
  }
}

export function isChanged({ type, arity, default: value, autoIncrement }: ColumnChanges): boolean {
  return type !== null || arity || value || autoIncrement
}

function defaultsMatch(previous: Column, next: Column, rules: DiffRules): boolean {
  if (rules.ignoresJsonDefaults && (previous.family === 'json' || next.family === 'json')) {
    return true
  }
  const before = previous.default
  const after = next.default
  // Sequences come and go in ways of their own.
  if (after?.kind === 'sequence' || (before?.kind === 'sequence' && !after)) return true
  if (!before || !after) return before === after || (after !== null && isEmptyExpression(after))
  if (isEmptyExpression(after)) return true
  // The database prints moments in ways of its own, so Prisma does not compare them.
  if (before.kind === 'datetime' || after.kind === 'datetime') return true
  if (before.kind === 'now' && after.kind === 'now') return true
  const isSameName = before.constraint === after.constraint
  if (before.kind === 'json' && after.kind === 'json') {
    return isSameName && (before.sql === after.sql || isSameJson(before.sql, after.sql))
  }
  if (before.kind !== after.kind) return false
  return before.kind === 'expression'
    ? isSameName && before.sql.toLowerCase() === after.sql.toLowerCase()
    : isSameName && before.sql === after.sql
}

/** Strings of SQL around JSON are compared as what they hold, whatever the spaces in it. */
function isSameJson(before: string, after: string): boolean {
  const [first, second] = [before, after].map((sql) => {
    const text = sql.replace(/^'([\s\S]*)'$/, '$1').replaceAll("''", "'")
    try {
      return JSON.stringify(sortKeys(JSON.parse(text)))
    } catch {
      return text
    }
  })
  return first === second
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).map(([key, item]): [string, unknown] => [
    key,
    sortKeys(item),
  ])
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}
