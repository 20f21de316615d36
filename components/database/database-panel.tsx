'use client'

import { useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { Button } from '@/components/ui/button'
import { RefusalView } from './refusal-view'
import { ResultsView } from './results-view'
import { SqlConsole, type SqlConsoleHandle } from './sql-console'
import { TableList } from './table-list'
import type { Trial, TrialState, TrialSubject } from './trial'
import { TrialHeader } from './trial-header'
import type { TriedProvider } from './trial-pane'
import { tableQuery } from './trial-sql'
import { TrialStepList } from './trial-step-list'
import { useRestart } from './use-restart'
import { hasChanged, useTrial } from './use-trial'

interface DatabasePanelProps {
  provider: TriedProvider
  /** The database that was asked for, where this one runs in its place. */
  insteadOf: string | null
  onClose(): void
}

const selectPhase = (state: TrialState) => state.phase
const selectSubject = (state: TrialState) => state.subject
const selectFailure = (state: TrialState) => state.failure
const selectMessage = (state: TrialState) => state.message
const selectHasOutcome = (state: TrialState) => state.results.length > 0 || state.isRunning

/** A real database with the design in it: how it came to be, its tables, and a console. */
export function DatabasePanel({ provider, insteadOf, onClose }: DatabasePanelProps) {
  const { trial, subject } = useTrial(provider)
  const sqlConsole = useRef<SqlConsoleHandle>(null)
  const panel = useReturnedFocus()
  const restart = useRestart(trial, subject)

  return (
    <section
      ref={panel}
      aria-label="Try it"
      tabIndex={-1}
      data-slot="database-panel"
      className="@container flex min-h-0 flex-1 flex-col outline-hidden"
    >
      <TrialHeader
        trial={trial}
        subject={subject}
        insteadOf={insteadOf}
        onRestart={restart.ask}
        onClose={onClose}
      />
      <ChangedBar trial={trial} subject={subject} onRecreate={() => restart.ask()} />
      {restart.dialog}
      <div className="flex min-h-0 flex-1 flex-col overflow-y-auto @min-[640px]:flex-row @min-[640px]:overflow-hidden">
        <div className="flex max-h-[38%] shrink-0 flex-col overflow-y-auto border-b bg-sunken @min-[640px]:max-h-none @min-[640px]:w-60 @min-[640px]:border-r @min-[640px]:border-b-0">
          <TrialStepList trial={trial} />
          <TableList
            trial={trial}
            onChoose={(table) => sqlConsole.current?.show(tableQuery(table))}
          />
        </div>
        <div className="flex min-h-0 min-w-0 flex-1 flex-col @min-[1080px]:flex-row">
          <div className="flex h-36 shrink-0 flex-col border-b @max-[1080px]:[@media(max-height:760px)]:h-24 @min-[1080px]:h-auto @min-[1080px]:w-2/5 @min-[1080px]:border-r @min-[1080px]:border-b-0">
            <SqlConsole ref={sqlConsole} trial={trial} provider={provider} />
          </div>
          <div className="flex min-h-64 min-w-0 flex-1 flex-col @min-[640px]:min-h-0">
            <Outcome trial={trial} subject={subject} />
          </div>
        </div>
      </div>
    </section>
  )
}

/** What the last statements gave, or else what became of making the database. */
function Outcome({ trial, subject }: { trial: Trial; subject: TrialSubject }) {
  const phase = useStore(trial, selectPhase)
  const failure = useStore(trial, selectFailure)
  const message = useStore(trial, selectMessage)
  const hasOutcome = useStore(trial, selectHasOutcome)
  if (phase === 'crashed' || phase === 'stopped') {
    return (
      <div className="flex flex-1 flex-col items-center justify-center gap-3 p-6 text-center">
        <p role={phase === 'crashed' ? 'alert' : 'status'} className="max-w-96 text-pretty">
          {phase === 'stopped'
            ? 'Stopped. The database is gone, with what was in it; your design is unchanged.'
            : `${message ?? 'The database stopped.'} What was in it is gone; your design is unchanged.`}
        </p>
        <Button variant="primary" onClick={() => trial.begin(subject)}>
          Start again
        </Button>
      </div>
    )
  }
  if (failure && !hasOutcome) return <RefusalView failure={failure} />
  return <ResultsView trial={trial} />
}

interface ChangedBarProps {
  trial: Trial
  subject: TrialSubject
  onRecreate(): void
}

/** Says so when the design is no longer what is in the database. */
function ChangedBar({ trial, subject, onRecreate }: ChangedBarProps) {
  const made = useStore(trial, selectSubject)
  if (!hasChanged(made, subject)) return null
  const isBaseline = made?.baseline !== subject.baseline
  return (
    <div role="status" className="flex items-center gap-2 border-b bg-warning-subtle px-3 py-1">
      <p className="mr-auto min-w-0 text-sm text-pretty">
        {isBaseline ? 'The baseline has changed since.' : 'The schema has changed since.'}
      </p>
      <Button size="sm" onClick={onRecreate}>
        Recreate
      </Button>
    </div>
  )
}

/** Takes the focus when it opens, and gives it back when it closes. */
function useReturnedFocus() {
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    const before = document.activeElement
    panel.current?.focus({ preventScroll: true })
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  return panel
}
