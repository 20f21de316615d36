'use client'

import { TriangleAlert } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { CollapsibleSection } from '@/components/ui/collapsible-section'
import { ScrollArea } from '@/components/ui/scroll-area'
import { SwitchRow } from '@/components/ui/switch-row'
import type { PlannedStep, Untranslated } from '@/lib/engines/sql-planner/shared'
import type { BaselineState, Version } from '@/lib/store/baseline'
import { removals } from './removals'
import type { SqlPreview } from './sql-preview'
import type { providerById } from './sql-providers'
import { useBaseline, useBaselineStore } from './use-baseline'

const selectMarked = (state: BaselineState) => state.isMarked
const selectChanges = (state: BaselineState) => state.changes
const selectKept = (state: BaselineState) => state.isKept

interface MigrationSummaryProps {
  preview: SqlPreview
  provider: ReturnType<typeof providerById>
  /** Whether the schema is for another provider. */
  isOther: boolean
  baseline: Version | null
  onStep(step: PlannedStep): void
}

/** What there is to say about the SQL, above it. */
export function MigrationSummary(props: MigrationSummaryProps) {
  const { preview, provider, isOther, baseline, onStep } = props
  const { untranslated, warnings, steps } = preview
  const source = (baseline && provider.sourceFromBaseline) ?? provider.source
  const isOfficial = provider.source.startsWith('Written by Prisma')
  if (isOfficial && !isOther && baseline === null) return null
  return (
    <ScrollArea
      label="About this SQL"
      className="flex max-h-[45%] shrink-0 flex-col gap-1 border-b bg-sunken px-3 py-1.5"
    >
      {isOfficial ? null : <p className="text-sm text-pretty text-muted">{source}</p>}
      {isOther ? <Translation name={provider.name} untranslated={untranslated} /> : null}
      {baseline ? <Kept /> : null}
      {baseline && warnings.length > 0 ? (
        <Part title="Warnings" count={warnings.length} isOpenAtFirst>
          <ul aria-label="Warnings" className="flex flex-col gap-1">
            {warnings.map(({ text, isBlocking }) => (
              <li key={text} className="flex items-start gap-2 text-sm text-pretty">
                <TriangleAlert
                  aria-label={isBlocking ? 'May fail' : 'Loses data'}
                  className={isBlocking ? 'mt-0.5 text-danger' : 'mt-0.5 text-warning'}
                />
                <span className="min-w-0 wrap-anywhere">{text}</span>
              </li>
            ))}
          </ul>
        </Part>
      ) : null}
      {baseline && steps.length > 0 ? (
        <Part title="Steps" count={steps.length} isOpenAtFirst>
          <ol aria-label="Steps" className="-mx-1">
            {steps.map((step) => (
              <li key={`${step.from}:${step.summary}`}>
                <button
                  type="button"
                  onClick={() => onStep(step)}
                  className="min-h-6 w-full rounded-sm px-1 py-0.5 text-left text-sm wrap-anywhere hover:bg-hover focus-visible:-outline-offset-2"
                >
                  {step.summary}
                </button>
              </li>
            ))}
          </ol>
        </Part>
      ) : null}
      {baseline ? <Changes /> : null}
    </ScrollArea>
  )
}

/** Says so when the browser does not remember the baseline. */
function Kept() {
  if (useBaseline(selectKept)) return null
  return (
    <p className="text-sm text-pretty text-warning">
      This browser could not keep the baseline. It lasts until this tab is closed.
    </p>
  )
}

/** What changed in the diagram since the baseline. */
function Changes() {
  const store = useBaselineStore()
  const isMarked = useBaseline(selectMarked)
  const gone = removals(useBaseline(selectChanges))
  return (
    <>
      <SwitchRow
        label="Mark changes in the diagram"
        checked={isMarked}
        onCheckedChange={store.setMarked}
      />
      {gone.length > 0 ? (
        <Part title="Removed" count={gone.length} isOpenAtFirst>
          <ul aria-label="Removed" className="flex flex-col gap-0.5 text-sm">
            {gone.map((text) => (
              <li key={text} className="wrap-anywhere">
                {text}
              </li>
            ))}
          </ul>
        </Part>
      ) : null}
    </>
  )
}

interface TranslationProps {
  name: string
  untranslated: readonly Untranslated[]
}

function Translation({ name, untranslated }: TranslationProps) {
  if (untranslated.length === 0) {
    return (
      <p className="text-sm text-pretty text-muted">
        A preview for {name}. Nothing in the schema speaks against it.
      </p>
    )
  }
  // What reads the same is listed once.
  const byWords = new Map(untranslated.map((item) => [`${item.text} ${item.fix}`, item]))
  return (
    <Part title={`What ${name} does not have`} count={byWords.size}>
      <p className="text-sm text-pretty text-muted">
        The schema is unchanged; this is the SQL of a copy that was adapted.
      </p>
      <ul
        aria-label={`What ${name} does not have`}
        className="flex list-disc flex-col gap-1 pl-4 text-sm text-pretty"
      >
        {[...byWords].map(([words, { text, fix }]) => (
          <li key={words} className="wrap-anywhere">
            {text}{' '}
            <span className="text-muted">{fix ?? 'What becomes of it is for you to say.'}</span>
          </li>
        ))}
      </ul>
    </Part>
  )
}

interface PartProps {
  title: string
  count: number
  isOpenAtFirst?: boolean
  children: ReactNode
}

function Part({ title, count, isOpenAtFirst = false, children }: PartProps) {
  const [isOpen, setOpen] = useState(isOpenAtFirst)
  return (
    <CollapsibleSection title={title} summary={count} isOpen={isOpen} onOpenChange={setOpen}>
      {children}
    </CollapsibleSection>
  )
}
