/**
 * The page's access to the SQL of every provider, whoever writes it: Prisma's migration engine for
 * PostgreSQL, CockroachDB and SQLite; our planner for MySQL and SQL Server; and for MongoDB the
 * script that `prisma db push` amounts to. All of it runs in workers.
 */
import type { SampleRows } from '@/lib/sql/sample-rows'
import { latest, type Superseded } from '../latest'
import type { Diagnostic } from '../prisma-schema/shared'
import type { SqlProvider, SqlResult } from '../schema-engine/shared'
import { createWorkerClient, type EngineCrash } from '../worker-client'
import { isSameFiles } from './same-files'
import type {
  MigrationProvider,
  PlannedMigration,
  SampleQuestion,
  SchemaFile,
  SqlPlannerApi,
  Untranslated,
  Versions,
} from './shared'

/** What is asked: the SQL from one version to another, for a provider. */
export interface MigrationQuestion extends Versions {
  /** Where it is not the schemas' own, they are adapted as `setProvider` would, on a copy. */
  readonly provider: MigrationProvider
  /**
   * The provider that the later version names, if that is known. It decides nothing: where it is the
   * one asked for, Prisma's engine is asked before it is certain that nothing has to be adapted.
   */
  readonly own?: string | null
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
  /** Plausible rows for a schema that is valid. Rejects with `EngineCrash` when the worker dies. */
  sampleRows(question: SampleQuestion): Promise<SampleRows>
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
  const checker = new VersionChecker(parts)
  const ask = latest(async (question: MigrationQuestion): Promise<MigrationAnswer> => {
    const { provider, own, from, to } = question
    const early =
      isOfficial(provider) && own === provider ? outcomeOf(parts.diff(from, to, provider)) : null
    const adapting = parts.call('adapt', { from, to, provider })
    const { untranslated, prepared, ...versions } = await adapting
    const answer = isOfficial(provider)
      ? await askEngine(parts, versions, provider, isSameVersions(versions, question) && early)
      : await askPlanner(parts, checker, versions, prepared ?? versions, provider)
    return { ...answer, untranslated }
  })
  return {
    migration: ask,
    sampleRows: (question) => parts.call('samples', question),
    dispose: () => parts.dispose(),
  }
}

type Answer =
  | (PlannedMigration & { readonly kind: 'migration' })
  | { readonly kind: 'invalid'; readonly version: 'from' | 'to'; readonly message: string }

function isOfficial(provider: MigrationProvider): provider is SqlProvider {
  return provider === 'postgresql' || provider === 'cockroachdb' || provider === 'sqlite'
}

/** A promise whose failure is for whoever takes the result, and for nobody if no one does. */
function outcomeOf<Result>(promise: Promise<Result>): () => Promise<Result> {
  promise.catch(() => {})
  return () => promise
}

function isSameVersions(some: Versions, others: Versions): boolean {
  if (!isSameFiles(some.to, others.to)) return false
  if (some.from === null || others.from === null) return some.from === others.from
  return isSameFiles(some.from, others.from)
}

/** `early` is what the engine was already asked about these very versions. */
async function askEngine(
  parts: MigrationParts,
  { from, to }: Versions,
  provider: SqlProvider,
  early: (() => Promise<SqlResult>) | null | false,
): Promise<Answer> {
  const result = await (early ? early() : parts.diff(from, to, provider))
  if (result.kind === 'sql') {
    const described = await parts.call('describe', { sql: result.sql, from, to, provider })
    return { kind: 'migration', ...described }
  }
  // The engine does not say which of the two it means.
  const isLater = from === null || (await parts.diff(null, to, provider)).kind === 'invalid'
  return { kind: 'invalid', version: isLater ? 'to' : 'from', message: result.message }
}

/** The plan is made while Prisma checks the schemas, and thrown away if they are not valid. */
async function askPlanner(
  parts: MigrationParts,
  checker: VersionChecker,
  { from, to }: Versions,
  prepared: Versions,
  provider: Exclude<MigrationProvider, SqlProvider>,
): Promise<Answer> {
  const [invalid, planned] = await Promise.all([
    checker.check(prepared),
    provider === 'mongodb'
      ? parts.call('script', { from, to })
      : parts.call('plan', { from, to, provider }),
  ])
  if (invalid) return { kind: 'invalid', ...invalid }
  if ('failure' in planned) throw new Error(planned.failure)
  return { kind: 'migration', ...planned }
}

/** Asks Prisma's schema checker about versions, and about a baseline that is valid only once. */
class VersionChecker {
  private valid: readonly SchemaFile[] | null = null

  constructor(private readonly parts: Pick<MigrationParts, 'check'>) {}

  /** The later version first; `null` when both are valid. */
  async check({
    from,
    to,
  }: Versions): Promise<{ readonly version: 'from' | 'to'; readonly message: string } | null> {
    const message = await this.problem(to)
    if (message !== null) return { version: 'to', message }
    if (from === null || (this.valid && isSameFiles(this.valid, from))) return null
    const ofBaseline = await this.problem(from)
    if (ofBaseline !== null) return { version: 'from', message: ofBaseline }
    this.valid = from
    return null
  }

  private async problem(files: readonly SchemaFile[]): Promise<string | null> {
    const found = await this.parts.check(files)
    const errors = found.filter(({ severity }) => severity === 'error')
    return errors.length > 0 ? wording(errors, files) : null
  }
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
