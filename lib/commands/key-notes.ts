/** What a database has against a key, as Prisma's engine enforces it. Found by trying 7.10. */

import type { Block, Field, Key, KeyField, SchemaGraph } from '@/lib/schema/graph'
import { providerTitle } from '@/lib/schema/provider-title'
import type { Value } from '@/lib/schema/value'
import type { KeySpec } from './attribute-arguments'
import { fieldAt } from './check-key'
import type { CommandContext } from './command'
import { fitsType } from './defaults'
import { indexTypeNotes } from './index-types'
import { keyNameNotes } from './key-names'
import { readWhere } from './key-places'
import { hasPreviewFeature, makesNoKeysOf } from './providers'

/** Sentences for people; `others` are the block's other keys. */
export function keySpecNotes(
  ctx: CommandContext,
  block: Block,
  spec: KeySpec,
  others: readonly Key[],
): string[] {
  const { graph } = ctx
  const title = providerTitle(graph) ?? 'A database'
  const fields = spec.fields.flatMap((keyField) => {
    const field = fieldAt(ctx, block, keyField.path)
    return field ? [{ keyField, field }] : []
  })
  return [
    ...fields.flatMap(({ keyField, field }) => fieldNotes(graph, title, spec, keyField, field)),
    ...(spec.kind === 'index' ? indexTypeNotes(graph, title, spec, fields) : []),
    ...kindNotes(graph, title, spec, others),
    ...(spec.kind === 'id' ? idNotes(graph, block, spec) : []),
    ...clusteredNotes(graph, title, spec, others),
    ...whereNotes(ctx, title, block, spec),
    ...compositeNotes(
      spec,
      fields.map(({ field }) => field),
    ),
    ...(graph.provider === 'mongodb' ? mongoNotes(spec, others) : []),
    ...keyNameNotes(graph, title, block, spec, others),
  ]
}

function fieldNotes(
  graph: SchemaGraph,
  title: string,
  { kind }: KeySpec,
  { path, sort, length }: KeyField,
  { typeName, typeKind, nativeType }: Field,
): string[] {
  const { provider } = graph
  const notes: string[] = []
  if (sort !== null && kind === 'id' && provider !== 'sqlserver') {
    notes.push(`A primary key of ${title} has no order.`)
  }
  if (sort !== null && kind === 'fulltext' && provider !== 'mongodb') {
    notes.push(`A full-text index of ${title} has no order.`)
  }
  if (length !== null) {
    const isText = typeKind === 'scalar' && (typeName === 'String' || typeName === 'Bytes')
    if (provider !== 'mysql') notes.push(`Keys of ${title} have no lengths.`)
    else if (!isText) notes.push(`Only String and Bytes have a length in a key, not ${path}.`)
  }
  if (provider === 'mysql' && length !== null) return notes
  if (kind !== 'fulltext' && makesNoKeysOf(graph, nativeType)) {
    notes.push(`${path} is ${nativeType?.name}, of which ${title} makes no keys.`)
  }
  if (nativeType?.name === 'Xml' && (provider === 'postgresql' || provider === 'postgres')) {
    notes.push(`${path} is Xml, of which ${title} makes no keys.`)
  }
  return notes
}

function kindNotes(
  { provider }: SchemaGraph,
  title: string,
  { kind, map, fields }: KeySpec,
  others: readonly Key[],
): string[] {
  if (kind === 'fulltext') {
    if (provider !== 'mysql' && provider !== 'mongodb') {
      return [`Prisma has no full-text indexes for ${title}.`]
    }
    if (provider !== 'mongodb') return []
    return [
      ...(others.some((key) => key.kind === 'fulltext')
        ? ['MongoDB has one full-text index for each model, and there is one.']
        : []),
      ...(isTornApart(fields)
        ? ['In MongoDB, the fields whose text is searched stand together, not among sorted ones.']
        : []),
    ]
  }
  const isNamed = provider !== 'mysql' && provider !== 'sqlite' && provider !== 'mongodb'
  return kind === 'id' && map !== null && (!isNamed || provider === null)
    ? [`${title} has no names for primary keys.`]
    : []
}

/** In a full-text index, a field with an order is sorted by and one without is searched. */
function isTornApart(fields: readonly KeyField[]): boolean {
  const first = fields.findIndex(({ sort }) => sort === null)
  const last = fields.findLastIndex(({ sort }) => sort === null)
  return fields.slice(first, last + 1).some(({ sort }) => sort !== null)
}

