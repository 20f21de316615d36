'use client'

import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { cn } from '@/components/ui/cn'
import { EmptyState } from '@/components/ui/empty-state'
import { ScrollArea } from '@/components/ui/scroll-area'
import type { StatementResult } from '@/lib/engines/database/shared'
import { oneLine } from './console-statements'
import { CopyMenu } from './copy-menu'
import { MarkedSql } from './marked-sql'
import { ErrorText } from './refusal-view'
import { ResultGrid } from './result-grid'
import type { ConsoleResult, Trial, TrialState } from './trial'
import { counted } from './trial-steps'

const selectResults = (state: TrialState) => state.results
const selectIsRunning = (state: TrialState) => state.isRunning
const selectPhase = (state: TrialState) => state.phase

/** What the last statements gave, one at a time. */
export function ResultsView({ trial }: { trial: Trial }) {
  const results = useStore(trial, selectResults)
  const isRunning = useStore(trial, selectIsRunning)
  const isPreparing = useStore(trial, selectPhase) === 'preparing'
  const [chosen, setChosen] = useState<number | null>(null)
  const shown = results.find(({ id }) => id === chosen) ?? results.at(-1)
  const shownId = shown?.id
  const chooser = useRef<HTMLFieldSetElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: The one that is pressed has changed.
  useEffect(() => {
    chooser.current?.querySelector('[aria-pressed="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [shownId])
  if (!shown && isPreparing) {
    return (
      <EmptyState
        title="Preparing the database…"
        description="It can be queried once its steps are done."
      />
    )
  }
  if (!shown) {
    return (
      <EmptyState
        title={isRunning ? 'Running…' : 'No result yet'}
        description="Choose a table, or write SQL and run it."
      />
    )
  }
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      {results.length > 1 ? (
        <fieldset
          ref={chooser}
          aria-label="Results"
          className="flex shrink-0 gap-1 overflow-x-auto border-b p-1"
        >
          {results.map((result, index) => (
            <button
              key={result.id}
              type="button"
              aria-pressed={result === shown}
              onClick={() => setChosen(result.id)}
              className={cn(
                'flex h-6 max-w-56 shrink-0 items-center gap-1.5 rounded-sm px-2 text-sm text-muted hover:bg-hover aria-pressed:bg-accent-subtle aria-pressed:text-accent',
                result.answer.kind === 'failed' && 'text-danger aria-pressed:text-danger',
              )}
            >
              <span className="tabular-nums">{index + 1}</span>
              <span className="truncate font-mono">{oneLine(result.statement.text)}</span>
            </button>
          ))}
        </fieldset>
      ) : null}
      <Result key={shown.id} result={shown} />
    </div>
  )
}

function Result({ result }: { result: ConsoleResult }) {
  const { statement, answer } = result
  if (answer.kind === 'failed') {
    return (
      <ScrollArea label="What went wrong" className="flex flex-1 flex-col gap-2 p-3">
        <div role="alert">
          <ErrorText error={answer.error} />
        </div>
        <MarkedSql sql={statement.text} offset={answer.error.offset} />
      </ScrollArea>
    )
  }
  const hasColumns = answer.result.columns.length > 0
  return (
    <>
      <div className="flex h-8 shrink-0 items-center gap-2 border-b pr-1.5 pl-3">
        <p role="status" className="text-sm whitespace-nowrap tabular-nums">
          {summary(answer.result)}
        </p>
        <p className="mr-auto min-w-0 truncate font-mono text-sm text-muted">
          {oneLine(statement.text)}
        </p>
        {hasColumns ? <CopyMenu result={answer.result} /> : null}
      </div>
      {hasColumns ? (
        <ResultGrid result={answer.result} />
      ) : (
        <EmptyState title="Done" description="The statement gives no rows." />
      )}
    </>
  )
}

/** `20 rows, 3 ms`. */
function summary({ columns, rows, rowCount, affectedRows, duration }: StatementResult): string {
  const time = duration < 10 ? `${duration.toFixed(1)} ms` : `${Math.round(duration)} ms`
  if (columns.length === 0) {
    return affectedRows === null ? time : `${counted(affectedRows, 'row')} changed, ${time}`
  }
  const shown = rows.length < rowCount ? `the first ${rows.length.toLocaleString('en')} of ` : ''
  return `${shown}${counted(rowCount, 'row')}, ${time}`
}
