/**
 * The types and defaults that `prisma db pull` gives to columns of MySQL and SQL Server. A native type
 * is named only where it differs from the one that Prisma Migrate gives the scalar type.
 */

import type { DdlColumn } from './ddl'

export type PulledProvider = 'mysql' | 'sqlserver'

export interface PulledType {
  readonly type: string
  /** With its arguments, `null` for the scalar's own. */
  readonly native: string | null
}

export function pulledType(column: DdlColumn, provider: PulledProvider): PulledType {
  const found = provider === 'mysql' ? mysqlType(column) : sqlServerType(column)
  return found ?? { type: unsupported(column), native: null }
}

function unsupported({ type, arguments: values }: DdlColumn): string {
  const quoted = type === 'set' ? values.map((value) => `'${value}'`) : values
  const text = quoted.length > 0 ? `${type}(${quoted.join(',')})` : type
  return `Unsupported(${JSON.stringify(text)})`
}

function mysqlType({ type, arguments: values, isUnsigned }: DdlColumn): PulledType | null {
  const [first, second] = values
  const unsigned = isUnsigned ? 'Unsigned' : ''
  switch (type) {
    case 'bool':
    case 'boolean':
      return { type: 'Boolean', native: null }
    case 'tinyint':
      if (first === '1' && !isUnsigned) return { type: 'Boolean', native: null }
      return { type: 'Int', native: `${unsigned}TinyInt` }
    case 'smallint':
      return { type: 'Int', native: `${unsigned}SmallInt` }
    case 'mediumint':
      return { type: 'Int', native: `${unsigned}MediumInt` }
    case 'int':
    case 'integer':
      return { type: 'Int', native: isUnsigned ? 'UnsignedInt' : null }
    case 'bigint':
    case 'serial':
      return { type: 'BigInt', native: isUnsigned || type === 'serial' ? 'UnsignedBigInt' : null }
    case 'bit':
      return { type: (first ?? '1') === '1' ? 'Boolean' : 'Bytes', native: `Bit(${first ?? 1})` }
    case 'decimal':
    case 'dec':
    case 'numeric':
      return decimal(first ?? '10', second ?? '0', '65', '30')
    case 'float':
      return { type: 'Float', native: 'Float' }
    case 'double':
    case 'real':
      return { type: 'Float', native: null }
    case 'datetime':
      return { type: 'DateTime', native: first === '3' ? null : `DateTime(${first ?? 0})` }
    case 'year':
      return { type: 'Int', native: 'Year' }
    case 'varchar':
      return { type: 'String', native: first === '191' ? null : `VarChar(${first ?? 1})` }
    case 'longblob':
      return { type: 'Bytes', native: null }
    case 'json':
      return { type: 'Json', native: null }
    default:
      return sized(MYSQL[type], first)
  }
}

/** `*` after a native type: with its length, which is that of the value where none is written. */
const MYSQL: Readonly<Record<string, readonly [string, string, string?]>> = {
  char: ['String', 'Char', '1'],
  tinytext: ['String', 'TinyText'],
  text: ['String', 'Text'],
  mediumtext: ['String', 'MediumText'],
  longtext: ['String', 'LongText'],
  binary: ['Bytes', 'Binary', '1'],
  varbinary: ['Bytes', 'VarBinary', '1'],
  tinyblob: ['Bytes', 'TinyBlob'],
  blob: ['Bytes', 'Blob'],
  mediumblob: ['Bytes', 'MediumBlob'],
  date: ['DateTime', 'Date'],
  time: ['DateTime', 'Time', '0'],
  timestamp: ['DateTime', 'Timestamp', '0'],
}

