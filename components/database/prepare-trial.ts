/**
 * Makes the database of a trial: starts it, creates the schema or the baseline, fills it, and runs
 * the migration. It tells what it does as it does it, and knows no store.
 */

import type { EmbeddedDatabaseClient } from '@/lib/engines/database/main'
import type { MigrationAnswer, Migrations } from '@/lib/engines/sql-planner/main'
import type { UnfilledTable } from '@/lib/sql/sample-rows'
import type { TrialSubject } from './trial'
import {
  type Extensions,
  extensionsFor,
  migrationStatements,
  NAMES,
  versionQuery,
  versionText,
} from './trial-sql'
import { counted, type StepId, type TrialFailure, type TrialStep } from './trial-steps'

export interface Preparation {
  readonly subject: TrialSubject
  /** Sample rows for each table; 0 for none. */
  readonly rows: number
  /** In ms since 1970. */
  readonly now: number
  readonly signal: AbortSignal
  loadMigrations(): Promise<Migrations>
  /** Gives an empty database that has the extensions. */
  open(extensions: readonly string[]): Promise<EmbeddedDatabaseClient>
  onStep(id: StepId, change: Partial<TrialStep>): void
  onVersion(version: string): void
}

export interface Prepared {
  readonly failure: TrialFailure | null
  readonly unfilled: readonly UnfilledTable[]
}

/** A step's failure that is no fault of ours. */
class StepFailure extends Error {
  constructor(readonly failure: TrialFailure) {
    super(failure.error.message)
  }
}

/** Rejects when stopped, and with `EngineCrash` when something dies. */
export async function prepareTrial(preparation: Preparation): Promise<Prepared> {
  const { subject, rows, onStep } = preparation
  let unfilled: readonly UnfilledTable[] = []
  try {
    onStep('start', { state: 'running' })
    const scripts = await planScripts(preparation)
    const extensions = extensionsFor([scripts.create, scripts.migrate ?? ''], subject.provider)
    const client = await start(preparation, extensions)
    await create(preparation, client, scripts.create, extensions.missing)
    if (rows > 0) unfilled = await addRows(preparation, client)
    if (scripts.migrate !== null) await migrate(preparation, client, scripts.migrate)
    return { failure: null, unfilled }
  } catch (error) {
    if (!(error instanceof StepFailure)) throw error
    onStep(error.failure.step, { state: 'failed' })
    return { failure: error.failure, unfilled }
  }
}

interface Scripts {
  readonly create: string
  /** `null` without a baseline. */
  readonly migrate: string | null
}

async function planScripts({ subject, loadMigrations, signal }: Preparation): Promise<Scripts> {
  const { provider, files, baseline } = subject
  const migrations = await loadMigrations()
  signal.throwIfAborted()
  const ask = async (
    step: StepId,
    from: TrialSubject['files'] | null,
    to: TrialSubject['files'],
  ) => {
    const answer = await migrations.migration({ provider, from, to })
    signal.throwIfAborted()
    // Nobody else asks these engines, so nothing supersedes.
    if (answer === 'superseded') throw new Error('The SQL was asked for twice.')
    return sqlOf(answer, step, NAMES[provider], baseline !== null)
  }
  const create = await ask('create', null, baseline?.files ?? files)
  return { create, migrate: baseline && (await ask('migrate', baseline.files, files)) }
}

function sqlOf(
  answer: MigrationAnswer,
  step: StepId,
  database: string,
  hasBaseline: boolean,
): string {
  if (answer.kind === 'migration') return answer.sql
  const what = hasBaseline && answer.version === 'from' ? 'The baseline' : 'The schema'
  const which = step === 'create' && hasBaseline ? 'The baseline' : what
  throw new StepFailure({
    step,
    statement: null,
    error: {
      message: `${which} is not valid for ${database}, so there is no SQL to run.`,
      detail: answer.message,
      offset: null,
    },
    consequence: null,
  })
}

async function start(
  { subject, open, signal, onStep, onVersion }: Preparation,
  { all }: Extensions,
): Promise<EmbeddedDatabaseClient> {
  const client = await open(all)
  await client.start({ signal, onProgress: (done) => onStep('start', { done }) })
  const answer = await client.run(versionQuery(subject.provider), { maxRows: 1 })
  if (answer.kind === 'failed') throw new Error(answer.error.message)
  onVersion(versionText(subject.provider, answer.result.rows[0]?.[0] ?? ''))
  onStep('start', { state: 'done', done: null })
  return client
}

