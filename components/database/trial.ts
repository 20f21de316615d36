/**
 * A database in the page to try a schema in: how it comes to be, what is in it, and what a person
 * has asked of it. A store of its own beside the design's (`trialOf`), for as long as it is open.
 *
 * Everything that it needs is loaded when it is opened. It knows no React.
 */

import { createStore, type StoreApi } from 'zustand/vanilla'
import type { EmbeddedDatabaseClient } from '@/lib/engines/database/main'
import type { EmbeddedProvider, RunResult } from '@/lib/engines/database/shared'
import type { Migrations } from '@/lib/engines/sql-planner/main'
import type { SchemaFile } from '@/lib/engines/sql-planner/shared'
import { EngineCrash } from '@/lib/engines/worker-client'
import type { UnfilledTable } from '@/lib/sql/sample-rows'
import type { Version } from '@/lib/store/baseline'
import { type ConsoleStatement, isQuery } from './console-statements'
import { addRows, prepareTrial } from './prepare-trial'
import { readTables } from './read-tables'
import type { TableCount } from './trial-sql'
import {
  type StepId,
  stepsFor,
  type TrialFailure,
  type TrialStep,
  withoutWaiting,
  withStep,
} from './trial-steps'

/** What is tried. */
export interface TrialSubject {
  readonly provider: EmbeddedProvider
  readonly files: readonly SchemaFile[]
  /** Where the migration starts; `null` for an empty database. */
  readonly baseline: Version | null
  readonly designId: string | null
}

/** One statement of the console and what came of it. */
export interface ConsoleResult {
  readonly id: number
  readonly statement: ConsoleStatement
  /** Whether it stands in the console's text, rather than being asked by a button. */
  readonly isTyped: boolean
  readonly answer: RunResult
}

export interface TrialState {
  /** `null` while nothing is tried. */
  readonly subject: TrialSubject | null
  /** `preparing` is making it; `ready` takes statements, also when a step has failed. */
  readonly phase: 'preparing' | 'ready' | 'stopped' | 'crashed'
  readonly steps: readonly TrialStep[]
  readonly failure: TrialFailure | null
  /** Why it crashed. */
  readonly message: string | null
  /** `PostgreSQL 17.5`. */
  readonly version: string | null
  readonly tables: readonly TableCount[]
  readonly unfilled: readonly UnfilledTable[]
  /** Sample rows for each table; 0 for none. */
  readonly rows: number
  /** Whether a person has changed something in it. */
  readonly isTouched: boolean
  /** Whether a statement of the console is running. */
  readonly isRunning: boolean
  readonly results: readonly ConsoleResult[]
  /** What was run, the newest first. */
  readonly history: readonly string[]
}

export interface TrialParts {
  loadMigrations(): Promise<Migrations>
  /** Gives a database that is started with its first call. */
  connect(
    provider: EmbeddedProvider,
    extensions: readonly string[],
  ): Promise<EmbeddedDatabaseClient>
  /** In ms since 1970. */
  now(): number
}

export type Trial = StoreApi<TrialState> & {
  /** Makes the database anew, from nothing. */
  begin(subject: TrialSubject, rows?: number): void
  /** Fills the database that there is. */
  addRows(rows: number): void
  /** Runs statements one after the other, until one fails. */
  run(statements: readonly ConsoleStatement[], isTyped: boolean): Promise<void>
  /** Puts the results away, so that the failure of a step is seen again. */
  clearResults(): void
  /** Ends the database and whatever runs in it. */
  stop(): void
  /** Ends everything; the parts are given back. */
  close(): void
}

/** How many rows of a result are shown. */
export const MOST_ROWS = 1_000
const LONGEST_HISTORY = 50

const NOTHING: TrialState = {
  subject: null,
  phase: 'preparing',
  steps: [],
  failure: null,
  message: null,
  version: null,
  tables: [],
  unfilled: [],
  rows: 20,
  isTouched: false,
  isRunning: false,
  results: [],
  history: [],
}

/** One database and what may be going on in it. */
interface Attempt {
  readonly controller: AbortController
  client: EmbeddedDatabaseClient | null
}

