'use client'

import { CircleAlert, CircleCheck, CircleDashed, TriangleAlert } from 'lucide-react'
import { useMemo, useRef } from 'react'
import { FixMenu } from '@/components/fixes/fix-menu'
import { EmptyState } from '@/components/ui/empty-state'
import { Spinner } from '@/components/ui/spinner'
import { isForPrisma8 } from '@/lib/document/prisma-version'
import { useFacet } from '@/lib/store/provider'
import type { FacetState } from '@/lib/store/state'
import { commandContext } from '@/lib/store/store'
import { prismaVersionOf } from '@/lib/store/validation'
import { CheckerNote } from './checker-note'
import { explainer } from './explain-problem'
import { HintsSection } from './hints/hints-section'
import { PlaceRow } from './place-row'
import { listProblems, type Problem } from './problems'
import { useKeptFocus } from './use-kept-focus'

/** More would be slow to draw, and nobody reads them before fixing some. */
const MAX_SHOWN = 300

const selectDocument = (state: FacetState) => state.document
const selectValidation = (state: FacetState) => state.validation

/** Everything that is wrong with the schema; each message leads to its place. */
export function ProblemsPane() {
  const document = useFacet(selectDocument)
  const validation = useFacet(selectValidation)
  const files = useMemo(() => listProblems(document, validation), [document, validation])
  const explain = useMemo(() => explainer(document, validation), [document, validation])
  const version = useFacet(prismaVersionOf)
  const isOfPrisma8 = useMemo(() => {
    const { graph, files } = commandContext(document)
    return isForPrisma8(graph, files)
  }, [document])
  const list = useRef<HTMLDivElement>(null)
  const keepFocus = useKeptFocus(list)
  const total = files.reduce((sum, { problems }) => sum + problems.length, 0)
  let room = MAX_SHOWN
  return (
    <div className="flex h-full flex-col">
      {validation.state === 'unavailable' ? <CheckerNote next={list} /> : null}
      {isOfPrisma8 ? (
        <p className="border-b bg-sunken px-3 py-2 text-pretty">
          This schema is for Prisma 8. It is drawn and kept as it is, but cannot be checked here
          yet: what follows is what Prisma {version} says of it, and may be right for Prisma 8.
        </p>
      ) : null}
      <div
        ref={list}
        data-slot="problem-list"
        tabIndex={-1}
        className="min-h-0 flex-1 overflow-auto focus-visible:-outline-offset-2"
        {...keepFocus}
      >
        {total === 0 ? <NoProblems state={validation.state} /> : null}
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
                  <ProblemRow
                    // biome-ignore lint/suspicious/noArrayIndexKey: Two can be alike in everything.
                    key={`${problem.message}:${index}`}
                    problem={problem}
                    explanation={explain(problem)}
                  />
                ))}
              </ul>
            </section>
          )
        })}
        {total > MAX_SHOWN ? (
          <p className="px-3 py-2 text-muted">And {total - MAX_SHOWN} more.</p>
        ) : null}
        <HintsSection />
      </div>
    </div>
  )
}

/** Hints are below. */
const SHORT = 'h-auto'

function NoProblems({ state }: { state: FacetState['validation']['state'] }) {
  if (state === 'checking') {
    return <EmptyState className={SHORT} icon={<Spinner />} title="Checking the schema…" />
  }
  if (state === 'unavailable') {
    const title = 'No mistakes of spelling or structure'
    return <EmptyState className={SHORT} icon={<CircleDashed />} title={title} />
  }
  return (
    <EmptyState
      className={SHORT}
      icon={<CircleCheck />}
      title="No problems"
      description="Prisma accepts this schema."
    />
  )
}

function ProblemRow({ problem, explanation }: { problem: Problem; explanation: string | null }) {
  return (
    <PlaceRow
      place={problem}
      explanation={explanation}
      icon={
        problem.severity === 'error' ? (
          <CircleAlert aria-label="Error" className="mt-0.5 text-danger" />
        ) : (
          <TriangleAlert aria-label="Warning" className="mt-0.5 text-warning" />
        )
      }
      menu={<FixMenu finding={problem} />}
    />
  )
}
