/**
 * Finds the oracles in a folder: schemas beside the SQL that some version of Prisma wrote for
 * them. The folder is laid out as `<kind>/<provider>/<name>/`, each with a `meta.json`.
 */

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseVersion, type Version } from './version'

export const KINDS = ['initial', 'step', 'engine-fixture', 'history'] as const
export type OracleKind = (typeof KINDS)[number]

export const PROVIDERS = ['postgresql', 'cockroachdb', 'sqlite', 'mysql', 'sqlserver'] as const
export type OracleProvider = (typeof PROVIDERS)[number]

export interface Oracle {
  /** How reports call it, and what `--only` is matched against: `step/mysql/name`. */
  readonly label: string
  readonly folder: string
  readonly kind: OracleKind
  readonly provider: OracleProvider
  /** The schema before; `null` for an empty database. */
  readonly before: string | null
  readonly after: string
  /** What Prisma wrote; for a history, its migrations joined. */
  readonly sql: string
  /** Each migration, in the order in which Prisma applies them: several in a history alone. */
  readonly migrations: readonly string[]
  readonly origin: OracleOrigin
}

/** Where an oracle's SQL comes from, as far as that explains its form. */
export interface OracleOrigin {
  /** The version of Prisma that wrote it, as far as known. */
  readonly version: Version
  /**
   * Whether Prisma compared with a shadow database (`migrate dev`, `create_migration`), whose
   * tables and columns it reads in an order of its own, rather than with a schema.
   */
  readonly fromShadowDatabase: boolean
  /** False where the SQL also has what the shadow database differed in. */
  readonly isExact: boolean
  /** Tables that Prisma was told to leave alone (`externalTables` of its configuration). */
  readonly externalTables: readonly string[]
}

/** @throws Error, for people, when the folder holds no oracle. */
export function findOracles(root: string): Oracle[] {
  if (!existsSync(root)) throw new Error(`There is no folder ${root}.`)
  const oracles = KINDS.flatMap((kind) =>
    PROVIDERS.flatMap((provider) =>
      namesIn(join(root, kind, provider)).map((name) => readOracle(root, kind, provider, name)),
    ),
  )
  if (oracles.length === 0) {
    throw new Error(`${root} has no folders ${KINDS.join(', ')} with oracles in them.`)
  }
  return oracles
}

function readOracle(
  root: string,
  kind: OracleKind,
  provider: OracleProvider,
  name: string,
): Oracle {
  const folder = join(root, kind, provider, name)
  const beforePath = join(folder, 'before.prisma')
  const migrations =
    kind === 'history' ? readMigrations(folder) : [read(join(folder, 'migration.sql'))]
  const meta: unknown = JSON.parse(read(join(folder, 'meta.json')))
  return {
    label: `${kind}/${provider}/${name}`,
    folder,
    kind,
    provider,
    before: existsSync(beforePath) ? read(beforePath) : null,
    after: read(join(folder, 'schema.prisma')),
    sql: migrations.join('\n'),
    migrations,
    origin: readOrigin(meta, folder),
  }
}

/** The text of every migration of a history, in the order in which Prisma applies them. */
function readMigrations(folder: string): string[] {
  const migrations = join(folder, 'migrations')
  return namesIn(migrations)
    .map((name) => join(migrations, name, 'migration.sql'))
    .filter((path) => existsSync(path))
    .map(read)
}

/** What `meta.json` says. `via` is how the engine's own tests made theirs. */
function readOrigin(meta: unknown, folder: string): OracleOrigin {
  if (typeof meta !== 'object' || meta === null) {
    throw new Error(`meta.json of ${basename(folder)} is not an object.`)
  }
  const {
    prismaVersionGuess: version,
    exact,
    generatedBy,
    via,
    notes,
  } = meta as Record<string, unknown>
  const how = `${generatedBy ?? ''} ${via ?? ''}`
  return {
    version: parseVersion(String(version ?? '')),
    fromShadowDatabase: /migrate dev|shadow database|create_migration/.test(how),
    isExact: exact !== false,
    externalTables: externalTables(String(notes ?? '')),
  }
}

function externalTables(notes: string): string[] {
  const [, list = ''] = /tables ((?:"\w+"(?:, )?)+) are marked external/.exec(notes) ?? []
  return [...list.matchAll(/"(\w+)"/g)].map(([, name = '']) => name)
}

/** Folders in a folder, in a fixed order; none when it does not exist. */
function namesIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
}

function read(path: string): string {
  return readFileSync(path, 'utf8')
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
}
