/**
 * The types of columns, by database: what a field's type is called in SQL, and which Prisma type a
 * column's type comes to. One table serves both directions, so that what is written reads back.
 *
 * Source: the type mappings of Prisma's database connectors (prisma.io/docs, "Database connectors").
 */

import type { Field } from '@/lib/schema/graph'

export const DATABASES = [
  'postgresql',
  'mysql',
  'sqlite',
  'sqlserver',
  'mongodb',
  'cockroachdb',
] as const

export type Database = (typeof DATABASES)[number]

interface TypeRow {
  /** In SQL, without arguments, in lower case. */
  readonly sql: string
  readonly scalar: string
  /** The native type's name; empty where the database has no native types. */
  readonly native: string
  /** What Prisma takes for the scalar when a field names no native type, with its arguments. */
  readonly isDefault: boolean
  readonly defaultArguments: readonly string[]
  /** What SQL means when the arguments are missing, where Prisma's default is something else. */
  readonly bareArguments: readonly string[]
}

/**
 * A row each: name in SQL, scalar, native type; then `=` for the scalar's default type, with
 * arguments, and `~` with the arguments that the database itself assumes. Spaces are written `_`.
 */
const ROWS: Readonly<Record<Database, string>> = {
  postgresql: `
    integer Int Integer =; smallint Int SmallInt; oid Int Oid; bigint BigInt BigInt =
    text String Text =; varchar String VarChar; char String Char ~1; citext String Citext
    uuid String Uuid; xml String Xml; inet String Inet; bit String Bit ~1; varbit String VarBit
    decimal Decimal Decimal =65,30; money Decimal Money; boolean Boolean Boolean =
    double_precision Float DoublePrecision =; real Float Real; bytea Bytes ByteA =
    jsonb Json JsonB =; json Json Json; timestamp DateTime Timestamp =3 ~6
    timestamptz DateTime Timestamptz ~6; date DateTime Date; time DateTime Time ~6
    timetz DateTime Timetz ~6`,
  cockroachdb: `
    int4 Int Int4 =; int2 Int Int2; oid Int Oid; int8 BigInt Int8 =; string String String =
    char String Char ~1; "char" String CatalogSingleChar; uuid String Uuid; inet String Inet
    bit String Bit ~1; varbit String VarBit; decimal Decimal Decimal =65,30; bool Boolean Bool =
    float8 Float Float8 =; float4 Float Float4; bytes Bytes Bytes =; jsonb Json JsonB =
    timestamp DateTime Timestamp =3 ~6; timestamptz DateTime Timestamptz ~6; date DateTime Date
    time DateTime Time ~6; timetz DateTime Timetz ~6`,
  mysql: `
    int Int Int =; int_unsigned Int UnsignedInt; smallint Int SmallInt; year Int Year
    smallint_unsigned Int UnsignedSmallInt; mediumint Int MediumInt
    mediumint_unsigned Int UnsignedMediumInt; tinyint Int TinyInt
    tinyint_unsigned Int UnsignedTinyInt; bigint BigInt BigInt =
    bigint_unsigned BigInt UnsignedBigInt; varchar String VarChar =191; char String Char ~1
    text String Text; tinytext String TinyText; mediumtext String MediumText
    longtext String LongText; decimal Decimal Decimal =65,30; boolean Boolean TinyInt =
    double Float Double =; float Float Float; longblob Bytes LongBlob =; blob Bytes Blob
    tinyblob Bytes TinyBlob; mediumblob Bytes MediumBlob; binary Bytes Binary ~1
    varbinary Bytes VarBinary; bit Bytes Bit ~1; json Json Json =; datetime DateTime DateTime =3 ~0
    timestamp DateTime Timestamp ~0; date DateTime Date; time DateTime Time ~0`,
  sqlserver: `
    int Int Int =; smallint Int SmallInt; tinyint Int TinyInt; bigint BigInt BigInt =
    nvarchar String NVarChar =1000; varchar String VarChar; nchar String NChar ~1
    char String Char ~1; ntext String NText; text String Text; xml String Xml
    uniqueidentifier String UniqueIdentifier; decimal Decimal Decimal =32,16; bit Boolean Bit =
    float Float Float =53; real Float Real; money Float Money; smallmoney Float SmallMoney
    varbinary Bytes VarBinary =Max; binary Bytes Binary ~1; image Bytes Image
    datetime2 DateTime DateTime2 =; datetime DateTime DateTime; date DateTime Date
    time DateTime Time; datetimeoffset DateTime DateTimeOffset
    smalldatetime DateTime SmallDateTime`,
  sqlite: `
    integer Int - =; bigint BigInt - =; text String - =; real Float - =; decimal Decimal - =
    boolean Boolean - =; blob Bytes - =; jsonb Json - =; datetime DateTime - =`,
  mongodb: `
    int Int Int =; long BigInt Long =; string String String =; objectId String ObjectId
    double Float Double =; bool Boolean Bool =; binData Bytes BinData =; json Json Json =
    date DateTime Date =; timestamp DateTime Timestamp`,
}

