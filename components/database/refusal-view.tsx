'use client'

import { ScrollArea } from '@/components/ui/scroll-area'
import type { StatementError } from '@/lib/engines/database/shared'
import { MarkedSql } from './marked-sql'
import type { TrialFailure } from './trial-steps'

const HEADINGS: Record<TrialFailure['step'], string> = {
  start: 'The database did not start.',
  create: 'The database could not be created as the SQL says.',
  rows: 'The sample rows could not be added.',
  migrate: 'The migration fails on this data. In production it would fail the same way.',
}

/** Why a step of making the database failed: the database's words, and the statement. */
export function RefusalView({ failure }: { failure: TrialFailure }) {
  const { step, statement, error, consequence } = failure
  return (
    <ScrollArea label="What went wrong" className="flex flex-1 flex-col gap-2 p-3">
      <div role="alert" className="flex flex-col gap-1">
        <p className="font-medium text-pretty">{HEADINGS[step]}</p>
        <ErrorText error={error} />
      </div>
      {consequence ? <p className="text-pretty text-muted">{consequence}</p> : null}
      {statement === null ? null : <MarkedSql sql={statement} offset={error.offset} />}
    </ScrollArea>
  )
}

/** The database's own message, details and hints. */
export function ErrorText({ error }: { error: StatementError }) {
  return (
    <div className="flex flex-col gap-0.5 font-mono text-sm">
      <p className="wrap-anywhere text-danger">{error.message}</p>
      {error.detail ? (
        <pre className="font-mono whitespace-pre-wrap wrap-anywhere text-muted">{error.detail}</pre>
      ) : null}
    </div>
  )
}
