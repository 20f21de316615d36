/**
 * Which preview features the versions of Prisma know. Found by asking the engines of Prisma 7.10 and
 * 6.19 about each, which a test does again.
 */

const BOTH = [
  'fullTextSearchPostgres',
  'nativeDistinct',
  'postgresqlExtensions',
  'reactNative',
  'relationJoins',
  'schemaEngineDriverAdapters',
  'shardKeys',
  'strictUndefinedChecks',
  'typedSql',
  'views',
] as const

/** Those that do something; the engine takes them without a word. */
export const PREVIEW_FEATURES: Readonly<Record<6 | 7, readonly string[]>> = {
  6: [...BOTH, 'metrics'],
  7: [...BOTH, 'partialIndexes'],
}

/** What they once turned on is there without them. */
const GENERALLY_AVAILABLE: ReadonlySet<string> = new Set(
  (
    'aggregateApi atomicNumberOperations clientExtensions cockroachdb connectOrCreate createMany ' +
    'dataProxy deno distinct driverAdapters extendedIndexes extendedWhereUnique fieldReference ' +
    'filteredRelationCount filterJson fullTextIndex groupBy improvedQueryRaw ' +
    'interactiveTransactions jsonProtocol microsoftSqlServer middlewares mongodb mongoDb ' +
    'multiSchema namedConstraints napi nApi nativeTypes omitApi orderByAggregateGroup ' +
    'orderByNulls orderByRelation prismaSchemaFolder queryCompiler referentialActions ' +
    'referentialIntegrity selectRelationCount tracing transactionApi uncheckedScalarInputs'
  ).split(' '),
)

export interface FeatureChange {
  /** The features afterwards. */
  readonly kept: readonly string[]
  /** A sentence for each that goes or gets another name. */
  readonly notes: readonly string[]
}

/** What becomes of a generator's features in a version. */
export function featuresFor(
  version: 6 | 7,
  provider: string | null,
  features: readonly string[],
): FeatureChange {
  const kept: string[] = []
  const notes: string[] = []
  for (const feature of features) {
    const isPostgres = provider === 'postgresql' || provider === 'postgres'
    if (PREVIEW_FEATURES[version].includes(feature)) kept.push(feature)
    else if (feature === 'fullTextSearch' && isPostgres) {
      kept.push('fullTextSearchPostgres')
      notes.push('The preview feature fullTextSearch is called fullTextSearchPostgres now.')
    } else if (feature === 'fullTextSearch' || GENERALLY_AVAILABLE.has(feature)) {
      notes.push(`What the preview feature ${feature} turned on is there without it.`)
    } else {
      notes.push(`Prisma ${version} has no preview feature ${feature}, so what it did is gone.`)
    }
  }
  return { kept: [...new Set(kept)], notes }
}
