/** Reads the default of a column as the argument of `@default`. */

import { quoteString } from '@/lib/schema/value'
import type { Column } from './parse-dbml'
import type { Reading } from './reading'
import type { EnumDraft } from './schema-draft'

interface Facts {
  readonly scalar: string
  readonly isList: boolean
  readonly isNumbered: boolean
  readonly enumDraft: EnumDraft | null
  readonly keyPlace: 'id' | 'first' | 'none'
  /** For people: `User.email`. */
  readonly place: string
}

/** `null` when there is none, or none that Prisma can say. */
export function readDefault(reading: Reading, column: Column, facts: Facts): string | null {
  if (facts.isNumbered || isNextValue(column, facts)) return numbering(reading, column, facts)
  const given = column.dbdefault
  if (!given) return null
  const text = String(given.value)
  if (given.type === 'boolean' && text === 'null') return null
  const value =
    given.type === 'expression' ? expression(reading, text, facts) : literal(reading, text, facts)
  if (value === null) reading.skip(column.token, `Prisma cannot say the default of ${facts.place}.`)
  return value
}

function isNextValue({ dbdefault }: Column, { scalar }: Facts): boolean {
  return (
    dbdefault?.type === 'expression' &&
    /^(?:Int|BigInt)$/.test(scalar) &&
    /^\s*nextval\s*\(/i.test(String(dbdefault.value))
  )
}

function numbering(reading: Reading, column: Column, facts: Facts): string | null {
  const { scalar, keyPlace, place } = facts
  const { database } = reading
  const isWhole = scalar === 'Int' || scalar === 'BigInt'
  const isPossible =
    (database === 'postgresql' && isWhole) ||
    (database === 'cockroachdb' && isWhole) ||
    (database === 'sqlserver' && isWhole) ||
    (database === 'mysql' && isWhole && keyPlace !== 'none') ||
    (database === 'sqlite' && scalar === 'Int' && keyPlace === 'id')
  if (!isPossible) {
    reading.skip(column.token, `The database cannot number ${place} by itself.`)
    return null
  }
  return database === 'cockroachdb' && scalar === 'Int' ? 'sequence()' : 'autoincrement()'
}

function literal(reading: Reading, text: string, facts: Facts): string | null {
  const { scalar, isList, enumDraft } = facts
  if (isList) return text === '{}' || text === '[]' ? '[]' : null
  if (enumDraft) {
    return enumDraft.values.find(({ databaseName }) => databaseName === text)?.name ?? null
  }
  switch (scalar) {
    case 'Int':
    case 'BigInt':
      if (/^(?:true|false)$/i.test(text)) return /^true$/i.test(text) ? '1' : '0'
      return /^[+-]?\d+$/.test(text) ? text.replace(/^\+/, '') : null
    case 'Float':
    case 'Decimal':
      return /^-?\d+(?:\.\d+)?$/.test(text) ? text : null
    case 'Boolean':
      if (/^(?:true|t|1|yes)$/i.test(text)) return 'true'
      return /^(?:false|f|0|no)$/i.test(text) ? 'false' : null
    case 'DateTime':
      if (/^(?:now\(\)|current_timestamp)$/i.test(text)) return 'now()'
      if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(text)) {
        return quoteString(text)
      }
      return generated(reading, `'${text.replaceAll("'", "''")}'`)
    case 'Json':
      return isJson(text) ? quoteString(text) : null
    case 'String':
      return quoteString(text)
    default:
      return null
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function expression(reading: Reading, text: string, facts: Facts): string | null {
  const plain = text.trim()
  if (facts.scalar === 'DateTime' && !facts.isList) {
    const isNow =
      /^(?:now|current_timestamp|localtimestamp|getdate|sysdatetime|sysutcdatetime|getutcdate)\s*(?:\(\s*\d*\s*\))?$/i
    if (isNow.test(plain)) return 'now()'
  }
  if (/^(?:true|false|-?\d+(?:\.\d+)?)$/i.test(plain)) {
    const value = literal(reading, plain.toLowerCase(), facts)
    if (value !== null) return value
  }
  return generated(reading, plain)
}

function generated({ database }: Reading, sql: string): string | null {
  if (database === 'mongodb') return null
  // MySQL takes expressions in parentheses, literals without.
  const isBare = database === 'mysql' && !/^[('\d-]/.test(sql)
  return `dbgenerated(${quoteString(isBare ? `(${sql})` : sql)})`
}
