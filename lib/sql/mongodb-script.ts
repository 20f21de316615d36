/**
 * What `prisma db push` does to an empty MongoDB database, as a script for `mongosh`.
 *
 * Prisma has no migrations for MongoDB: its engine creates the collections that are missing and
 * brings their indexes in line, and documents stay as they are. The order, the names and the
 * properties of indexes are those of that engine (`mongodb-schema-connector` in
 * github.com/prisma/prisma-engines: `schema_calculator.rs`, `differ.rs`, and `constraint_names.rs`
 * of `psl-core`).
 */

import type { Block, Key, KeyField, SchemaGraph } from '@/lib/schema/graph'

const HEADER = `// Prisma has no migrations for MongoDB. This is what "prisma db push" does to an empty database:
// it creates the collections and their indexes. Fields, types and relations are not stored in
// the database; Prisma Client looks after them.
`

/** The longest name of an index, in bytes, as the engine says when a `map:` is longer. */
const LONGEST_NAME = 127

/** The engine's order: keys on fields, then these attributes of the block, each as written. */
const BLOCK_KEYS: readonly Key['kind'][] = ['index', 'unique', 'fulltext']

/** The script, ending with a line break. */
export function mongodbScript(graph: SchemaGraph): string {
  const models = graph.blocks.filter((block) => block.kind === 'model' && block.name !== '')
  const collections = models.map((model) => `db.createCollection(${quote(databaseName(model))})\n`)
  const indexes = models.flatMap((model) =>
    indexesOf(model).map((key) => createIndex(graph, model, key)),
  )
  return [HEADER, collections.join(''), indexes.join('')].filter((part) => part !== '').join('\n')
}

function indexesOf(model: Block): readonly Key[] {
  const onFields = model.keys.filter((key) => key.on === 'field' && key.kind === 'unique')
  const onBlock = BLOCK_KEYS.flatMap((kind) =>
    model.keys.filter((key) => key.on === 'block' && key.kind === kind),
  )
  return [...onFields, ...onBlock.filter((key) => key.fields.length > 0)]
}

function createIndex(graph: SchemaGraph, model: Block, key: Key): string {
  const paths = key.fields.map((field) => databasePath(graph, model, field.path))
  const fields = key.fields.map((field, at) => {
    return `${quote((paths[at] as readonly string[]).join('.'))}: ${direction(key, field)}`
  })
  const name = indexName(model, key, paths.flat())
  const options = [`name: ${quote(name)}`, ...(key.kind === 'unique' ? ['unique: true'] : [])]
  const collection = `db.getCollection(${quote(databaseName(model))})`
  return `${collection}.createIndex({ ${fields.join(', ')} }, { ${options.join(', ')} })\n`
}

/** A field of a fulltext index is searched as text unless it says how it is sorted. */
function direction(key: Key, { sort }: KeyField): string {
  if (key.kind === 'fulltext' && sort === null) return '"text"'
  return sort === 'Desc' ? '-1' : '1'
}

function indexName(model: Block, key: Key, columns: readonly string[]): string {
  // An `@@index` has no name in the client, so the engine takes an old `name:` for its `map:`.
  const given = key.map ?? (key.kind === 'index' ? key.name : null)
  if (given !== null) return given
  const suffix = key.kind === 'unique' ? '_key' : '_idx'
  const name = `${databaseName(model)}_${columns.join('_')}`
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

function databaseName(model: Block): string {
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

function quote(text: string): string {
  return JSON.stringify(text)
}
