/**
 * Makes a schema written for Prisma 6 or 7 acceptable to Prisma 7's migration engine without
 * changing what tables it describes, and makes it speak of the provider asked for. Lines stay
 * where they are, so that the engine's messages still point at the right ones.
 */
import { type ConfigBlock, type ConfigProperty, configBlocks } from './config-blocks'
import type { SchemaFile } from './shared'

/**
 * Properties of a datasource that Prisma 7 moved to `prisma.config.ts` and rejects in a schema.
 * They say where a database is, never what is in it.
 */
const MOVED_PROPERTIES = new Set(['url', 'directUrl', 'shadowDatabaseUrl'])

/**
 * The preview features that the engine knows for every provider. It rejects a schema that names
 * another, such as `metrics`, which Prisma 6 still had; and a feature that it lacks, or has for one
 * provider only (`fullTextSearchPostgres`, about queries), cannot change its SQL.
 */
export const PREVIEW_FEATURES: ReadonlySet<string> = new Set([
  'nativeDistinct',
  'partialIndexes',
  'postgresqlExtensions',
  'relationJoins',
  'schemaEngineDriverAdapters',
  'shardKeys',
  'strictUndefinedChecks',
  'typedSql',
  'views',
])

/** Prepares the files of one schema. A schema without a datasource is given one. */
export function prepareFiles(files: readonly SchemaFile[], provider: string): SchemaFile[] {
  let hasDatasource = false
  const prepared = files.map(({ path, text }) => {
    const blocks = configBlocks(text)
    hasDatasource ||= blocks.some((block) => block.keyword === 'datasource')
    return { path, text: applyAll(text, blocks, provider) }
  })
  if (hasDatasource) return prepared
  return [
    ...prepared,
    { path: 'datasource', text: `datasource db {\n  provider = "${provider}"\n}\n` },
  ]
}

interface Replacement {
  readonly from: number
  readonly to: number
  readonly insert: string
}

function applyAll(text: string, blocks: readonly ConfigBlock[], provider: string): string {
  const replacements = blocks.flatMap((block) =>
    block.properties.flatMap((property) => replacementsFor(text, block, property, provider)),
  )
  let result = ''
  let end = 0
  for (const { from, to, insert } of replacements) {
    result += text.slice(end, from) + insert
    end = to
  }
  // The engine's input has to be valid Unicode.
  return (result + text.slice(end)).toWellFormed()
}

/** In the order of the text. */
function replacementsFor(
  text: string,
  block: ConfigBlock,
  property: ConfigProperty,
  provider: string,
): Replacement[] {
  if (block.keyword === 'generator') {
    return property.key === 'previewFeatures' ? withoutUnknownFeatures(text, property) : []
  }
  if (MOVED_PROPERTIES.has(property.key)) return [blank(text, property)]
  const [value] = property.value
  if (property.key !== 'provider' || value?.kind !== 'string') return []
  return [{ from: value.from, to: value.to, insert: `"${provider}"` }]
}

/** Blanks the unknown entries of an array, and the commas that would be left over. */
function withoutUnknownFeatures(text: string, { value }: ConfigProperty): Replacement[] {
  const isKnown = (entry: { from: number; to: number }) =>
    PREVIEW_FEATURES.has(text.slice(entry.from + 1, entry.to - 1))
  const lastKnown = value.findLastIndex((token) => token.kind === 'string' && isKnown(token))
  const unwanted = value.filter((token, index) => {
    if (token.kind === 'string') return !isKnown(token)
    const before = value[index - 1]
    const isComma = text[token.from] === ','
    return isComma && before !== undefined && (index > lastKnown || !isKnown(before))
  })
  return unwanted.map((token) => blank(text, token))
}

function blank(text: string, { from, to }: { from: number; to: number }): Replacement {
  return { from, to, insert: text.slice(from, to).replace(/[^\n]/g, ' ') }
}