export function createTrial(parts: TrialParts): Trial {
  const store = createStore<TrialState>(() => NOTHING)
  let attempt: Attempt | null = null
  let migrations: Promise<Migrations> | null = null
  let lastId = 0

  function loadMigrations(): Promise<Migrations> {
    migrations ??= parts.loadMigrations().catch((error: unknown) => {
      migrations = null
      throw error
    })
    return migrations
  }

  function end(): void {
    attempt?.controller.abort()
    attempt?.client?.dispose()
    attempt = null
  }

  const onStep = (own: Attempt) => (id: StepId, change: Partial<TrialStep>) => {
    if (attempt === own) store.setState({ steps: withStep(store.getState().steps, id, change) })
  }

  /** Says what became of an attempt that threw, unless it is over anyway. */
  function fail(own: Attempt, error: unknown): void {
    if (attempt !== own) return
    end()
    store.setState({
      phase: 'crashed',
      isRunning: false,
      message: crashText(error),
      steps: withoutWaiting(store.getState().steps),
    })
  }

  async function refreshTables(own: Attempt): Promise<void> {
    const { subject } = store.getState()
    if (!own.client || !subject) return
    const tables = await readTables(own.client, subject.provider)
    if (attempt === own && tables) store.setState({ tables })
  }

  async function prepare(own: Attempt, subject: TrialSubject, rows: number): Promise<void> {
    try {
      const { failure, unfilled } = await prepareTrial({
        subject,
        rows,
        now: parts.now(),
        signal: own.controller.signal,
        loadMigrations,
        async open(extensions) {
          const client = await parts.connect(subject.provider, extensions)
          own.client = client
          if (attempt === own) return client
          client.dispose()
          throw new DOMException('The database was closed.', 'AbortError')
        },
        onStep: onStep(own),
        onVersion: (version) => attempt === own && store.setState({ version }),
      })
      await refreshTables(own)
      if (attempt !== own) return
      const { steps } = store.getState()
      const finished = failure ? withoutWaiting(steps) : steps
      store.setState({ phase: 'ready', failure, unfilled, steps: finished })
    } catch (error) {
      fail(own, error)
    }
  }

  async function runOne(own: Attempt, statement: ConsoleStatement, isTyped: boolean) {
    const answer = await own.client?.run(statement.text, { maxRows: MOST_ROWS })
    if (attempt !== own || !answer) return null
    const { results, isTouched } = store.getState()
    const changed = answer.kind === 'done' && !isQuery(statement.text)
    store.setState({
      results: [...results, { id: ++lastId, statement, isTyped, answer }],
      isTouched: isTouched || changed,
    })
    return answer
  }

  return Object.assign(store, {
    begin(subject: TrialSubject, rows = store.getState().rows) {
      end()
      const own: Attempt = { controller: new AbortController(), client: null }
      attempt = own
      const { history, version } = store.getState()
      const isSame = store.getState().subject?.provider === subject.provider
      store.setState({
        ...NOTHING,
        subject,
        rows,
        history,
        version: isSame ? version : null,
        steps: stepsFor(subject.provider, subject.baseline !== null, rows),
      })
      void prepare(own, subject, rows)
    },
    addRows(rows: number) {
      const own = attempt
      const { subject, steps, phase } = store.getState()
      if (!own?.client || !subject || phase !== 'ready') return
      const step: TrialStep = {
        id: 'rows',
        label: 'Add sample rows',
        state: 'waiting',
        done: null,
        note: null,
      }
      store.setState({
        rows,
        phase: 'preparing',
        steps: [...steps.filter(({ id }) => id !== 'rows'), step],
      })
      const preparation = {
        subject,
        rows,
        now: parts.now(),
        signal: own.controller.signal,
        loadMigrations,
        onStep: onStep(own),
      }
      addRows(preparation, own.client).then(
        async (unfilled) => {
          await refreshTables(own)
          if (attempt === own) store.setState({ phase: 'ready', unfilled })
        },
        (error: unknown) => fail(own, error),
      )
    },
    async run(statements: readonly ConsoleStatement[], isTyped: boolean) {
      const own = attempt
      const { phase, isRunning, history } = store.getState()
      if (!own?.client || phase !== 'ready' || isRunning || statements.length === 0) return
      const text = statements.map((statement) => statement.text).join(';\n')
      store.setState({
        isRunning: true,
        results: [],
        history: [text, ...history.filter((earlier) => earlier !== text)].slice(0, LONGEST_HISTORY),
      })
      try {
        for (const statement of statements) {
          const answer = await runOne(own, statement, isTyped)
          if (answer?.kind !== 'done') break
        }
        await refreshTables(own)
        if (attempt === own) store.setState({ isRunning: false })
      } catch (error) {
        fail(own, error)
      }
    },
    clearResults() {
      store.setState({ results: [] })
    },
    stop() {
      end()
      const { steps } = store.getState()
      store.setState({
        phase: 'stopped',
        isRunning: false,
        steps: withoutWaiting(steps),
        tables: [],
      })
    },
    close() {
      end()
      void migrations?.then((loaded) => loaded.dispose()).catch(() => {})
      migrations = null
      store.setState({ ...NOTHING, history: store.getState().history, rows: store.getState().rows })
    },
  })
}

/** What happened, for people; what to do next is said beside it. */
function crashText(error: unknown): string {
  if (!(error instanceof EngineCrash)) return error instanceof Error ? error.message : String(error)
  switch (error.reason) {
    case 'load':
      return `${error.engine} could not be loaded; the connection may be down.`
    case 'timeout':
      return `${error.engine} gave no answer for a minute and was ended.`
    default:
      return `${error.engine} stopped unexpectedly.${error.detail ? ` (${error.detail})` : ''}`
  }
}
