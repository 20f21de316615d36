/** What sample rows have to know of the tables behind a model graph. */

import type { Block, BlockId, Field, SchemaGraph } from '@/lib/schema/graph'
import { SCALAR_TYPES } from '@/lib/schema/scalars'
import { isColumn } from '../columns-of'
import { relationsFrom } from '../foreign-keys-of'
import { joinTableNames } from '../names'

/** The databases that rows are written for. */
export type SampleProvider = 'postgresql' | 'sqlite'

export interface SampleTable {
  readonly name: string
  /** The schema of the database, if the model names one. */
  readonly namespace: string | null
  /** The words of the model's name in lower case, singular or not: `['order', 'item']`. */
  readonly words: readonly string[]
  readonly columns: readonly SampleColumn[]
  /** Primary key first, then unique constraints; each as places in `columns`. */
  readonly keys: readonly (readonly number[])[]
  readonly hasPrimaryKey: boolean
  readonly links: readonly SampleLink[]
}

export interface SampleColumn {
  readonly name: string
  /** The words of the field's name in lower case: `['created', 'at']`. */
  readonly words: readonly string[]
  /** A scalar type of Prisma's; `enum`; or `null` for a type that no value is known for. */
  readonly type: string | null
  /** As people know it: `Unsupported("circle")`. */
  readonly typeText: string
  readonly native: { readonly name: string; readonly args: readonly string[] } | null
  readonly arity: Field['arity']
  /** Of an enum, by their names in the database. */
  readonly values: readonly string[]
  readonly isAutoIncrement: boolean
  /** The function by which Prisma Client makes the value: `uuid`, `cuid`, … */
  readonly generator: string | null
  /** Whether the database has a default of its own. */
  readonly hasDefault: boolean
  /** Whether that default is an expression (`dbgenerated`), which is best left to the database. */
  readonly isExpression: boolean
}

/** A foreign key, or what would be one with `relationMode = "foreignKeys"`. */
export interface SampleLink {
  /** Places in the columns of the table. */
  readonly columns: readonly number[]
  /** The place of the other table in the list. */
  readonly to: number
  /** Places in its columns, pairwise. */
  readonly references: readonly number[]
}

/** PostgreSQL cuts names at 63 bytes; SQLite does not cut them. */
const LONGEST_NAME: Record<SampleProvider, number> = { postgresql: 63, sqlite: 10_000 }

/** In the order of the models, then the tables of implicit many-to-many relations. */
export function sampleTablesOf(graph: SchemaGraph, provider: SampleProvider): SampleTable[] {
  const models = graph.blocks.filter(
    (block) => block.kind === 'model' && graph.blockByName.get(block.name) === block,
  )
  const places = new Map(models.map(({ id }, index) => [id, index]))
  const tables = models.map((block): SampleTable => {
    const fields = block.fields.filter(isColumn)
    const placeOf = (name: string) => fields.findIndex((field) => field.name === name)
    const ids = block.keys.filter(({ kind }) => kind === 'id')
    const uniques = block.keys.filter(({ kind }) => kind === 'unique')
    return {
      name: block.databaseName ?? block.name,
      namespace: provider === 'postgresql' ? block.databaseSchema : null,
      words: wordsOf(block.name),
      columns: fields.map((field) => columnOf(field, graph)),
      keys: [...ids, ...uniques]
        .map((key) => key.fields.map(({ path }) => placeOf(path)))
        .filter((key) => key.length > 0 && !key.includes(-1)),
      hasPrimaryKey: ids.length > 0,
      links: linksOf(block, graph, places),
    }
  })
  return [...tables, ...joinTables(graph, tables, places, LONGEST_NAME[provider])]
}

/** The words of a name, in lower case: `createdAt`, `created_at` and `CreatedAT` all have two. */
export function wordsOf(name: string): string[] {
  return (name.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?[^\p{Lu}\s_\d-]+|\d+/gu) ?? []).map((word) =>
    word.toLowerCase(),
  )
}

const DATABASE_CALLS: ReadonlySet<string> = new Set(['autoincrement', 'now', 'dbgenerated'])

