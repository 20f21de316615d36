'use client'

import { RotateCcw, Square, X } from 'lucide-react'
import { useStore } from 'zustand'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { Select } from '@/components/ui/select'
import type { Trial, TrialState, TrialSubject } from './trial'
import { NAMES } from './trial-sql'
import { counted } from './trial-steps'

const ROW_CHOICES = [0, 5, 20, 100] as const

const selectVersion = (state: TrialState) => state.version
const selectTables = (state: TrialState) => state.tables
const selectPhase = (state: TrialState) => state.phase
const selectRows = (state: TrialState) => state.rows
const selectIsRunning = (state: TrialState) => state.isRunning

interface TrialHeaderProps {
  trial: Trial
  subject: TrialSubject
  insteadOf: string | null
  /** Begins anew, with other rows or as before. */
  onRestart(rows?: number): void
  onClose(): void
}

/** What database it is, and what can be done with it as a whole. */
export function TrialHeader(props: TrialHeaderProps) {
  const { trial, subject, insteadOf, onRestart, onClose } = props
  const version = useStore(trial, selectVersion)
  const tables = useStore(trial, selectTables)
  const phase = useStore(trial, selectPhase)
  const isRunning = useStore(trial, selectIsRunning)
  const isBusy = phase === 'preparing' || isRunning
  const tableCount = tables.filter(({ kind }) => kind === 'table').length
  return (
    <header className="flex min-h-9 flex-wrap items-center gap-x-2 gap-y-1 border-b py-1 pr-1.5 pl-3">
      <h2 className="font-medium whitespace-nowrap">{version ?? NAMES[subject.provider]}</h2>
      <p className="min-w-0 flex-1 text-sm text-muted">
        <span role="status">{stateText(phase, tableCount)}</span>
        {' · In this page only, gone when closed'}
        {insteadOf ? ` · In place of ${insteadOf}, which does not run in a browser` : ''}
      </p>
      {/* In a narrow pane the controls have a line of their own, below the way out. */}
      <div className="order-1 flex basis-full items-center gap-1.5 @min-[640px]:order-0 @min-[640px]:basis-auto">
        <RowChoice trial={trial} onRestart={onRestart} isDisabled={isBusy} />
        <Button size="sm" aria-disabled={isBusy || undefined} onClick={() => onRestart()}>
          <RotateCcw />
          Start over
        </Button>
        <Button size="sm" aria-disabled={!isBusy || undefined} onClick={() => trial.stop()}>
          <Square />
          Stop
        </Button>
      </div>
      <IconButton label="Close database" size="sm" onClick={onClose}>
        <X />
      </IconButton>
    </header>
  )
}

function stateText(phase: TrialState['phase'], tables: number): string {
  if (phase === 'preparing') return 'Preparing…'
  if (phase === 'stopped') return 'Stopped'
  if (phase === 'crashed') return 'Not running'
  return counted(tables, 'table')
}

interface RowChoiceProps {
  trial: Trial
  isDisabled: boolean
  onRestart(rows: number): void
}

/** How many rows each table is filled with. An empty database is filled; a filled one begins anew. */
function RowChoice({ trial, isDisabled, onRestart }: RowChoiceProps) {
  const rows = useStore(trial, selectRows)
  const choose = (next: number) => {
    const { tables, phase, subject } = trial.getState()
    const isEmpty = tables.every((table) => !table.rows)
    // Rows for a migration to meet have to be there before it.
    if (isEmpty && phase === 'ready' && subject?.baseline === null && next > 0) trial.addRows(next)
    else onRestart(next)
  }
  return (
    <Select
      aria-label="Sample rows"
      className="h-6.5 w-36 text-sm"
      value={rows}
      disabled={isDisabled}
      onChange={({ target }) => choose(Number(target.value))}
    >
      {ROW_CHOICES.map((count) => (
        <option key={count} value={count}>
          {count === 0 ? 'No sample rows' : `${count} rows a table`}
        </option>
      ))}
    </Select>
  )
}
