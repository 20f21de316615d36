/**
 * The page's access to the SQL of every provider, whoever writes it: Prisma's migration engine for
 * PostgreSQL, CockroachDB and SQLite; our planner for MySQL and SQL Server; and for MongoDB the
 * script that `prisma db push` amounts to. All of it runs in workers.
 */
import { latest, type Superseded } from '../latest'
import type { Diagnostic } from '../prisma-schema/shared'
import { prepareFiles } from '../schema-engine/prepare'
import type { SqlProvider, SqlResult } from '../schema-engine/shared'
import { createWorkerClient, type EngineCrash } from '../worker-client'
import type {
  MigrationProvider,
  PlannedMigration,
  SchemaFile,
  SqlPlannerApi,
  Untranslated,
  Versions,
} from './shared'

/** What is asked: the SQL from one version to another, for a provider. */
export interface MigrationQuestion extends Versions {
  /** Where it is not the schemas' own, they are adapted as `setProvider` would, on a copy. */
  readonly provider: MigrationProvider
}

export type MigrationAnswer =
  | (PlannedMigration & {
      readonly kind: 'migration'
      readonly untranslated: readonly Untranslated[]
    })
  | {
      readonly kind: 'invalid'
      /** Which of the versions is not valid. */
      readonly version: 'from' | 'to'
      /** In the words of Prisma's engine. */
      readonly message: string
      readonly untranslated: readonly Untranslated[]
    }

export interface Migrations {
  /**
   * Made for calling at every keystroke: while it runs, only the newest of the waiting calls is
   * kept and the others are superseded. Rejects with `EngineCrash` when a worker dies.
   */
  migration(question: MigrationQuestion): Promise<MigrationAnswer | Superseded>
  dispose(): void
}

/** The engines that the answers are put together from. */
export interface MigrationParts {
  /** What Prisma 7's schema checker finds. */
  check(files: readonly SchemaFile[]): Promise<readonly Diagnostic[]>
  /** Prisma's migration engine. */
  diff(
    from: readonly SchemaFile[] | null,
    to: readonly SchemaFile[],
    provider: SqlProvider,
  ): Promise<SqlResult>
  call<M extends keyof SqlPlannerApi>(
    method: M,
    params: Parameters<SqlPlannerApi[M]>[0],
  ): Promise<ReturnType<SqlPlannerApi[M]>>
  dispose(): void
}

/** The client of the planner's worker; `onCrash` is told of each crash. */
export function connectPlanner(
  onCrash: (crash: EngineCrash) => void,
): Pick<MigrationParts, 'call' | 'dispose'> {
  return createWorkerClient<SqlPlannerApi>({
    name: 'The SQL planner',
    create: () =>
      new Worker(new URL('./worker.ts', import.meta.url), {
        type: 'module',
        name: 'sql-planner',
      }),
    onCrash,
  })
}

export function createMigrations(parts: MigrationParts): Migrations {
  const ask = latest(async (question: MigrationQuestion): Promise<MigrationAnswer> => {
    const { provider } = question
    const { untranslated, ...versions } = await parts.call('adapt', question)
    const answer = isOfficial(provider)
      ? await askEngine(parts, versions, provider)
      : await askPlanner(parts, versions, provider)
    return { ...answer, untranslated }
  })
  return { migration: ask, dispose: () => parts.dispose() }
}

type Answer =
  | (PlannedMigration & { readonly kind: 'migration' })
  | { readonly kind: 'invalid'; readonly version: 'from' | 'to'; readonly message: string }

function isOfficial(provider: MigrationProvider): provider is SqlProvider {
  return provider === 'postgresql' || provider === 'cockroachdb' || provider === 'sqlite'
}

async function askEngine(
  parts: MigrationParts,
  { from, to }: Versions,
  provider: SqlProvider,
): Promise<Answer> {
  const result = await parts.diff(from, to, provider)
  if (result.kind === 'sql') {
    const described = await parts.call('describe', { sql: result.sql, from, to })
    return { kind: 'migration', ...described }
  }
  // The engine does not say which of the two it means.
  const isLater = from === null || (await parts.diff(null, to, provider)).kind === 'invalid'
  return { kind: 'invalid', version: isLater ? 'to' : 'from', message: result.message }
}

async function askPlanner(
  parts: MigrationParts,
  { from, to }: Versions,
  provider: Exclude<MigrationProvider, SqlProvider>,
): Promise<Answer> {
  for (const version of ['to', 'from'] as const) {
    const files = version === 'to' ? to : from
    if (files === null) continue
    const prepared = prepareFiles(files, provider)
    const errors = (await parts.check(prepared)).filter(({ severity }) => severity === 'error')
    if (errors.length > 0) return { kind: 'invalid', version, message: wording(errors, prepared) }
  }
  const planned =
    provider === 'mongodb'
      ? await parts.call('script', { to })
      : await parts.call('plan', { from, to, provider })
  return { kind: 'migration', ...planned }
}

/** More errors than these say no more. */
const MAX_ERRORS = 20

function wording(errors: readonly Diagnostic[], files: readonly SchemaFile[]): string {
  const texts = errors.slice(0, MAX_ERRORS).map(({ path, from, message }) => {
    const text = files.find((file) => file.path === path)?.text ?? ''
    const line = text.slice(0, from).split('\n').length
    return `error: ${message}\n  -->  ${path}:${line}`
  })
  return [...texts, `Errors: ${errors.length}`].join('\n')
}