function idNotes({ provider }: SchemaGraph, block: Block, { fields }: KeySpec): string[] {
  const isUnknown = fields.some(
    ({ path }) => block.fields.find(({ name }) => name === path)?.typeKind === 'unsupported',
  )
  if (isUnknown) return ['A primary key wants types that Prisma knows.']
  if (provider !== 'mongodb') return []
  const [first, ...others] = fields
  const field = block.fields.find(({ name }) => name === first?.path)
  if (others.length > 0) return ['MongoDB has one field as its primary key.']
  return field?.databaseName === '_id'
    ? []
    : [`MongoDB calls every primary key _id: ${field?.name} needs @map("_id").`]
}

function clusteredNotes(
  { provider }: SchemaGraph,
  title: string,
  { kind, clustered }: KeySpec,
  others: readonly Key[],
): string[] {
  if (provider !== 'sqlserver') {
    return clustered === null ? [] : [`${title} does not say which keys are clustered.`]
  }
  // A primary key is clustered without being told.
  const isClustered = (key: Pick<Key, 'kind' | 'clustered'>) => key.clustered ?? key.kind === 'id'
  return isClustered({ kind, clustered }) && others.some(isClustered)
    ? ['A table has one clustered key, and another one is.']
    : []
}

const WITH_CONDITIONS: ReadonlySet<string | null> = new Set([
  'postgresql',
  'postgres',
  'sqlite',
  'sqlserver',
  'cockroachdb',
])

function whereNotes(
  { graph }: CommandContext,
  title: string,
  block: Block,
  { where }: KeySpec,
): string[] {
  if (where === null) return []
  if (!WITH_CONDITIONS.has(graph.provider)) return [`${title} has no keys with a condition.`]
  const notes: string[] = []
  if (!hasPreviewFeature(graph, 'partialIndexes')) {
    notes.push('Conditions need the preview feature partialIndexes, of Prisma 7.')
  }
  const value = readWhere(where)
  for (const { name, value: wanted } of value?.kind === 'object' ? value.entries : []) {
    const field = block.fields.find((candidate) => candidate.name === name)
    if (!field || !wanted || !canBe(graph, field, wanted)) {
      notes.push(`${name} cannot be compared with what the condition says.`)
    }
  }
  return notes
}

const COMPARABLE: Readonly<Record<string, readonly string[]>> = {
  string: ['String', 'DateTime'],
  number: ['Int', 'BigInt', 'Float', 'Decimal'],
}

function canBe(graph: SchemaGraph, field: Field, value: Value): boolean {
  if (value.kind === 'object') {
    const [entry, ...others] = value.entries
    return (
      entry?.name === 'not' &&
      others.length === 0 &&
      entry.value !== null &&
      entry.value.kind !== 'object' &&
      canBe(graph, field, entry.value)
    )
  }
  if (field.arity === 'list') return false
  if (value.kind === 'name') {
    return value.text === 'null' || fitsType(graph, value, field.typeName, 'required')
      ? field.typeKind !== 'enum' || value.text === 'null'
      : false
  }
  if (value.kind === 'string' && field.typeKind === 'enum') return true
  return COMPARABLE[value.kind]?.includes(field.typeName) === true
}

/** A composite type as a whole is unique by itself only; its fields can be with others. */
function compositeNotes({ kind, fields }: KeySpec, types: readonly Field[]): string[] {
  const composite = types.find(({ typeKind }) => typeKind === 'type')
  return kind === 'unique' && fields.length > 1 && composite
    ? [`Prisma has no unique keys of ${composite.name} as a whole with other fields.`]
    : []
}

/** MongoDB wants of each set of fields one index only. */
function mongoNotes({ kind, fields }: KeySpec, others: readonly Key[]): string[] {
  const text = (key: Pick<Key, 'fields'>) =>
    key.fields.map(({ path, sort }) => `${path} ${sort ?? 'Asc'}`).join()
  const own = text({ fields })
  const same = others.find((key) => text(key) === own)
  if (same && same.kind !== 'id' && kind !== 'id') {
    return ['MongoDB wants one index of the same fields only, and there is one.']
  }
  const isAlsoId = (key: Pick<Key, 'kind' | 'fields'>) =>
    key.kind === 'id' || (key.kind === 'unique' && key.fields.length === 1)
  return same && isAlsoId(same) && isAlsoId({ kind, fields })
    ? ['MongoDB wants a primary key not to be called unique as well.']
    : []
}
