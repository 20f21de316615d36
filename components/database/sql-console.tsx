'use client'

import { History, Play } from 'lucide-react'
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react'
import { useStore } from 'zustand'
import { useMonaco } from '@/components/code/use-monaco'
import { Button } from '@/components/ui/button'
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu'
import { IconButton } from '@/components/ui/icon-button'
import { Spinner } from '@/components/ui/spinner'
import { Tooltip } from '@/components/ui/tooltip'
import type { EmbeddedProvider } from '@/lib/engines/database/shared'
import { type ConsoleEditor, createConsoleEditor } from './console-editor'
import { oneLine, statementsOf, statementsToRun } from './console-statements'
import { errorPlace } from './error-place'
import type { Trial, TrialState } from './trial'

export interface SqlConsoleHandle {
  /** Runs a query; it replaces the console's text unless a person wrote that. */
  show(sql: string): void
}

interface SqlConsoleProps {
  ref: Ref<SqlConsoleHandle>
  trial: Trial
  provider: EmbeddedProvider
}

/** Outlives the panel, so that closing it loses nothing that was written. */
let kept = ''

const selectCanRun = (state: TrialState) => state.phase === 'ready' && !state.isRunning
const selectIsRunning = (state: TrialState) => state.isRunning
const selectHistory = (state: TrialState) => state.history
const selectResults = (state: TrialState) => state.results

/** SQL to be written and run. */
export function SqlConsole({ ref, trial, provider }: SqlConsoleProps) {
  const { loaded } = useMonaco()
  const container = useRef<HTMLDivElement>(null)
  const editor = useRef<ConsoleEditor | null>(null)
  /** What a button put there, which another button may replace. */
  const placed = useRef<string | null>(null)
  const canRun = useStore(trial, selectCanRun)
  const isRunning = useStore(trial, selectIsRunning)
  const history = useStore(trial, selectHistory)
  const results = useStore(trial, selectResults)

  const run = useRef(() => {})
  const runAll = useRef(() => {})
  run.current = () => {
    const { current } = editor
    if (!current) return
    void trial.run(statementsToRun(current.getText(), provider, current.getSelection()), true)
  }
  runAll.current = () => {
    const text = editor.current?.getText() ?? ''
    void trial.run(statementsOf(text, provider), true)
  }

  useImperativeHandle(ref, () => ({
    show(sql) {
      const text = `${sql};\n`
      const present = editor.current?.getText() ?? ''
      const isFree = present.trim() === '' || present === placed.current
      if (isFree) {
        placed.current = text
        editor.current?.setText(text)
      }
      void trial.run([{ text: sql, from: 0 }], isFree)
    },
  }))

  useEffect(() => {
    if (!loaded || !container.current) return
    const created = createConsoleEditor(loaded.monaco, container.current, kept, {
      onRun: () => run.current(),
      onRunAll: () => runAll.current(),
      onChange(text) {
        kept = text
      },
    })
    editor.current = created
    return () => {
      created.dispose()
      editor.current = null
    }
  }, [loaded])

  useEffect(() => {
    const failed = results.find(({ answer }) => answer.kind === 'failed')
    if (failed?.answer.kind !== 'failed' || !failed.isTyped) return editor.current?.mark(null)
    const { message, offset } = failed.answer.error
    const { text, from } = failed.statement
    const place = errorPlace(text, offset)
    editor.current?.mark({ from: from + place.from, to: from + place.to, message })
  }, [results])

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex items-center gap-1 border-b py-1 pr-1.5 pl-3">
        <Tooltip
          content="Run what is selected, or the statement at the cursor"
          shortcut="mod+enter"
        >
          <Button
            size="sm"
            variant="primary"
            loading={isRunning}
            aria-disabled={!canRun || undefined}
            onClick={() => run.current()}
          >
            <Play />
            Run
          </Button>
        </Tooltip>
        <Tooltip content="Run all statements" shortcut="mod+shift+enter">
          <Button
            size="sm"
            variant="ghost"
            aria-disabled={!canRun || undefined}
            onClick={() => runAll.current()}
          >
            Run all
          </Button>
        </Tooltip>
        <span className="mr-auto" />
        <DropdownMenu>
          <DropdownMenuTrigger asChild>
            <IconButton label="Earlier statements" size="sm" disabled={history.length === 0}>
              <History />
            </IconButton>
          </DropdownMenuTrigger>
          <DropdownMenuContent align="end" className="max-h-80 max-w-120">
            {history.map((sql) => (
              <DropdownMenuItem
                key={sql}
                className="font-mono text-sm"
                onSelect={() => {
                  placed.current = null
                  editor.current?.setText(`${sql};\n`)
                  editor.current?.focus()
                }}
              >
                <span className="truncate">{oneLine(sql)}</span>
              </DropdownMenuItem>
            ))}
          </DropdownMenuContent>
        </DropdownMenu>
      </div>
      {loaded ? (
        <div ref={container} className="relative min-h-0 flex-1 font-mono text-base" />
      ) : (
        <p className="flex items-center gap-2 p-3 text-muted">
          <Spinner />
          Opening the editor…
        </p>
      )}
    </div>
  )
}
