/**
 * What Prisma's engine has against a setting of a datasource or a generator. Found by trying those
 * of Prisma 6 and 7.
 */

import type { Block, BlockId, Relation, SchemaGraph } from '@/lib/schema/graph'
import { providerTitle } from '@/lib/schema/provider-title'
import { type Value, valueText } from '@/lib/schema/value'
import { hasForeignKeys } from './providers'
import { readProperty, readProvider } from './setting-values'
import { DATASOURCE_SETTINGS } from './vocabulary'

type Kind = 'datasource' | 'generator'

const KNOWN_SETTINGS: ReadonlySet<string> = new Set(DATASOURCE_SETTINGS)

/**
 * Sentences for people, `value` being `null` when the setting is taken away. `block` is `null`
 * while it is yet to be added.
 */
export function settingNotes(
  graph: SchemaGraph,
  kind: Kind,
  block: Block | null,
  name: string,
  value: string | null,
): string[] {
  const read = value === null ? null : readProperty(name, value)
  if (name === 'provider') return providerNotes(graph, kind, read)
  if (kind === 'generator') return generatorNotes(graph, block, name, read)
  if (!KNOWN_SETTINGS.has(name)) {
    return read ? [`Prisma knows no setting ${name} of a datasource.`] : []
  }
  if (/url$/i.test(name)) return urlNotes(block, name, read)
  if (name === 'schemas') return schemasNotes(graph, read)
  return name === 'extensions' ? extensionsNotes(graph, read) : modeNotes(graph, block, name, read)
}

function providerNotes(graph: SchemaGraph, kind: Kind, value: Value | null): string[] {
  if (value?.kind !== 'string') return [`Prisma wants every ${kind} to name its provider.`]
  if (kind === 'generator') return []
  if (!readProvider(value.value)) return [`Prisma knows no database called ${value.value}.`]
  if (!graph.datasource) return ['What the schema says already is not adapted to the database.']
  return ['What the schema uses of the old database is not changed.']
}

function generatorNotes(
  graph: SchemaGraph,
  block: Block | null,
  name: string,
  value: Value | null,
): string[] {
  if (name === 'previewFeatures') return featureNotes(graph, block, value)
  if (value?.kind === 'object') return ['Prisma 6 knows no settings of several parts.']
  if (name !== 'output' && name !== 'engineType') return []
  return value === null || isText(value) ? [] : [`Prisma wants a text in quotes for ${name}.`]
}

/** Those of Prisma 6 and 7 that both know, whatever the database. */
const FEATURES: ReadonlySet<string> = new Set([
  'nativeDistinct',
  'postgresqlExtensions',
  'relationJoins',
  'schemaEngineDriverAdapters',
  'shardKeys',
  'strictUndefinedChecks',
  'views',
])

function featureNotes(graph: SchemaGraph, block: Block | null, value: Value | null): string[] {
  const before = settingOf(block, 'previewFeatures')
  const had = new Set(textsIn(before))
  const now = textsIn(value)
  if (value && now.length < itemsOf(value).length) {
    return ['Preview features are names in quotes, in brackets: ["views"]']
  }
  const added = now.filter((feature) => !had.has(feature) && !FEATURES.has(feature))
  return [
    ...added.map((feature) => `Not every version of Prisma knows the preview feature ${feature}.`),
    ...(block ? lostFeatureNotes(graph, [block.id], now) : []),
  ]
}

/** What the schema uses of the preview features that these generators turned on, but for `kept`. */
export function lostFeatureNotes(
  graph: SchemaGraph,
  generatorIds: readonly BlockId[],
  kept: readonly string[] = [],
): string[] {
  const of = (generators: readonly Block[]) =>
    generators.flatMap((generator) => textsIn(settingOf(generator, 'previewFeatures')))
  const isGone = ({ id }: Block) => generatorIds.includes(id)
  const left = new Set([...kept, ...of(graph.generators.filter((block) => !isGone(block)))])
  const lost = new Set(of(graph.generators.filter(isGone)).filter((name) => !left.has(name)))
  return [...lost].filter((name) => isUsed(graph, name)).map(noteOfFeature)
}

function noteOfFeature(feature: string): string {
  return `The schema uses the preview feature ${feature}, which is then turned off.`
}

function isUsed({ blocks, datasource }: SchemaGraph, feature: string): boolean {
  switch (feature) {
    case 'views':
      return blocks.some(({ kind }) => kind === 'view')
    case 'partialIndexes':
      return blocks.some(({ keys }) => keys.some(({ where }) => where !== null))
    case 'postgresqlExtensions':
      return settingOf(datasource, 'extensions') !== null
    case 'shardKeys':
      return blocks.some(({ syntax }) => /@shardKey/.test(syntax.text))
    default:
      return false
  }
}