async function create(
  preparation: Preparation,
  client: EmbeddedDatabaseClient,
  sql: string,
  missing: readonly string[],
): Promise<void> {
  const { subject, onStep } = preparation
  onStep('create', { state: 'running', done: 0 })
  const statements = [
    ...missing.map((name) => ({ text: `CREATE EXTENSION IF NOT EXISTS "${name}"`, isOwn: false })),
    ...migrationStatements(sql, subject.provider),
  ]
  await runAll(preparation, client, 'create', statements)
  const own = counted(statements.filter(({ isOwn }) => isOwn).length, 'statement')
  const added =
    missing.length > 0
      ? `; with ${missing.join(', ')}, which the SQL needs but does not create`
      : ''
  onStep('create', { state: 'done', done: null, note: own + added })
}

async function migrate(
  preparation: Preparation,
  client: EmbeddedDatabaseClient,
  sql: string,
): Promise<void> {
  const { subject, onStep } = preparation
  onStep('migrate', { state: 'running', done: 0 })
  const statements = migrationStatements(sql, subject.provider)
  await runAll(preparation, client, 'migrate', statements)
  const count = statements.filter(({ isOwn }) => isOwn).length
  const note = count === 0 ? 'Nothing to migrate' : counted(count, 'statement')
  onStep('migrate', { state: 'done', done: null, note })
}

/** Fills an existing database; a statement that is refused leaves its table as it is, with a reason. */
export async function addRows(
  preparation: Pick<
    Preparation,
    'subject' | 'rows' | 'now' | 'signal' | 'loadMigrations' | 'onStep'
  >,
  client: EmbeddedDatabaseClient,
): Promise<readonly UnfilledTable[]> {
  const { subject, rows, now, signal, onStep, loadMigrations } = preparation
  onStep('rows', { state: 'running', done: 0 })
  const { provider, files, baseline } = subject
  const migrations = await loadMigrations()
  const samples = await migrations.sampleRows({
    files: baseline?.files ?? files,
    provider,
    rows,
    now,
  })
  const refused: UnfilledTable[] = []
  let added = 0
  for (const [index, sql] of samples.statements.entries()) {
    signal.throwIfAborted()
    const answer = await client.run(sql, { maxRows: 0, signal })
    if (answer.kind === 'done' && sql.startsWith('INSERT')) added += answer.result.affectedRows ?? 0
    if (answer.kind === 'failed') {
      const table = /"((?:[^"]|"")+)"(?! *\.)/.exec(sql)?.[1] ?? ''
      refused.push({ table, reason: answer.error.message })
    }
    onStep('rows', { done: (index + 1) / samples.statements.length })
  }
  onStep('rows', { state: 'done', done: null, note: counted(added, 'row') })
  return [...samples.unfilled, ...refused]
}

async function runAll(
  { subject, signal, onStep }: Preparation,
  client: EmbeddedDatabaseClient,
  step: StepId,
  statements: ReturnType<typeof migrationStatements>,
): Promise<void> {
  for (const [index, { text, isOwn }] of statements.entries()) {
    signal.throwIfAborted()
    const answer = await client.run(text, { maxRows: 0, signal })
    if (answer.kind === 'failed') {
      const isCommit = !isOwn && text === 'COMMIT'
      if (subject.provider === 'postgresql') await client.run('ROLLBACK', { maxRows: 0, signal })
      else await client.run('PRAGMA foreign_keys = ON', { maxRows: 0, signal })
      const statement = isCommit ? null : text
      throw new StepFailure({
        step,
        statement,
        error: answer.error,
        consequence: aftermath(subject, statements.slice(0, index)),
      })
    }
    onStep(step, { done: (index + 1) / statements.length })
  }
}

/** What became of the statements before one that was refused. */
function aftermath(
  { provider }: TrialSubject,
  before: ReturnType<typeof migrationStatements>,
): string | null {
  if (!before.some(({ isOwn }) => isOwn)) return null
  return provider === 'postgresql'
    ? 'PostgreSQL has taken back the statements before it: they are one transaction, in production too.'
    : 'SQLite has executed the statements before it and keeps them, as it would in production.'
}
