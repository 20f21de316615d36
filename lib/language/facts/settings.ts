/**
 * The settings of datasources and generators: their names, the values to choose from, and which
 * version of Prisma and which database has them. Found by trying the engines of Prisma 7.10 and
 * 6.19, and for generators in Prisma's documentation.
 */

import { PROVIDERS } from '@/lib/commands/setting-values'
import { docs, type Fact, reference } from './fact'

export interface Setting extends Fact {
  readonly name: string
  /** How its value is written. */
  readonly form: 'string' | 'strings' | 'names' | 'address'
  /** The values to choose from; empty for any. */
  readonly values: readonly string[]
}

const GENERATORS_PAGE = docs('prisma-schema/overview/generators')

function setting(
  name: string,
  form: Setting['form'],
  summary: string,
  link: string,
  values: readonly string[] = [],
): Setting {
  return { name, form, summary, link, values }
}

const PROVIDER = setting(
  'provider',
  'string',
  'Which database it is.',
  reference('datasource'),
  PROVIDERS,
)
const RELATION_MODE = setting(
  'relationMode',
  'string',
  'Whether the database keeps foreign keys (`foreignKeys`), or Prisma Client does it (`prisma`).',
  docs('prisma-schema/data-model/relations/relation-mode'),
  ['foreignKeys', 'prisma'],
)
const SCHEMAS = setting(
  'schemas',
  'strings',
  'The schemas of the database that the models are in; each names its own with `@@schema`.',
  docs('prisma-schema/data-model/multi-schema'),
)
const EXTENSIONS = setting(
  'extensions',
  'names',
  'The extensions of PostgreSQL that the schema needs (preview feature `postgresqlExtensions`).',
  docs('prisma-schema/postgresql-extensions'),
  ['citext', 'pgcrypto', 'pg_trgm', 'postgis', 'uuid_ossp', 'vector'],
)
const ADDRESSES: readonly Setting[] = [
  setting('url', 'address', 'How the database is reached.', reference('datasource')),
  setting(
    'directUrl',
    'address',
    'How migrations reach the database when `url` leads through a connection pool.',
    reference('datasource'),
  ),
  setting(
    'shadowDatabaseUrl',
    'address',
    'How the shadow database of `prisma migrate dev` is reached.',
    reference('datasource'),
  ),
]

/** What each address is called in an environment, by convention. */
export const ENVIRONMENT_NAMES: Readonly<Record<string, string>> = {
  url: 'DATABASE_URL',
  directUrl: 'DIRECT_URL',
  shadowDatabaseUrl: 'SHADOW_DATABASE_URL',
}

export function datasourceSettings(
  provider: string | null,
  version: 6 | 7,
  previewFeatures: readonly string[],
): readonly Setting[] {
  const isPostgres = provider === 'postgresql' || provider === 'postgres'
  const hasSchemas = isPostgres || provider === 'cockroachdb' || provider === 'sqlserver'
  return [
    PROVIDER,
    // Prisma 7 has them in prisma.config.ts.
    ...(version === 6 ? ADDRESSES : []),
    RELATION_MODE,
    ...(hasSchemas ? [SCHEMAS] : []),
    ...(isPostgres && previewFeatures.includes('postgresqlExtensions') ? [EXTENSIONS] : []),
  ]
}

/** What `previewFeatures` may list; a test holds it to the engines. */
export const PREVIEW_FEATURES: Readonly<Record<6 | 7, readonly string[]>> = {
  6: [
    'metrics',
    'nativeDistinct',
    'postgresqlExtensions',
    'relationJoins',
    'schemaEngineDriverAdapters',
    'shardKeys',
    'strictUndefinedChecks',
    'views',
  ],
  7: [
    'nativeDistinct',
    'partialIndexes',
    'postgresqlExtensions',
    'relationJoins',
    'schemaEngineDriverAdapters',
    'shardKeys',
    'strictUndefinedChecks',
    'typedSql',
    'views',
  ],
}

const FILE_EXTENSIONS = ['ts', 'mts', 'cts'] as const
const NEW = 'prisma-client'
const OLD = 'prisma-client-js'

export function generatorSettings(provider: string | null, version: 6 | 7): readonly Setting[] {
  const providers = version === 7 ? [NEW, OLD] : [OLD, NEW]
  const common = [
    setting('provider', 'string', 'Which generator it is.', GENERATORS_PAGE, providers),
    setting('output', 'string', 'The folder to write to, from the schema file.', GENERATORS_PAGE),
    setting(
      'previewFeatures',
      'strings',
      'Features of Prisma that are not final, turned on.',
      docs('reference/preview-features/client-preview-features'),
      PREVIEW_FEATURES[version],
    ),
  ]
  return [
    ...common,
    ...(provider === OLD ? [] : NEW_CLIENT),
    engineType(version),
    ...(version === 6 ? [BINARY_TARGETS] : []),
  ]
}

/** Of `prisma-client`. */
const NEW_CLIENT: readonly Setting[] = [
  setting('runtime', 'string', 'Where the client runs.', GENERATORS_PAGE, [
    'nodejs',
    'deno',
    'bun',
    'workerd',
    'cloudflare',
    'vercel-edge',
    'edge-light',
    'react-native',
  ]),
  setting(
    'moduleFormat',
    'string',
    'Which kind of modules the client consists of.',
    GENERATORS_PAGE,
    ['esm', 'cjs'],
  ),
  setting(
    'generatedFileExtension',
    'string',
    'What the names of the generated files end with.',
    GENERATORS_PAGE,
    FILE_EXTENSIONS,
  ),
  setting(
    'importFileExtension',
    'string',
    'What the names of files end with in the import statements of the client.',
    GENERATORS_PAGE,
    [...FILE_EXTENSIONS, 'js', 'mjs', 'cjs', ''],
  ),
]

/** In Prisma 7 there is but one. */
function engineType(version: 6 | 7): Setting {
  return setting(
    'engineType',
    'string',
    'What runs the queries: a library, a program, or the client itself.',
    GENERATORS_PAGE,
    version === 6 ? ['library', 'binary', 'client'] : ['client'],
  )
}

/** Prisma 6 brings a query engine for each platform. */
const BINARY_TARGETS = setting(
  'binaryTargets',
  'strings',
  'The platforms on which the client runs; `native` is this one.',
  reference('binarytargets-options'),
  [
    'native',
    'darwin',
    'darwin-arm64',
    'windows',
    'debian-openssl-3.0.x',
    'debian-openssl-1.1.x',
    'rhel-openssl-3.0.x',
    'rhel-openssl-1.0.x',
    'linux-musl-openssl-3.0.x',
    'linux-musl-arm64-openssl-3.0.x',
    'linux-arm64-openssl-3.0.x',
    'linux-arm64-openssl-1.1.x',
  ],
)
