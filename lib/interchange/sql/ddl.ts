/** What the statements of a MySQL or SQL Server script define, as they name it. */

export interface DdlColumn {
  readonly name: string
  /** In small letters. */
  type: string
  /** Of the type: lengths, precision, `max`, values of an enum. */
  arguments: readonly string[]
  isUnsigned: boolean
  isNullable: boolean
  isAutoIncrement: boolean
  isGenerated: boolean
  /** The expression as written, `null` if there is none. */
  default: string | null
}

export interface DdlIndex {
  readonly name: string | null
  readonly kind: 'primary' | 'unique' | 'index' | 'fulltext'
  readonly columns: readonly DdlIndexColumn[]
  readonly clustered: boolean | null
}

export interface DdlIndexColumn {
  readonly name: string
  readonly length: number | null
  readonly isDescending: boolean
}

export interface DdlForeignKey {
  readonly name: string | null
  readonly columns: readonly string[]
  /** As `DdlTable.schema`. */
  readonly toSchema: string | null
  readonly toTable: string
  /** Empty if not named: the primary key. */
  readonly toColumns: readonly string[]
  /** In capitals, `null` if not named. */
  readonly onDelete: string | null
  readonly onUpdate: string | null
}

export interface DdlTable {
  readonly name: string
  /** The schema of the database that it is in, as written; `null` where databases have none. */
  readonly schema: string | null
  readonly columns: DdlColumn[]
  readonly indexes: DdlIndex[]
  readonly foreignKeys: DdlForeignKey[]
  /** The line that it begins at, from 1. */
  readonly line: number
  /** Why parts of its last statement were left out. */
  readonly leftOut: string[]
}

export interface Skipped {
  readonly text: string
  readonly line: number
  readonly reason: string
}

/** By which a table is found, also where it is written in other letters. */
export function tableKey(schema: string | null, name: string): string {
  return `${schema ?? ''}.${name}`.toLowerCase()
}

/** Finds the table that a foreign key refers to. */
export type Targets = (key: DdlForeignKey) => DdlTable | undefined

export function targetsIn(tables: readonly DdlTable[]): Targets {
  const byKey = new Map(tables.map((table) => [tableKey(table.schema, table.name), table]))
  return ({ toSchema, toTable }) => byKey.get(tableKey(toSchema, toTable))
}
