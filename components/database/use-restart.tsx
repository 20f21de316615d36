'use client'

import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { ConfirmDialog } from '@/components/ui/alert-dialog'
import type { Trial, TrialState, TrialSubject } from './trial'

const selectIsTouched = (state: TrialState) => state.isTouched

interface Restart {
  /** Begins anew, with so many rows a table or as many as before. */
  ask(rows?: number): void
  /** The question, to be put on the page. */
  readonly dialog: ReactNode
}

/** Begins anew; asks first when a person has changed something in the database. */
export function useRestart(trial: Trial, subject: TrialSubject): Restart {
  const isTouched = useStore(trial, selectIsTouched)
  const [asked, setAsked] = useState<{ rows: number } | null>(null)
  const begin = (rows: number) => trial.begin(subject, rows)
  return {
    ask(rows = trial.getState().rows) {
      if (isTouched) setAsked({ rows })
      else begin(rows)
    },
    dialog: (
      <ConfirmDialog
        open={asked !== null}
        onOpenChange={(open) => {
          if (!open) setAsked(null)
        }}
        title="Start over with a new database?"
        description="What you changed in this one is lost. Your design and the console’s text stay."
        confirmLabel="Start over"
        onConfirm={() => {
          if (asked) begin(asked.rows)
        }}
      />
    ),
  }
}
