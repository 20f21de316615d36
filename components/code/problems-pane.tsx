'use client'

import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react'
import { type KeyboardEvent, memo, useMemo } from 'react'
import { EmptyState } from '@/components/ui/empty-state'
import { Spinner } from '@/components/ui/spinner'
import { useFacet, useFacetStore } from '@/lib/store/provider'
import type { FacetState } from '@/lib/store/state'
import { targetAt } from './code-places'
import { listProblems, type Problem } from './problems'

/** More would be slow to draw, and nobody reads them before fixing some. */
const MAX_SHOWN = 300

const selectDocument = (state: FacetState) => state.document
const selectValidation = (state: FacetState) => state.validation

/** Everything that is wrong with the schema; each message leads to its place. */
export function ProblemsPane() {
  const document = useFacet(selectDocument)
  const validation = useFacet(selectValidation)
  const files = useMemo(() => listProblems(document, validation), [document, validation])
  const isUnavailable = validation.state === 'unavailable'
  const total = files.reduce((sum, { problems }) => sum + problems.length, 0)
  let room = MAX_SHOWN
  return (
    <div className="flex h-full flex-col">
      {isUnavailable ? (
        <p className="border-b bg-warning-subtle px-3 py-2 text-pretty">
          Prisma’s schema checker is not running, so only mistakes of spelling and structure are
          listed. Everything else works as always; it starts again with your next change.
        </p>
      ) : null}
      {total === 0 ? (
        <NoProblems state={validation.state} />
      ) : (
        <div data-slot="problem-list" className="min-h-0 flex-1 overflow-auto py-1">
          {files.map(({ path, problems }) => {
            const shown = problems.slice(0, Math.max(0, room))
            room -= shown.length
            return shown.length === 0 ? null : (
              <section key={path} aria-label={path} className="pb-2">
                <h3 className="sticky top-0 bg-surface px-3 py-1 font-mono text-sm text-muted">
                  {path}
                </h3>
                <ul>
                  {shown.map((problem, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: Two can be alike in everything.
                    <ProblemRow key={`${problem.message}:${index}`} problem={problem} />
                  ))}
                </ul>
              </section>
            )
          })}
          {total > MAX_SHOWN ? (
            <p className="px-3 py-2 text-muted">And {total - MAX_SHOWN} more.</p>
          ) : null}
        </div>
      )}
    </div>
  )
}

function NoProblems({ state }: { state: FacetState['validation']['state'] }) {
  if (state === 'checking') {
    return <EmptyState icon={<Spinner />} title="Checking the schema…" />
  }
  return (
    <EmptyState
      icon={<CircleCheck />}
      title="No problems"
      description={state === 'checked' ? 'Prisma accepts this schema.' : undefined}
    />
  )
}

const ProblemRow = memo(function ProblemRow({ problem }: { problem: Problem }) {
  const store = useFacetStore()
  const { path, from, to, message, severity, line, column } = problem
  const goThere = () => {
    const { document, actions } = store.getState()
    const target = targetAt(document, path, from)
    if (target) actions.select({ blockIds: [target.blockId], memberId: target.memberId })
    actions.show({ view: 'code', path, from, to })
  }
  return (
    <li>
      <button
        type="button"
        onClick={goThere}
        onKeyDown={moveInList}
        className="flex w-full items-start gap-2 px-3 py-1 text-left hover:bg-hover focus-visible:-outline-offset-2"
      >
        {severity === 'error' ? (
          <CircleAlert aria-label="Error" className="mt-0.5 text-danger" />
        ) : (
          <TriangleAlert aria-label="Warning" className="mt-0.5 text-warning" />
        )}
        <span className="min-w-0 flex-1 text-pretty wrap-anywhere">{message}</span>
        <span className="shrink-0 font-mono text-sm leading-5 text-faint tabular-nums">
          {line}:{column}
        </span>
      </button>
    </li>
  )
})

/** The arrow keys, Home and End go from message to message. */
function moveInList(event: KeyboardEvent<HTMLButtonElement>): void {
  const list = event.currentTarget.closest('[data-slot="problem-list"]')
  const buttons = [...(list?.querySelectorAll('button') ?? [])]
  const current = buttons.indexOf(event.currentTarget)
  const next = {
    ArrowDown: current + 1,
    ArrowUp: current - 1,
    Home: 0,
    End: buttons.length - 1,
  }[event.key]
  if (next === undefined) return
  event.preventDefault()
  buttons[Math.min(buttons.length - 1, Math.max(0, next))]?.focus()
}