/** Prisma 6 wants addresses in the datasource; that is how a schema for it is known. */
function urlNotes(datasource: Block | null, name: string, value: Value | null): string[] {
  if (!value) return name === 'url' ? ['Prisma 6 wants url in the datasource.'] : []
  if (!isText(value)) return [`Prisma wants a text in quotes for ${name}, or env("NAME").`]
  if (!datasource) return [`Prisma 6 wants ${name} here, and Prisma 7 in prisma.config.ts.`]
  if (!settingOf(datasource, 'url')) return [`Prisma 7 wants ${name} in prisma.config.ts.`]
  const other = name === 'url' ? 'shadowDatabaseUrl' : name === 'shadowDatabaseUrl' ? 'url' : ''
  const rival = settingOf(datasource, other)
  return rival && valueText(rival) === valueText(value)
    ? ['The shadow database must be another one than that of url.']
    : []
}

const WITH_SCHEMAS: ReadonlySet<string | null> = new Set([
  'postgresql',
  'postgres',
  'sqlserver',
  'cockroachdb',
])

function schemasNotes(graph: SchemaGraph, value: Value | null): string[] {
  const listed = textsIn(value)
  const owners = graph.blocks.filter(
    ({ kind }) => kind === 'model' || kind === 'enum' || kind === 'view',
  )
  if (!value) {
    return owners.some(({ databaseSchema }) => databaseSchema !== null)
      ? ['No @@schema can stay when the datasource lists no schemas.']
      : []
  }
  if (!WITH_SCHEMAS.has(graph.provider)) {
    return [`${providerTitle(graph) ?? 'The database'} has no schemas to choose from.`]
  }
  if (listed.length === 0 || listed.length < itemsOf(value).length) {
    return ['Schemas are names in quotes, one or more: ["public", "auth"]']
  }
  if (new Set(listed).size < listed.length) return ['A schema is listed twice.']
  const lost = owners.filter(
    ({ databaseSchema }) => databaseSchema === null || !listed.includes(databaseSchema),
  )
  const [first, ...others] = lost
  if (!first) return []
  const more = others.length === 0 ? ' is' : ` and ${others.length} more are`
  return [`${first.name}${more} in none of the schemas listed.`]
}

function extensionsNotes(graph: SchemaGraph, value: Value | null): string[] {
  if (!value) return []
  if (graph.provider !== 'postgresql' && graph.provider !== 'postgres') {
    return ['Only PostgreSQL has extensions.']
  }
  if (itemsOf(value).some(({ kind }) => kind !== 'name' && kind !== 'call')) {
    return ['Extensions are names without quotes: [citext, pg_trgm]']
  }
  const isOn = graph.generators.some((generator) =>
    textsIn(settingOf(generator, 'previewFeatures')).includes('postgresqlExtensions'),
  )
  return isOn ? [] : ['Extensions need the preview feature postgresqlExtensions.']
}

/** `referentialIntegrity` is the old name of `relationMode`. */
function modeNotes(
  graph: SchemaGraph,
  datasource: Block | null,
  name: string,
  value: Value | null,
): string[] {
  const mode = value?.kind === 'string' ? value.value : null
  if (value && mode !== 'prisma' && mode !== 'foreignKeys') {
    return [`${name} is "foreignKeys" or "prisma".`]
  }
  if (graph.provider === 'mongodb') {
    return mode === 'foreignKeys' ? ['MongoDB has no foreign keys.'] : []
  }
  const other = name === 'relationMode' ? 'referentialIntegrity' : 'relationMode'
  if (value && settingOf(datasource, other)) return [`${other} says so already, or otherwise.`]
  const isKept = mode !== 'prisma'
  if (isKept === hasForeignKeys(graph)) return []
  const owned = graph.relations.filter(({ fields }) => fields.length > 0)
  const spoilt = owned.filter((relation) => isInCircle(graph, relation) || hasAction(relation))
  return spoilt.length > 0
    ? ['Referential actions may have to follow, and circles of relations to be broken.']
    : []
}

function hasAction({ onDelete, onUpdate, map }: Relation): boolean {
  return onDelete !== null || onUpdate !== null || map !== null
}

/** Whether the block that is referred to leads back, or is reached on another way as well. */
function isInCircle({ relations }: SchemaGraph, relation: Relation): boolean {
  const seen = new Set<BlockId>()
  const open = relations
    .filter((other) => other !== relation && other.fromBlockId === relation.fromBlockId)
    .map(({ toBlockId }) => toBlockId)
  open.push(relation.toBlockId)
  let reached = 0
  while (open.length > 0) {
    const id = open.pop() as BlockId
    if (id === relation.fromBlockId) return true
    if (id === relation.toBlockId) reached++
    if (seen.has(id)) continue
    seen.add(id)
    for (const other of relations) if (other.fromBlockId === id) open.push(other.toBlockId)
  }
  return reached > 1
}

function settingOf(block: Block | null, name: string): Value | null {
  return block?.properties.find((property) => property.name === name)?.value ?? null
}

/** One value stands for a list of one, as for the engine. */
function itemsOf(value: Value): readonly Value[] {
  return value.kind === 'list' ? value.items : [value]
}

function textsIn(value: Value | null): string[] {
  const items = value ? itemsOf(value) : []
  return items.flatMap((item) => (item.kind === 'string' ? [item.value] : []))
}

function isText(value: Value): boolean {
  return value.kind === 'string' || (value.kind === 'call' && value.name === 'env')
}
