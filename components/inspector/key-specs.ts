/** Keys as the keys editor handles them: as they are, and as they are to be. */

import type { KeySpec } from '@/lib/commands/attribute-arguments'
import { keySpec } from '@/lib/commands/key-places'
import type { Block, Field, Key, KeyField, SchemaGraph } from '@/lib/schema/graph'
import type { KeyKind } from '@/lib/schema/key-options'

export const KEY_TITLES: Record<KeyKind, string> = {
  id: 'Primary key',
  unique: 'Unique',
  index: 'Index',
  fulltext: 'Full-text index',
}

/** A key of this kind that says nothing yet. */
export function emptySpec(kind: KeyKind): KeySpec {
  return { kind, fields: [], name: null, map: null, type: null, clustered: null, where: null }
}

export function keyField(path: string): KeyField {
  return { path, sort: null, length: null, ops: null }
}

/** `email, tenant.id` */
export function fieldsText(fields: readonly KeyField[]): string {
  return fields
    .map(({ path, sort }) => (sort === null ? path : `${path} ${sort.toLowerCase()}`))
    .join(', ')
}

/**
 * What of a key still applies when it becomes one of another kind; the rest the database would
 * refuse.
 */
export function withKind(
  spec: KeySpec,
  kind: KeyKind,
  options: { readonly [Name in 'sort' | 'length' | 'ops' | 'name' | 'map' | 'where']: boolean } & {
    readonly types: readonly string[]
    readonly clustered: boolean
  },
): KeySpec {
  const type = spec.type !== null && options.types.includes(spec.type) ? spec.type : null
  return {
    kind,
    fields: spec.fields.map(({ path, sort, length, ops }) => ({
      path,
      sort: options.sort ? sort : null,
      length: options.length ? length : null,
      ops: options.ops && type !== null ? ops : null,
    })),
    name: options.name ? spec.name : null,
    map: options.map ? spec.map : null,
    type,
    clustered: options.clustered ? spec.clustered : null,
    where: options.where ? spec.where : null,
  }
}

/** Moves the field `from` before the one that is at `before` now. */
export function moveKeyField(
  fields: readonly KeyField[],
  from: number,
  before: number,
): readonly KeyField[] {
  const moved = fields[from]
  if (!moved) return fields
  const rest = fields.filter((_, index) => index !== from)
  rest.splice(before > from ? before - 1 : before, 0, moved)
  return rest
}

/** The index of a key in the block as it is now, of one that was at `index` and became `spec`. */
export function findKey(block: Block, index: number, spec: KeySpec): number {
  const wanted = JSON.stringify(spec)
  const isWanted = (key: Key | undefined) =>
    key !== undefined && JSON.stringify(keySpec(key)) === wanted
  return isWanted(block.keys[index]) ? index : block.keys.findIndex(isWanted)
}

/**
 * What can be put into a key of this kind, besides what is in it. In MongoDB keys also go into
 * composite types, by paths with dots.
 */
export function keyCandidates(
  graph: SchemaGraph,
  block: Block,
  spec: KeySpec,
): readonly { readonly path: string; readonly field: Field }[] {
  const taken = new Set(spec.fields.map(({ path }) => path))
  return columnPaths(graph, block, '', new Set()).filter(
    ({ path, field }) => !taken.has(path) && canBeInKey(graph, spec, path, field),
  )
}

/** The field that a path of a key leads to. */
export function fieldAt(graph: SchemaGraph, block: Block, path: string): Field | null {
  const [name, ...rest] = path.split('.')
  const field = block.fields.find((candidate) => candidate.name === name)
  if (!field || rest.length === 0) return field ?? null
  const type = graph.blockByName.get(field.typeName)
  return type ? fieldAt(graph, type, rest.join('.')) : null
}

function columnPaths(
  graph: SchemaGraph,
  block: Block,
  prefix: string,
  within: ReadonlySet<Block>,
): { path: string; field: Field }[] {
  return block.fields.flatMap((field) => {
    const path = prefix + field.name
    if (field.typeKind === 'type') {
      const type = graph.blockByName.get(field.typeName)
      if (!type || within.has(type)) return []
      return columnPaths(graph, type, `${path}.`, new Set([...within, type]))
    }
    return field.typeKind === 'scalar' || field.typeKind === 'enum' ? [{ path, field }] : []
  })
}

function canBeInKey(graph: SchemaGraph, { kind }: KeySpec, path: string, field: Field): boolean {
  if (kind === 'id') return field.arity === 'required' && !path.includes('.')
  if (kind === 'fulltext') return field.typeName === 'String' && field.arity !== 'list'
  return field.arity !== 'list' || graph.provider !== 'mysql'
}