function columnOf(field: Field, graph: SchemaGraph): SampleColumn {
  const { default: value, typeKind } = field
  const call = value?.kind === 'call' ? value : null
  const isFromDatabase = value !== null && (call === null || DATABASE_CALLS.has(call.name))
  // `dbgenerated()` without an expression says nothing to the database.
  const isEmpty = call?.name === 'dbgenerated' && call.args.length === 0
  const values = typeKind === 'enum' ? (graph.blockByName.get(field.typeName)?.values ?? []) : []
  return {
    name: field.databaseName ?? field.name,
    words: wordsOf(field.name),
    type: typeOf(field, values.length),
    typeText: typeKind === 'unsupported' ? `Unsupported("${field.typeName}")` : field.typeName,
    native: field.nativeType,
    arity: field.arity,
    values: values.map((item) => item.databaseName ?? item.name),
    isAutoIncrement: call?.name === 'autoincrement',
    generator: call && !isFromDatabase ? call.name : null,
    hasDefault: isFromDatabase && !isEmpty,
    isExpression: call?.name === 'dbgenerated' && !isEmpty,
  }
}

/** Those that values are known for; of the newer ones, none are. */
const FILLED_TYPES: ReadonlySet<string> = new Set(SCALAR_TYPES)

function typeOf({ typeKind, typeName }: Field, valueCount: number): string | null {
  if (typeKind === 'enum') return valueCount > 0 ? 'enum' : null
  return typeKind === 'scalar' && FILLED_TYPES.has(typeName) ? typeName : null
}

function linksOf(
  block: Block,
  graph: SchemaGraph,
  places: ReadonlyMap<BlockId, number>,
): SampleLink[] {
  return relationsFrom(graph, block).flatMap((relation) => {
    const target = graph.blockById.get(relation.toBlockId)
    const to = places.get(relation.toBlockId)
    if (relation.fields.length === 0 || !target || to === undefined) return []
    const columns = relation.fields.map((name) => placeIn(block, name))
    const references = relation.references.map((name) => placeIn(target, name))
    if (columns.includes(-1) || references.includes(-1)) return []
    return columns.length === references.length ? [{ columns, to, references }] : []
  })
}

function placeIn(block: Block, fieldName: string): number {
  return block.fields.filter(isColumn).findIndex(({ name }) => name === fieldName)
}

/** As Prisma Migrate makes them: `_AToB` with the columns `A` and `B`, in the schema of A. */
function joinTables(
  graph: SchemaGraph,
  tables: readonly SampleTable[],
  places: ReadonlyMap<BlockId, number>,
  longestName: number,
): SampleTable[] {
  return graph.relations.flatMap((relation) => {
    if (relation.kind !== 'many-to-many' || !relation.to) return []
    const ends = [relation.fromBlockId, relation.toBlockId].map((id) => places.get(id) ?? -1)
    const [a, b] = ends.map((place) => tables[place])
    const [idA, idB] = [a, b].map((table) => (table?.hasPrimaryKey ? table.keys[0] : undefined))
    if (!a || !b || idA?.length !== 1 || idB?.length !== 1) return []
    const names = ends.map((_, at) => {
      return graph.blockById.get(at === 0 ? relation.fromBlockId : relation.toBlockId)?.name
    })
    return {
      name: joinTableNames(relation.name ?? names.join('To'), longestName).table,
      namespace: a.namespace,
      words: [],
      columns: [joinColumn('A', a, idA[0]), joinColumn('B', b, idB[0])],
      keys: [[0, 1]],
      hasPrimaryKey: true,
      links: [
        { columns: [0], to: ends[0] as number, references: idA },
        { columns: [1], to: ends[1] as number, references: idB },
      ],
    }
  })
}

function joinColumn(name: string, table: SampleTable, id: number | undefined): SampleColumn {
  const column = table.columns[id ?? -1]
  if (!column) throw new Error(`${table.name} has no column ${id}.`)
  return {
    ...column,
    name,
    words: [],
    isAutoIncrement: false,
    generator: null,
    hasDefault: false,
    isExpression: false,
  }
}
