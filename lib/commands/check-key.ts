/** Which keys a block can have at all, whatever the database. Found by trying Prisma 7.10. */

import type { Block, Field } from '@/lib/schema/graph'
import type { KeySpec } from './attribute-arguments'
import type { CommandContext } from './command'
import { readWhere } from './key-places'

/**
 * Why the block cannot have the key, as a sentence for people; `null` when it can. `index` is that
 * of the key that is to change, `null` for a new one.
 */
export function checkKey(
  ctx: CommandContext,
  block: Block,
  spec: KeySpec,
  index: number | null,
): string | null {
  const others = block.keys.filter((_, other) => other !== index)
  if (block.kind !== 'model' && block.kind !== 'view') return 'Only models and views have keys.'
  return (
    checkFields(ctx, block, spec) ??
    (block.kind === 'view' ? checkViewKey(spec) : null) ??
    checkNames(block, spec, others) ??
    checkArguments(block, spec) ??
    (spec.kind === 'id' && others.some(({ kind }) => kind === 'id')
      ? `${block.name} has a primary key already.`
      : null)
  )
}

function checkFields(ctx: CommandContext, block: Block, { kind, fields }: KeySpec): string | null {
  if (fields.length === 0) return 'A key needs a field.'
  const paths = new Set<string>()
  for (const { path, length } of fields) {
    if (paths.has(path)) return `${path} is in the key twice.`
    paths.add(path)
    const field = fieldAt(ctx, block, path)
    if (!field) return `${block.name} has no field ${path}.`
    if (field.typeKind === 'model' || field.typeKind === 'view') {
      return `${path} is a relation, of which there are no keys; its foreign key can be in one.`
    }
    if (kind === 'id') {
      if (field.arity !== 'required') return `${path} is not required, as a primary key must be.`
      if (path.includes('.') || field.typeKind === 'type') {
        return 'A primary key has no fields of composite types.'
      }
    }
    if (length !== null && !(Number.isInteger(length) && length >= 0)) {
      return 'A length is a whole number.'
    }
  }
  return null
}

/** The field that a path leads to, through composite types. */
export function fieldAt({ graph }: CommandContext, block: Block, path: string): Field | null {
  let owner: Block | undefined = block
  let field: Field | undefined
  for (const name of path.split('.')) {
    field = owner?.fields.find((candidate) => candidate.name === name)
    if (!field) return null
    owner = field.typeKind === 'type' ? graph.blockByName.get(field.typeName) : undefined
  }
  return field ?? null
}

function checkViewKey({ kind, fields, map, clustered }: KeySpec): string | null {
  if (kind !== 'unique') return 'A view can have unique fields, but no other keys.'
  const isPlain = fields.every(
    ({ sort, length, ops }) => sort === null && length === null && ops === null,
  )
  return isPlain && map === null && clustered === null
    ? null
    : 'What is unique in a view is no index in the database, which these arguments speak of.'
}

function checkNames(
  block: Block,
  { kind, name, map }: KeySpec,
  others: Block['keys'],
): string | null {
  if (map?.trim() === '' || name?.trim() === '') return 'A name is needed.'
  if (name === null) return null
  if (kind === 'fulltext') return 'A full-text index has no name in Prisma Client.'
  if (kind === 'index') return map === null ? null : 'An index has one name only, in the database.'
  if (!/^\w+$/.test(name)) return 'A name consists of letters, digits and underscores.'
  if (block.fields.some((field) => field.name === name)) {
    return `${block.name} has a field called ${name}.`
  }
  return others.some((key) => key.name === name)
    ? `${block.name} has another key called ${name}.`
    : null
}

function checkArguments(
  block: Block,
  { kind, fields, type, clustered, where }: KeySpec,
): string | null {
  if (type !== null && (kind !== 'index' || !/^\w+$/.test(type))) return 'Only indexes have a type.'
  if (clustered !== null && kind === 'fulltext') return 'A full-text index cannot be clustered.'
  if (kind !== 'index' && fields.some(({ ops }) => ops !== null)) {
    return 'Only indexes have operator classes.'
  }
  if (fields.some(({ ops }) => ops === '')) return 'An operator class needs a name.'
  if (kind === 'fulltext' && fields.some(({ length }) => length !== null)) {
    return 'A full-text index has no lengths.'
  }
  if (where === null) return null
  if (kind === 'id' || kind === 'fulltext') return 'Only indexes and unique keys have conditions.'
  const condition = readWhere(where)
  if (!condition) return 'A condition is written raw("…") or { field: value }.'
  const unknown =
    condition.kind === 'object' &&
    condition.entries.find(({ name }) => !block.fields.some((field) => field.name === name))
  return unknown ? `${block.name} has no field ${unknown.name}.` : null
}
