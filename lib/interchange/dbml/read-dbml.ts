/**
 * Reads DBML as a Prisma schema: tables, columns, keys, enums, references and notes, with types for
 * a database. What a schema cannot say is named, with its line; a text with mistakes is not read.
 */

import { type Database, databaseNamed } from './column-types'
import { FreshNames, toName } from './fresh-names'
import { type Database as DbmlDatabase, type Enum, parseDbml } from './parse-dbml'
import { readRefs } from './read-refs'
import { readTable, type TableReading } from './read-tables'
import { DEFAULT_SCHEMAS, placeOf, Reading, type Skipped } from './reading'
import { type EnumDraft, schemaText } from './schema-draft'

export type DbmlReading =
  | { readonly schema: string; readonly skipped: readonly Skipped[] }
  /** What is wrong with the text, with lines and columns, in sentences for people. */
  | { readonly problem: string }

/** For the database of `provider`; without one, for what the project says, else PostgreSQL. */
export function readDbml(text: string, provider?: Database): DbmlReading {
  const dbml = parseDbml(text)
  if ('problem' in dbml) return dbml
  if (dbml.tables.length === 0 && dbml.enums.length === 0) {
    return { problem: 'There is no table and no enum in this DBML.' }
  }
  const { database_type: stated } = (dbml.project ?? {}) as Readonly<Record<string, unknown>>
  const named = databaseNamed(typeof stated === 'string' ? stated : null)
  const reading = new Reading(text, provider ?? named ?? 'postgresql')
  const { database } = reading
  const schemas = schemasOf(dbml, database)
  const placed = (schema: string | null): string | null => {
    return schemas.length === 0 ? schema : (schema ?? DEFAULT_SCHEMAS[database] ?? null)
  }
  const enums = dbml.enums.map((block) => readEnum(reading, block, placed(block.schemaName)))
  const tables = new Map<string, TableReading>()
  for (const table of dbml.tables) {
    const place = placeOf(table.schemaName, table.name)
    tables.set(place, readTable(reading, table, placed(table.schemaName)))
  }
  readRefs(reading, dbml.refs, tables)
  skipTheRest(reading, dbml)
  const schema = schemaText({
    database,
    introduction: dbml.project?.note?.value.trim() ?? '',
    schemas,
    enums: database === 'sqlserver' ? [] : enums,
    models: [...tables.values()].map(({ model }) => model),
  })
  return { schema, skipped: [...reading.skipped].sort((a, b) => a.line - b.line) }
}

/** The schemas that a datasource has to list: none while all is in the default one. */
function schemasOf({ tables, enums }: DbmlDatabase, database: Database): readonly string[] {
  const usual = DEFAULT_SCHEMAS[database]
  if (usual === undefined) return []
  const named = [...tables, ...enums].map(({ schemaName }) => schemaName ?? usual)
  const distinct = [...new Set(named)].sort()
  return distinct.some((name) => name !== usual) ? distinct : []
}

function readEnum(reading: Reading, block: Enum, schema: string | null): EnumDraft {
  const names = new FreshNames()
  const draft: EnumDraft = {
    name: reading.blockName(schema, block.name),
    databaseName: block.name,
    schema,
    values: block.values.map(({ name, note }) => ({
      name: names.take(toName(name)),
      databaseName: name,
      documentation: note?.value.trim() ?? '',
    })),
  }
  reading.enums.set(placeOf(block.schemaName, block.name), draft)
  if (reading.database === 'sqlserver') {
    reading.skip(block.token, 'SQL Server has no enums: its columns are String.')
  }
  return draft
}

function skipTheRest(reading: Reading, dbml: DbmlDatabase): void {
  for (const { token } of dbml.tableGroups) {
    reading.skip(token, 'Groups of tables are not part of a Prisma schema.')
  }
  for (const { token } of dbml.notes) {
    reading.skip(token, 'Notes beside the tables are not part of a Prisma schema.')
  }
  for (const { token } of dbml.records) {
    reading.skip(token, 'Rows of data are not part of a Prisma schema.')
  }
  for (const { token } of dbml.deps) {
    reading.skip(token, 'Dependencies are not part of a Prisma schema.')
  }
  for (const { token } of dbml.diagramViews) {
    reading.skip(token, 'Views of the diagram are not part of a Prisma schema.')
  }
}
