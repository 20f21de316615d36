'use client'

import { CircleCheck, TriangleAlert } from 'lucide-react'
import { type ReactNode, type RefObject, useDeferredValue, useEffect, useMemo, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { EmptyState } from '@/components/ui/empty-state'
import { Progress } from '@/components/ui/progress'
import { ScrollArea } from '@/components/ui/scroll-area'
import { useFacetStore } from '@/lib/store/provider'
import { sqlChunks } from './chunks'
import { CodeText } from './code-text'
import type { SqlEditor } from './sql-editor'
import { isEmptySql, type SqlPreview } from './sql-preview'
import { tokenizeSql } from './sql-tokens'
import { type LoadedMonaco, useMonaco } from './use-monaco'
import './editor.css'

interface SqlViewProps {
  preview: SqlPreview
  /** Whether it leads from a baseline, rather than from an empty database. */
  isMigration: boolean
  /** What to say when the schema is not valid and there is no SQL from before. */
  withoutSql: string
  onRetry: () => void
  editorRef: RefObject<SqlEditor | null>
}

/** The SQL itself, with what has to be said about it above. */
export function SqlView(props: SqlViewProps) {
  const { preview, isMigration, withoutSql, onRetry, editorRef } = props
  const { state, sql, message } = preview
  const { loaded } = useMonaco()
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
      <ScrollArea
        label="SQL preview"
        className="relative flex-1 bg-surface"
        aria-busy={state === 'waiting'}
      >
        {chunks && shownSql !== null ? (
          isEmptySql(shownSql) && isMigration ? (
            <EmptyState
              icon={<CircleCheck />}
              title="Nothing to migrate"
              description="The schema comes to the same database as the baseline."
            />
          ) : (
            <div className={cn('transition-opacity', state !== 'current' && 'opacity-55')}>
              {loaded ? (
                <Editor {...loaded} preview={preview} sql={shownSql} editorRef={editorRef} />
              ) : null}
              {/* The editor has only the lines in view; this is all of it, for screen readers. */}
              <div className={loaded ? 'sr-only' : 'px-3'}>
                <CodeText chunks={chunks} tokenize={loaded ? undefined : tokenizeSql} />
              </div>
            </div>
          )
        ) : state === 'waiting' ? (
          <Waiting />
        ) : state === 'outdated' ? (
          <Remark text={withoutSql} details={message ?? undefined} />
        ) : null}
      </ScrollArea>
    </>
  )
}

interface EditorProps extends LoadedMonaco {
  preview: SqlPreview
  sql: string
  editorRef: RefObject<SqlEditor | null>
}

function Editor({ monaco, createSqlEditor, preview, sql, editorRef }: EditorProps) {
  const store = useFacetStore()
  const container = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!container.current) return
    const editor = createSqlEditor(monaco, container.current, store)
    editorRef.current = editor
    return () => {
      editor.dispose()
      editorRef.current = null
    }
  }, [monaco, createSqlEditor, store, editorRef])
  // Steps tell places in the very SQL that they came with; while that lags behind, so do they.
  const steps = preview.sql === sql ? preview.steps : null
  useEffect(() => {
    if (steps) editorRef.current?.show(sql, steps)
  }, [sql, steps, editorRef])
  return (
    <div
      ref={container}
      data-slot="sql-editor"
      className="absolute inset-0 ml-1 font-mono text-base"
    />
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
