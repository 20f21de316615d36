/** The steps by which a database comes to be, as people see them. */

import type { EmbeddedProvider, StatementError } from '@/lib/engines/database/shared'
import { NAMES } from './trial-sql'

export type StepId = 'start' | 'create' | 'rows' | 'migrate'

export interface TrialStep {
  readonly id: StepId
  /** "Create the schema". */
  readonly label: string
  readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'skipped'
  /** From 0 to 1; `null` while that is not known. */
  readonly done: number | null
  /** What came of it: "12 statements". */
  readonly note: string | null
}

/** Why a step failed. */
export interface TrialFailure {
  readonly step: StepId
  /** The statement that the database refused; `null` when none did. */
  readonly statement: string | null
  readonly error: StatementError
  /** What became of the step's other statements. */
  readonly consequence: string | null
}

/** The steps in their order: with a baseline, rows come before the migration that they are for. */
export function stepsFor(
  provider: EmbeddedProvider,
  hasBaseline: boolean,
  rows: number,
): TrialStep[] {
  const labels: [StepId, string][] = [
    ['start', `Start ${NAMES[provider]}`],
    ['create', hasBaseline ? 'Create the baseline' : 'Create the schema'],
  ]
  if (rows > 0) labels.push(['rows', 'Add sample rows'])
  if (hasBaseline) labels.push(['migrate', 'Run the migration'])
  return labels.map(([id, label]) => ({ id, label, state: 'waiting', done: null, note: null }))
}

export function withStep(
  steps: readonly TrialStep[],
  id: StepId,
  change: Partial<TrialStep>,
): TrialStep[] {
  return steps.map((step) => (step.id === id ? { ...step, ...change } : step))
}

/** What is not done when a step has failed or was stopped never will be. */
export function withoutWaiting(steps: readonly TrialStep[]): TrialStep[] {
  return steps.map((step) =>
    step.state === 'waiting' || step.state === 'running' ? { ...step, state: 'skipped' } : step,
  )
}

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`
}