const READ = new Map<Database, readonly TypeRow[]>()

/** What people and other databases call the types above, where this database knows no such name. */
const ALIASES: Readonly<Record<string, string>> = {
  int: 'integer int int4',
  int2: 'smallint int2',
  int4: 'integer int4 int',
  int8: 'bigint int8 long',
  integer: 'int int4',
  bigint: 'int8 long',
  mediumint: 'integer int int4',
  smallint: 'int2',
  numeric: 'decimal',
  number: 'decimal double',
  dec: 'decimal',
  bool: 'boolean bit bool',
  boolean: 'bool bit',
  'character varying': 'varchar',
  'varying character': 'varchar',
  character: 'char',
  bpchar: 'char',
  varchar2: 'varchar',
  string: 'text varchar nvarchar string',
  float4: 'real float4 float',
  float8: 'double_precision float8 double float real',
  'double precision': 'double float8 float real',
  double: 'double_precision float8 float real',
  float: 'double_precision float8 double real',
  real: 'float4 float double',
  datetime: 'timestamp datetime2 date',
  'timestamp without time zone': 'timestamp',
  'timestamp with time zone': 'timestamptz timestamp',
  'time without time zone': 'time',
  'time with time zone': 'timetz time',
  timestamptz: 'timestamp datetimeoffset datetime date',
  uuid: 'uniqueidentifier',
  guid: 'uuid uniqueidentifier',
  uniqueidentifier: 'uuid',
  bytes: 'bytea longblob varbinary blob binData bytes',
  objectid: 'objectId',
  bindata: 'binData',
}

/** Scalars by the names of types of any database: for those that this one does not have. */
const ANYWHERE: ReadonlyMap<string, string> = new Map(
  DATABASES.flatMap((database) => rowsOf(database).map((row) => [row.sql, row.scalar])),
)

/** Scalars that the database does not have, and what it has instead. */
const SUBSTITUTES: Readonly<
  Partial<Record<Database, Readonly<Record<string, Pick<ColumnType, 'scalar' | 'native'>>>>>
> = {
  mongodb: { Decimal: { scalar: 'Float', native: null } },
  sqlserver: { Json: { scalar: 'String', native: 'NVarChar(Max)' } },
}

/** Types that number their rows by themselves. */
const SERIAL: Readonly<Record<string, string>> = {
  serial: 'int',
  serial4: 'int',
  smallserial: 'int2',
  serial2: 'int2',
  bigserial: 'bigint',
  serial8: 'bigint',
}

export interface ColumnType {
  readonly scalar: string
  /** As it stands in the attribute: `VarChar(80)`; `null` when it is the scalar's default. */
  readonly native: string | null
  readonly isList: boolean
  readonly isNumbered: boolean
}

/** What a column's type comes to; `null` for one that no database of Prisma's has. */
export function readColumnType(database: Database, text: string): ColumnType | null {
  const isList = /\[\d*\]$/.test(text.trim())
  const plain = text.trim().replace(/(?:\[\d*\])+$/, '')
  // Arguments may stand before the rest of the name: `timestamp(3) with time zone`.
  const [, before = '', inside, after = ''] = /^([^()]*)(?:\(([^)]*)\))?(.*)$/s.exec(plain) ?? []
  const name = `${before.trim()} ${after.trim()}`.trim().replace(/\s+/g, ' ').toLowerCase()
  const args = (inside ?? '').split(',').map((arg) => arg.trim().replace(/^max$/i, 'Max'))
  const given = inside === undefined || inside.trim() === '' ? [] : args
  const isNumbered = name in SERIAL
  const found = findRow(database, SERIAL[name] ?? name, given)
  if (found) return { ...found, isList, isNumbered }
  const scalar = ANYWHERE.get(name) ?? ANYWHERE.get(aliasesOf(name)[0] ?? '')
  if (scalar === undefined) return null
  return { ...(SUBSTITUTES[database]?.[scalar] ?? { scalar, native: null }), isList, isNumbered }
}

