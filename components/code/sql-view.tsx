'use client'

import { TriangleAlert } from 'lucide-react'
import { type ReactNode, useDeferredValue, useMemo } from 'react'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { Progress } from '@/components/ui/progress'
import { ScrollArea } from '@/components/ui/scroll-area'
import { sqlChunks } from './chunks'
import { CodeText } from './code-text'
import type { SqlPreview } from './sql-preview'
import { tokenizeSql } from './sql-tokens'

interface SqlViewProps {
  preview: SqlPreview
  /** What to say when the schema is not valid and there is no SQL from before. */
  withoutSql: string
  onRetry: () => void
}

/** The SQL itself, with what has to be said about it above. */
export function SqlView({ preview, withoutSql, onRetry }: SqlViewProps) {
  const { state, sql, message } = preview
  // Drawing the SQL of a large schema must not hold up whoever is typing it.
  const shownSql = useDeferredValue(sql)
  const chunks = useMemo(() => (shownSql === null ? null : sqlChunks(shownSql)), [shownSql])
  return (
    <>
      {state === 'outdated' && sql !== null && message !== null ? (
        <Remark
          text="The schema has errors; this is the SQL of the last valid version."
          details={message}
          className="max-h-48 overflow-auto"
        />
      ) : null}
      {state === 'failed' ? (
        <Remark text={message ?? ''}>
          <Button size="sm" onClick={onRetry}>
            Try again
          </Button>
        </Remark>
      ) : null}
      <ScrollArea label="SQL preview" className="flex-1 bg-surface" aria-busy={state === 'waiting'}>
        {chunks ? (
          <div className={cn('px-3 transition-opacity', state !== 'current' && 'opacity-55')}>
            <CodeText chunks={chunks} tokenize={tokenizeSql} />
          </div>
        ) : state === 'waiting' ? (
          <Waiting />
        ) : state === 'outdated' ? (
          <Remark text={withoutSql} details={message ?? undefined} />
        ) : null}
      </ScrollArea>
    </>
  )
}

/** Shows itself only when the answer takes a moment, as it does while the engine loads. */
function Waiting() {
  return (
    <div className="flex h-full animate-appear flex-col items-center justify-center gap-3 [animation-delay:250ms] [animation-fill-mode:backwards]">
      <p className="text-muted">Preparing the SQL…</p>
      <Progress label="Preparing the SQL" className="w-48" />
    </div>
  )
}

interface RemarkProps {
  text: string
  /** In the engine's words, over several lines. */
  details?: string
  className?: string
  children?: ReactNode
}

function Remark({ text, details, className, children }: RemarkProps) {
  return (
    <div className={cn('flex items-start gap-2 border-b bg-warning-subtle px-3 py-2', className)}>
      <TriangleAlert className="mt-0.5 text-warning" />
      <div className="min-w-0 flex-1">
        <p className="text-pretty">{text}</p>
        {details === undefined ? null : (
          <pre className="mt-1 font-mono text-sm whitespace-pre-wrap wrap-anywhere text-muted">
            {details}
          </pre>
        )}
      </div>
      {children}
    </div>
  )
}
