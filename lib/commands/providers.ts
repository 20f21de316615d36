/**
 * What the databases that Prisma supports can and cannot hold, as its engine enforces it.
 * Found by trying the engine of Prisma 7.10.
 */

import type { Block, NativeType, SchemaGraph } from '@/lib/schema/graph'
import { quoteString, valueText } from '@/lib/schema/value'

/** The primary key of a new model. */
export function idLine({ provider, datasource }: SchemaGraph): string {
  if (provider === 'mongodb') {
    return `id String @id @default(auto()) @map("_id") @${datasource?.name || 'db'}.ObjectId`
  }
  return `id ${provider === 'cockroachdb' ? 'BigInt' : 'Int'} @id @default(autoincrement())`
}

/** Whether lists of the scalar or enum can be stored. */
export function supportsLists({ provider }: SchemaGraph, type: string): boolean {
  if (provider === 'cockroachdb') return type !== 'Json'
  return provider === 'postgresql' || provider === 'postgres' || provider === 'mongodb'
}

export function supportsEnums({ provider }: SchemaGraph): boolean {
  return provider !== 'sqlserver'
}

/** Whether there can be `type` blocks. */
export function supportsCompositeTypes({ provider }: SchemaGraph): boolean {
  return provider === 'mongodb'
}

export function supportsScalar({ provider }: SchemaGraph, type: string): boolean {
  if (provider === 'sqlserver') return type !== 'Json'
  if (provider === 'mongodb') return type !== 'Decimal'
  return true
}

/** Whether the database makes no keys of the native type: most are too long to be found by one. */
export function makesNoKeysOf({ provider }: SchemaGraph, native: NativeType | null): boolean {
  if (!native) return false
  if (provider === 'mysql') return /(?:Text|Blob)$/.test(native.name)
  if (provider === 'postgresql' || provider === 'postgres') return native.name === 'Xml'
  return (
    provider === 'sqlserver' && /^(?:Text|NText|Image|Xml|.*\(Max\))$/i.test(nativeText(native))
  )
}

function nativeText({ name, args }: NativeType): string {
  return args.length > 0 ? `${name}(${args.join(', ')})` : name
}

/** Whether the database keeps foreign keys itself, which `relationMode = "prisma"` turns off. */
export function hasForeignKeys({ provider, datasource }: SchemaGraph): boolean {
  const mode = datasource?.properties.find(
    ({ name }) => name === 'relationMode' || name === 'referentialIntegrity',
  )?.value
  return provider !== 'mongodb' && !(mode?.kind === 'string' && mode.value === 'prisma')
}

/**
 * The referential action that a circle of relations must be broken by; `null` where circles are
 * welcome.
 */
export function cycleBreaker(graph: SchemaGraph): 'NoAction' | 'Restrict' | null {
  const { provider } = graph
  if (provider === 'sqlserver' || provider === 'mongodb') return 'NoAction'
  if (hasForeignKeys(graph)) return null
  return provider === 'mysql' || provider === 'cockroachdb' ? 'NoAction' : 'Restrict'
}

/** Whether any generator turns the preview feature on. */
export function hasPreviewFeature({ generators }: SchemaGraph, feature: string): boolean {
  return generators.some((generator) =>
    generator.properties.some(
      ({ name, value }) =>
        name === 'previewFeatures' && value !== null && valueText(value).includes(`"${feature}"`),
    ),
  )
}

/**
 * The `@@schema` that a new block needs when the datasource lists schemas: that of `beside`, else
 * the one most used; `null` when it needs none.
 */
export function schemaAttribute(graph: SchemaGraph, beside: Block | null): string | null {
  const { datasource, blocks } = graph
  const listed = datasource?.properties.find(({ name }) => name === 'schemas')?.value
  const names = listed?.kind === 'list' ? listed.items : []
  const [first] = names.flatMap((name) => (name.kind === 'string' ? [name.value] : []))
  if (first === undefined) return null
  const counts = new Map([[first, 0]])
  for (const { databaseSchema } of blocks) {
    if (databaseSchema !== null) counts.set(databaseSchema, (counts.get(databaseSchema) ?? 0) + 1)
  }
  const [most] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a))
  return `@@schema(${quoteString(beside?.databaseSchema ?? most)})`
}

/**
 * The schema in which the database puts tables without being told; `null` where there are no
 * schemas to choose from.
 */
export function defaultSchema({ provider }: SchemaGraph): string | null {
  if (provider === 'sqlserver') return 'dbo'
  const hasSchemas =
    provider === 'postgresql' || provider === 'postgres' || provider === 'cockroachdb'
  return hasSchemas ? 'public' : null
}

/**
 * Whether the database can number a field with `autoincrement()`: some want it to be the primary
 * key by itself, or at the front of a key.
 */
export function canAutoincrement(
  { provider }: SchemaGraph,
  place: { readonly isId: boolean; readonly isIndexed: boolean },
): boolean {
  if (provider === 'sqlite' || provider === null) return place.isId
  return provider === 'mysql' ? place.isIndexed : provider !== 'mongodb'
}
