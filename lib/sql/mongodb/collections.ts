/**
 * The collections and indexes that a schema comes to in MongoDB.
 *
 * The order, the names and the properties of indexes are those of Prisma's engine
 * (`mongodb-schema-connector` in github.com/prisma/prisma-engines: `schema_calculator.rs`, and
 * `constraint_names.rs` of `psl-core`).
 */

import type { Block, Key, KeyField, SchemaGraph } from '@/lib/schema/graph'

export interface Collection {
  readonly name: string
  readonly model: Block
  readonly indexes: readonly CollectionIndex[]
}

export interface CollectionIndex {
  readonly name: string
  readonly isUnique: boolean
  readonly fields: readonly IndexedField[]
}

export interface IndexedField {
  /** The names in the database on the way to it, joined by dots. */
  readonly path: string
  readonly direction: 1 | -1 | 'text'
}

/** The longest name of an index, in bytes, as the engine says when a `map:` is longer. */
const LONGEST_NAME = 127

/** The engine's order: keys on fields, then these attributes of the block, each as written. */
const BLOCK_KEYS: readonly Key['kind'][] = ['index', 'unique', 'fulltext']

/** In the order of the models. */
export function collectionsOf(graph: SchemaGraph): readonly Collection[] {
  const models = graph.blocks.filter((block) => block.kind === 'model' && block.name !== '')
  return models.map((model) => ({
    name: collectionName(model),
    model,
    indexes: indexKeys(model).map((key) => indexOf(graph, model, key)),
  }))
}

function indexKeys(model: Block): readonly Key[] {
  const onFields = model.keys.filter((key) => key.on === 'field' && key.kind === 'unique')
  const onBlock = BLOCK_KEYS.flatMap((kind) =>
    model.keys.filter((key) => key.on === 'block' && key.kind === kind),
  )
  return [...onFields, ...onBlock.filter((key) => key.fields.length > 0)]
}

function indexOf(graph: SchemaGraph, model: Block, key: Key): CollectionIndex {
  const paths = key.fields.map((field) => databasePath(graph, model, field.path))
  return {
    name: indexName(model, key, paths.flat()),
    isUnique: key.kind === 'unique',
    fields: key.fields.map((field, at) => ({
      path: (paths[at] as readonly string[]).join('.'),
      direction: direction(key, field),
    })),
  }
}

/** A field of a fulltext index is searched as text unless it says how it is sorted. */
function direction(key: Key, { sort }: KeyField): IndexedField['direction'] {
  if (key.kind === 'fulltext' && sort === null) return 'text'
  return sort === 'Desc' ? -1 : 1
}

function indexName(model: Block, key: Key, columns: readonly string[]): string {
  // An `@@index` has no name in the client, so the engine takes an old `name:` for its `map:`.
  const given = key.map ?? (key.kind === 'index' ? key.name : null)
  if (given !== null) return given
  const suffix = key.kind === 'unique' ? '_key' : '_idx'
  const name = `${collectionName(model)}_${columns.join('_')}`
  return firstBytes(name, LONGEST_NAME - suffix.length) + suffix
}

/** The names in the database on the way to a field, which may lie in a composite type. */
function databasePath(graph: SchemaGraph, model: Block, path: string): readonly string[] {
  let block: Block | undefined = model
  return path.split('.').map((name) => {
    const field = block?.fields.find((field) => field.name === name)
    block = field && graph.blockByName.get(field.typeName)
    return field?.databaseName ?? name
  })
}

function collectionName(model: Block): string {
  return model.databaseName ?? model.name
}

/** As much of a text as fits in so many bytes of UTF-8, without cutting a character in two. */
function firstBytes(text: string, limit: number): string {
  let bytes = 0
  let taken = ''
  for (const character of text) {
    bytes += new TextEncoder().encode(character).length
    if (bytes > limit) break
    taken += character
  }
  return taken
}