function findRow(database: Database, name: string, args: readonly string[]) {
  if (database === 'mysql' && name === 'tinyint' && args[0] === '1') {
    return { scalar: 'Boolean', native: null }
  }
  const rows = rowsOf(database)
  for (const candidate of [name, ...aliasesOf(name)]) {
    const row = rows.find((row) => row.sql.toLowerCase() === candidate.toLowerCase())
    if (!row) continue
    // A name that this database does not have says what is meant, not how it is stored.
    const isLoose = candidate !== name
    return { scalar: row.scalar, native: nativeOf(row, args, isLoose) }
  }
  return null
}

function nativeOf(row: TypeRow, args: readonly string[], isLoose: boolean): string | null {
  if (row.native === '') return null
  const isBare = args.length === 0
  if (isBare && isLoose && row.isDefault) return null
  // The length of a text can be left out in DBML where SQL needs one.
  if (isBare && row.isDefault && (row.bareArguments.length === 0 || row.scalar === 'String')) {
    return null
  }
  const effective = isBare ? row.bareArguments : args
  if (row.isDefault && effective.join() === row.defaultArguments.join()) return null
  const takesNone = /^(?:Integer|SmallInt|BigInt|Int|Int[248]|Boolean|Bool|Text|JsonB?)$/
  const kept = takesNone.test(row.native) ? [] : effective
  if (row.isDefault && kept.length === 0 && args.length > 0) return null
  return kept.length === 0 ? row.native : `${row.native}(${kept.join(', ')})`
}

function aliasesOf(name: string): readonly string[] {
  return (ALIASES[name] ?? '').split(' ').flatMap((alias) => {
    return alias === '' ? [] : [alias.replaceAll('_', ' ')]
  })
}

/** The type of the field's column; the name of its type where that is no scalar. */
export function columnTypeText(database: Database, field: Field): string {
  const suffix = field.arity === 'list' ? '[]' : ''
  const { nativeType, typeName } = field
  const rows = rowsOf(database)
  const row = nativeType
    ? rows.find((row) => row.native === nativeType.name && row.scalar === typeName)
    : rows.find((row) => row.isDefault && row.scalar === typeName)
  if (!row) {
    return (nativeType ? withArguments(nativeType.name, nativeType.args) : typeName) + suffix
  }
  const args = nativeType ? nativeType.args : row.defaultArguments
  return withArguments(row.sql, args).replace('(Max)', '(max)') + suffix
}

function withArguments(name: string, args: readonly string[]): string {
  return args.length > 0 ? `${name}(${args.join(',')})` : name
}

function rowsOf(database: Database): readonly TypeRow[] {
  const known = READ.get(database)
  if (known) return known
  const rows = ROWS[database]
    .split(/[;\n]/)
    .map((line) => line.trim().split(' '))
    .filter((parts) => parts.length >= 3)
    .map(([sql = '', scalar = '', native = '', ...rest]): TypeRow => {
      const isDefault = rest.some((part) => part.startsWith('='))
      return {
        sql: sql.replaceAll('_', ' '),
        scalar,
        native: native === '-' ? '' : native,
        isDefault,
        defaultArguments: marked(rest, '='),
        bareArguments: marked(rest, '~'),
      }
    })
  READ.set(database, rows)
  return rows
}

function marked(parts: readonly string[], sign: string): readonly string[] {
  const part = parts.find((part) => part.startsWith(sign)) ?? ''
  return part.length > 1 ? part.slice(1).split(',') : []
}

/** The database of a provider's name, or of what a DBML project says: "PostgreSQL", "SQL Server". */
export function databaseNamed(text: string | null | undefined): Database | null {
  const name = (text ?? '').toLowerCase().replace(/[^a-z]/g, '')
  if (/^(?:postgres|supabase|neon|redshift)/.test(name)) return 'postgresql'
  if (/^(?:mysql|mariadb|tidb|planetscale|vitess)/.test(name)) return 'mysql'
  if (/^(?:sqlserver|mssql|microsoftsql|azuresql|transactsql|tsql)/.test(name)) return 'sqlserver'
  if (/^(?:sqlite|libsql|turso)/.test(name)) return 'sqlite'
  if (/^mongo/.test(name)) return 'mongodb'
  return /^cockroach/.test(name) ? 'cockroachdb' : null
}
