/**
 * Derives the relational schema that a model graph comes to: tables in the order of the models,
 * then the tables of implicit many-to-many relations. Views have no DDL in Prisma Migrate. What is
 * ignored with `@ignore` and `@@ignore` is a matter of Prisma Client and is part of the database.
 *
 * It is meant for schemas that Prisma's engine accepts; of others it keeps what can be understood.
 */

import type { Block, SchemaGraph } from '@/lib/schema/graph'
import { columnOf, isColumn } from './columns-of'
import type { Dialect } from './dialect'
import { dialectFor } from './dialects'
import { enumTypesOf } from './enums-of'
import { foreignKeysOf } from './foreign-keys-of'
import { joinTablesOf } from './join-tables-of'
import { indexesOf, primaryKeyOf } from './keys-of'
import { namespaceOf, namespacesOf } from './namespaces-of'
import type { RelationalProvider, Table, Tables } from './tables'

export function tablesOf<Provider extends RelationalProvider>(
  graph: SchemaGraph,
  provider: Provider,
): Tables<Provider> {
  return { ...tablesFor(graph, dialectFor(provider)), provider }
}

/** The same for a dialect at hand. */
export function tablesFor(graph: SchemaGraph, dialect: Dialect): Tables {
  const hasForeignKeys = relationMode(graph) !== 'prisma'
  const models = graph.blocks.filter((block) => {
    return block.kind === 'model' && graph.blockByName.get(block.name) === block
  })
  const owners = enumOwners(graph, models)
  const enums = enumTypesOf(graph, dialect)
  const tables = models.map((block): Table => {
    return {
      name: tableName(block),
      namespace: namespaceOf(block, dialect),
      blockId: block.id,
      columns: block.fields
        .filter(isColumn)
        .map((field) => columnOf(field, block, graph, dialect, owners)),
      primaryKey: primaryKeyOf(block, dialect),
      indexes: indexesOf(block, dialect),
      foreignKeys: hasForeignKeys ? foreignKeysOf(block, graph, dialect) : [],
    }
  })
  const byBlock = new Map(tables.map((table) => [table.blockId, table]))
  return {
    provider: dialect.provider,
    namespaces: namespacesOf([...tables, ...enums]),
    tables: [...tables, ...joinTablesOf(graph, models, byBlock, dialect, hasForeignKeys)],
    enums,
  }
}

/** The name of a model's table in the database. */
export function tableName(block: Block): string {
  return block.databaseName ?? block.name
}

function relationMode(graph: SchemaGraph): string | null {
  // `referentialIntegrity` was its name before Prisma 4.5.
  const value =
    datasourceValue(graph, 'relationMode') ?? datasourceValue(graph, 'referentialIntegrity')
  return value?.kind === 'string' ? value.value : null
}

function datasourceValue(graph: SchemaGraph, name: string) {
  return graph.datasource?.properties.find((property) => property.name === name)?.value ?? null
}

/**
 * Prisma calls an enum by the last column that has it, `Table_column`, in what it says of any of
 * its columns. The same is done here, so that warnings are word for word the same.
 */
function enumOwners(graph: SchemaGraph, models: readonly Block[]): ReadonlyMap<string, string> {
  const owners = new Map<string, string>()
  for (const block of models) {
    for (const field of block.fields) {
      if (field.typeKind !== 'enum' || !graph.blockByName.has(field.typeName)) continue
      owners.set(field.typeName, `${tableName(block)}_${field.databaseName ?? field.name}`)
    }
  }
  return owners
}
