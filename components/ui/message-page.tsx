import type { ReactNode } from 'react'
import { FacetMark } from './facet-mark'

interface MessagePageProps {
  /** What happened. */
  title: string
  /** What was kept, and what to do next. */
  children: ReactNode
  actions: ReactNode
  /** The wording for whoever is asked to help. */
  details?: string
}

/** A whole page that says one thing calmly: for errors and addresses that lead nowhere. */
export function MessagePage({ title, children, actions, details }: MessagePageProps) {
  return (
    <main className="flex h-full items-center justify-center overflow-auto p-6">
      <div className="flex w-full max-w-110 flex-col items-start gap-4">
        <FacetMark className="size-8" />
        <h1 className="text-xl font-semibold text-balance">{title}</h1>
        <div className="flex flex-col gap-2 text-pretty text-muted">{children}</div>
        <div className="flex flex-wrap gap-2">{actions}</div>
        {details ? (
          <details className="w-full text-sm text-muted">
            <summary className="w-fit rounded-sm">Technical details</summary>
            <pre className="mt-2 max-h-40 overflow-auto rounded-md border bg-sunken p-3 font-mono whitespace-pre-wrap wrap-anywhere select-text">
              {details}
            </pre>
          </details>
        ) : null}
      </div>
    </main>
  )
}
