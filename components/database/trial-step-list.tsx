'use client'

import { CircleCheck, CircleDashed, CircleMinus, CircleX } from 'lucide-react'
import { useStore } from 'zustand'
import { Button } from '@/components/ui/button'
import { Progress } from '@/components/ui/progress'
import { Spinner } from '@/components/ui/spinner'
import type { Trial, TrialState } from './trial'
import type { TrialStep } from './trial-steps'

const selectSteps = (state: TrialState) => state.steps
const selectUnfilled = (state: TrialState) => state.unfilled

/** How the database comes to be. */
export function TrialStepList({ trial }: { trial: Trial }) {
  const steps = useStore(trial, selectSteps)
  const unfilled = useStore(trial, selectUnfilled)
  return (
    <div className="flex flex-col gap-1.5 border-b px-3 py-2">
      <ol aria-label="Steps" className="flex flex-col gap-1.5">
        {steps.map((step) => (
          <Step key={step.id} step={step} onExplain={trial.clearResults} />
        ))}
      </ol>
      {unfilled.length > 0 ? (
        <details className="text-sm">
          <summary className="cursor-default text-warning">
            {unfilled.length === 1 ? '1 table stays empty' : `${unfilled.length} tables stay empty`}
          </summary>
          <ul aria-label="Empty tables" className="mt-1 flex flex-col gap-1 text-pretty text-muted">
            {unfilled.map(({ table, reason }) => (
              <li key={`${table} ${reason}`} className="wrap-anywhere">
                <span className="font-mono text-fg">{table}</span>: {reason}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  )
}

const STATE_TEXT: Record<TrialStep['state'], string> = {
  waiting: 'waiting',
  running: 'running',
  done: 'done',
  failed: 'failed',
  skipped: 'not done',
}

interface StepProps {
  step: TrialStep
  /** Shows why it failed. */
  onExplain(): void
}

function Step({ step, onExplain }: StepProps) {
  const { label, state, done, note } = step
  return (
    <li className="flex flex-col gap-1">
      <div className="flex items-start gap-2">
        <span className="mt-0.5 flex [&>.lucide]:size-4">
          <StepIcon state={state} />
        </span>
        <p className="min-w-0">
          <span className={state === 'waiting' || state === 'skipped' ? 'text-muted' : undefined}>
            {label}
          </span>
          <span className="sr-only">, {STATE_TEXT[state]}</span>
          {state === 'failed' ? (
            <Button size="sm" variant="ghost" className="-mx-2 flex h-5" onClick={onExplain}>
              Show why
            </Button>
          ) : null}
          {note ? <span className="block text-sm text-pretty text-muted">{note}</span> : null}
        </p>
      </div>
      {state === 'running' ? (
        // At 1 the files are there and the database is starting, for which there is no measure.
        <Progress label={label} value={done === null || done === 1 ? undefined : done} />
      ) : (
        // Keeps its place, so that nothing moves when a step ends.
        <div aria-hidden="true" className="h-1" />
      )}
    </li>
  )
}

function StepIcon({ state }: { state: TrialStep['state'] }) {
  switch (state) {
    case 'running':
      return <Spinner className="text-accent" />
    case 'done':
      return <CircleCheck className="text-success" />
    case 'failed':
      return <CircleX className="text-danger" />
    case 'skipped':
      return <CircleMinus className="text-faint" />
    default:
      return <CircleDashed className="text-faint" />
  }
}
