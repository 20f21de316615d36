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
  const taken = new Set(others.flatMap((key) => nameInDatabase(graph, block, key) ?? []))
  for (const other of graph.blocks) {
    if (other === block || other.kind !== 'model' || !isSharedWith(graph, block, other)) continue
    for (const key of other.keys) {
      const own = nameInDatabase(graph, other, key)
      if (own !== null && !(provider === 'sqlserver' && key.kind !== spec.kind)) taken.add(own)
    }
  }
  if (provider === 'sqlserver' && spec.kind === 'id') {
    for (const { fields } of graph.blocks) {
      for (const { relation } of fields) if (relation?.map) taken.add(relation.map)
    }
  }
  return taken.has(name)
    ? [`Another key is called ${name} in the database; one of them needs another name there.`]
    : []

  function isSharedWith({ provider }: SchemaGraph, own: Block, other: Block): boolean {
    if (own.databaseSchema !== other.databaseSchema) return false
    if (provider === 'sqlserver') return spec.kind === 'id'
    return provider === 'postgresql' || provider === 'postgres' || provider === 'sqlite'
  }
}

/** `name:` of an index is what Prisma once called its `map:`. */
function writtenName({ kind, map, name }: Named): string | null {
  return map ?? (kind === 'index' ? name : null)
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