function sqlServerType({ type, arguments: values }: DdlColumn): PulledType | null {
  const [first, second] = values
  const length = first?.toLowerCase() === 'max' ? 'Max' : (first ?? '1')
  switch (type) {
    case 'int':
    case 'integer':
      return { type: 'Int', native: null }
    case 'bigint':
      return { type: 'BigInt', native: null }
    case 'bit':
      return { type: 'Boolean', native: null }
    case 'float':
      return {
        type: 'Float',
        native: first === undefined || first === '53' ? null : `Float(${first})`,
      }
    case 'decimal':
    case 'numeric':
      return decimal(first ?? '18', second ?? '0', '32', '16')
    case 'datetime2':
      return { type: 'DateTime', native: first === undefined || first === '7' ? null : 'DateTime2' }
    case 'nvarchar':
      return { type: 'String', native: length === '1000' ? null : `NVarChar(${length})` }
    case 'varchar':
      return { type: 'String', native: `VarChar(${length})` }
    case 'varbinary':
      return { type: 'Bytes', native: length === 'Max' ? null : `VarBinary(${length})` }
    default:
      return sized(SQL_SERVER[type], first)
  }
}

const SQL_SERVER: Readonly<Record<string, readonly [string, string, string?]>> = {
  tinyint: ['Int', 'TinyInt'],
  smallint: ['Int', 'SmallInt'],
  real: ['Float', 'Real'],
  money: ['Float', 'Money'],
  smallmoney: ['Float', 'SmallMoney'],
  char: ['String', 'Char', '1'],
  nchar: ['String', 'NChar', '1'],
  text: ['String', 'Text'],
  ntext: ['String', 'NText'],
  xml: ['String', 'Xml'],
  uniqueidentifier: ['String', 'UniqueIdentifier'],
  date: ['DateTime', 'Date'],
  time: ['DateTime', 'Time'],
  datetime: ['DateTime', 'DateTime'],
  smalldatetime: ['DateTime', 'SmallDateTime'],
  datetimeoffset: ['DateTime', 'DateTimeOffset'],
  binary: ['Bytes', 'Binary', '1'],
  image: ['Bytes', 'Image'],
}

function sized(
  known: readonly [string, string, string?] | undefined,
  length: string | undefined,
): PulledType | null {
  if (known === undefined) return null
  const [type, native, usual] = known
  return { type, native: usual === undefined ? native : `${native}(${length ?? usual})` }
}

function decimal(
  precision: string,
  scale: string,
  usualPrecision: string,
  usualScale: string,
): PulledType {
  const isUsual = precision === usualPrecision && scale === usualScale
  return { type: 'Decimal', native: isUsual ? null : `Decimal(${precision}, ${scale})` }
}

/** What stands in `@default(…)`, `null` for none. `type` is the field's, `Enum` for an enum. */
export function pulledDefault(column: DdlColumn, type: string): string | null {
  if (column.isAutoIncrement) return 'autoincrement()'
  if (column.default === null || type.startsWith('Unsupported')) return null
  const written = withoutParentheses(column.default)
  if (/^null$/i.test(written)) return null
  if (type === 'DateTime' && NOW.test(written)) return 'now()'
  const text = stringValue(written)
  if (type === 'Boolean') {
    const value = /^(?:b?'?([01])'?|(true)|(false))$/i.exec(written)
    if (value !== null) return value[1] === '1' || value[2] !== undefined ? 'true' : 'false'
  }
  const number = text ?? written
  if (/^(?:Int|BigInt)$/.test(type) && /^-?\d+$/.test(number)) return number
  if (/^(?:Float|Decimal)$/.test(type) && /^-?\d+(?:\.\d+)?$/.test(number)) return number
  if (type === 'String' && text !== null) return JSON.stringify(text)
  if (type === 'Enum' && text !== null) return text
  return `dbgenerated(${JSON.stringify(column.default)})`
}

const NOW =
  /^(?:current_timestamp|now|localtimestamp|localtime|getdate|sysdatetime)(?:\s*\(\s*\d*\s*\))?$/i

function withoutParentheses(text: string): string {
  let inner = text.trim()
  // `(a) + (b)` begins and ends with parentheses that do not belong together; no literal does.
  while (inner.startsWith('(') && inner.endsWith(')')) inner = inner.slice(1, -1).trim()
  return inner
}

/** Of `'it''s'` and `N'it''s'`; `null` if it is something else. */
function stringValue(text: string): string | null {
  const match = /^N?'((?:[^'\\]|''|\\.)*)'$/i.exec(text)
  return match === null ? null : match[1]!.replaceAll("''", "'")
}
