/**
 * The names of keys and indexes in the database: written, or made up by Prisma of the names of
 * table and columns. Where they must differ was found by trying Prisma 7.10.
 */

import type { Block, Key, SchemaGraph } from '@/lib/schema/graph'
import type { KeySpec } from './attribute-arguments'

type Named = Pick<Key, 'kind' | 'fields' | 'map' | 'name'>

/** The most characters that a name may have. */
const LONGEST: Readonly<Record<string, number>> = {
  postgresql: 63,
  postgres: 63,
  cockroachdb: 63,
  mysql: 64,
  sqlserver: 128,
  mongodb: 127,
}

export function keyNameNotes(
  graph: SchemaGraph,
  title: string,
  block: Block,
  spec: KeySpec,
  others: readonly Key[],
): string[] {
  if (block.kind === 'view') return []
  const { provider } = graph
  const longest = LONGEST[provider ?? '']
  const written = writtenName(spec)
  if (written !== null && longest && new TextEncoder().encode(written).length > longest) {
    return [`A name in ${title} has at most ${longest} characters.`]
  }
  const name = nameInDatabase(graph, block, spec)
  if (name === null) return []
  const taken = namesIn(graph)
  const isOfOwn = others.some((key) => nameInDatabase(graph, block, key) === name)
  const isOfOther = taken.keys.get(name)?.some(isInTheWay) ?? false
  const isOfRelation = provider === 'sqlserver' && spec.kind === 'id' && taken.relations.has(name)
  return isOfOwn || isOfOther || isOfRelation
    ? [`Another key is called ${name} in the database; one of them needs another name there.`]
    : []

  function isInTheWay({ block: { id, databaseSchema }, kind }: TakenName): boolean {
    if (id === block.id || databaseSchema !== block.databaseSchema) return false
    if (provider === 'sqlserver') return spec.kind === 'id' && kind === 'id'
    return provider === 'postgresql' || provider === 'postgres' || provider === 'sqlite'
  }
}

interface TakenName {
  readonly block: Block
  readonly kind: Key['kind']
}

interface TakenNames {
  readonly keys: ReadonlyMap<string, readonly TakenName[]>
  /** Written names of foreign keys. */
  readonly relations: ReadonlySet<string>
}

/** By graph, so that each is gone through once while a schema's keys are compared with one another. */
const takenNames = new WeakMap<SchemaGraph, TakenNames>()

function namesIn(graph: SchemaGraph): TakenNames {
  const known = takenNames.get(graph)
  if (known) return known
  const keys = new Map<string, TakenName[]>()
  const relations = new Set<string>()
  for (const block of graph.blocks) {
    for (const { relation } of block.fields) if (relation?.map) relations.add(relation.map)
    if (block.kind !== 'model') continue
    for (const { name, kind } of keyNamesOf(graph, block)) {
      const list = keys.get(name)
      if (list) list.push({ block, kind })
      else keys.set(name, [{ block, kind }])
    }
  }
  const names = { keys, relations }
  takenNames.set(graph, names)
  return names
}

/** `name:` of an index is what Prisma once called its `map:`. */
function writtenName({ kind, map, name }: Named): string | null {
  return map ?? (kind === 'index' ? name : null)
}

interface KeyName {
  readonly kind: Key['kind']
  readonly name: string
}

/** By block, of which an edit leaves most as they are. */
const keyNames = new WeakMap<Block, { provider: string | null; names: readonly KeyName[] }>()

function keyNamesOf(graph: SchemaGraph, block: Block): readonly KeyName[] {
  const { provider } = graph
  const known = keyNames.get(block)
  if (known?.provider === provider) return known.names
  const names = block.keys.flatMap((key): KeyName[] => {
    const name = nameInDatabase(graph, block, key)
    return name === null ? [] : [{ kind: key.kind, name }]
  })
  keyNames.set(block, { provider, names })
  return names
}

/** `null` where names need not differ. */
function nameInDatabase({ provider }: SchemaGraph, block: Block, key: Named): string | null {
  const hasNamedIds =
    provider === 'postgresql' || provider === 'postgres' || provider === 'sqlserver'
  if (provider === 'cockroachdb' || (key.kind === 'id' && !hasNamedIds)) return null
  const written = writtenName(key)
  if (written !== null) return written
  const table = block.databaseName ?? block.name
  if (key.kind === 'id') return cut(provider, table, '_pkey')
  const columns = key.fields.map(({ path }) => columnName(block, path))
  return cut(provider, [table, ...columns].join('_'), key.kind === 'unique' ? '_key' : '_idx')
}

function columnName(block: Block, path: string): string {
  const [name = '', ...rest] = path.split('.')
  const field = block.fields.find((candidate) => candidate.name === name)
  return [field?.databaseName ?? name, ...rest].join('_')
}

function cut(provider: string | null, stem: string, suffix: string): string {
  const longest = LONGEST[provider ?? ''] ?? Number.POSITIVE_INFINITY
  return stem.slice(0, longest - suffix.length) + suffix
}
