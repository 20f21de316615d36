'use client'

/** What is wrong at a part, in words, each with its fixes as buttons; hints below, quiet. */

import { CircleAlert, Lightbulb, TriangleAlert } from 'lucide-react'
import { type KeyboardEvent, useId, useMemo } from 'react'
import { explainer } from '@/components/code/explain-problem'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { moveFocus } from '@/components/ui/move-focus'
import { useActions, useFacet } from '@/lib/store/provider'
import type { FacetState } from '@/lib/store/state'
import type { Fault } from './faults'
import type { Fix } from './fix'
import { type FixSearch, searchText, useFixes } from './use-fixes'

/** More would be slow to find fixes for, and nobody reads them before fixing some. */
const MAX_SHOWN = 12

const selectDocument = (state: FacetState) => state.document
const selectValidation = (state: FacetState) => state.validation

interface FaultListProps {
  readonly faults: readonly Fault[]
  /** Called with the fix that was chosen. */
  onChoose(fix: Fix): void
  /** Called when something else is to be looked at instead. */
  onLeave(): void
}

export function FaultList({ faults, onChoose, onLeave }: FaultListProps) {
  const document = useFacet(selectDocument)
  const validation = useFacet(selectValidation)
  const { setCodeTab } = useActions()
  const explain = useMemo(() => explainer(document, validation), [document, validation])
  const shown = faults.slice(0, MAX_SHOWN)
  const firstHint = shown.findIndex(({ severity }) => severity === 'hint')
  const more = faults.length - shown.length
  return (
    <>
      <ul aria-label="What is wrong" className="flex flex-col">
        {shown.map((fault, index) => (
          <FaultItem
            key={`${fault.memberId} ${fault.message}`}
            fault={fault}
            explanation={'rule' in fault.finding ? null : explain(fault.finding)}
            isFirst={index === 0}
            className={index === 0 ? '' : index === firstHint ? 'mt-3 border-t pt-3' : 'mt-3'}
            onChoose={onChoose}
          />
        ))}
      </ul>
      {more > 0 ? (
        <Button
          size="sm"
          variant="ghost"
          className="mt-2 self-start"
          onClick={() => {
            onLeave()
            setCodeTab('problems')
          }}
        >
          And {more} more, in Problems
        </Button>
      ) : null}
    </>
  )
}

const ICONS = {
  error: <CircleAlert aria-label="Error" className="mt-0.5 size-4 shrink-0 text-danger" />,
  warning: <TriangleAlert aria-label="Warning" className="mt-0.5 size-4 shrink-0 text-warning" />,
  hint: <Lightbulb aria-label="Hint" className="mt-0.5 size-4 shrink-0 text-faint" />,
}

interface FaultItemProps {
  readonly fault: Fault
  readonly explanation: string | null
  readonly isFirst: boolean
  readonly className: string
  onChoose(fix: Fix): void
}

function FaultItem({ fault, explanation, isFirst, className, onChoose }: FaultItemProps) {
  const { severity, message, memberName, finding } = fault
  const search = useFixes(finding)
  const messageId = useId()
  return (
    <li className={cn('flex gap-2', className)}>
      {ICONS[severity]}
      <div className="flex min-w-0 flex-1 flex-col gap-2">
        <p
          id={messageId}
          className={cn('text-pretty wrap-anywhere', severity === 'hint' && 'text-muted')}
        >
          {memberName === null ? null : (
            <>
              <span className="font-mono text-sm font-medium">{memberName}</span>:{' '}
            </>
          )}
          {message}
          {explanation === null ? null : (
            <span className="mt-0.5 block text-sm text-muted">{explanation}</span>
          )}
        </p>
        <Fixes search={search} messageId={messageId} isFirst={isFirst} onChoose={onChoose} />
      </div>
    </li>
  )
}

interface FixesProps extends Pick<FaultItemProps, 'isFirst' | 'onChoose'> {
  readonly search: FixSearch
  readonly messageId: string
}

function Fixes({ search, messageId, isFirst, onChoose }: FixesProps) {
  const fixes = typeof search === 'string' ? [] : search.fixes
  const button = (fix: Fix, index: number) => (
    <Button
      key={fix.title}
      ref={isFirst && index === 0 ? focusFirst : null}
      data-slot="fix"
      size="sm"
      variant={fix.isQuiet ? 'ghost' : fix.isPreferred ? 'primary' : 'secondary'}
      aria-describedby={messageId}
      className="h-auto min-h-6.5 max-w-full py-0.5 text-left whitespace-normal wrap-anywhere"
      onClick={() => onChoose(fix)}
    >
      {fix.brief ?? fix.title}
    </Button>
  )
  const [mending, quiet] = [fixes.filter((fix) => !fix.isQuiet), fixes.filter((fix) => fix.isQuiet)]
  return (
    <>
      <p aria-live="polite" className="text-sm text-faint empty:hidden">
        {searchText(search)}
      </p>
      {mending.length > 0 ? (
        <div className="flex flex-wrap gap-1.5">{mending.map(button)}</div>
      ) : null}
      {quiet.length > 0 ? (
        <div className="-ml-2 flex flex-wrap">
          {quiet.map((fix, index) => button(fix, mending.length + index))}
        </div>
      ) : null}
    </>
  )
}

/**
 * The fixes come when their popover has the focus already; whoever uses the keyboard begins at the
 * first. When the text became another they come anew, and the focus went with the earlier ones.
 */
function focusFirst(button: HTMLButtonElement | null): void {
  const { activeElement, body } = document
  const isLost = activeElement === null || activeElement === body
  if (isLost || activeElement === button?.closest('[role="dialog"]')) button?.focus()
}

/** The arrow keys, Home and End go from fix to fix; for what surrounds the list. */
export function moveAmongFixes(event: KeyboardEvent<HTMLElement>): void {
  moveFocus(event, [...event.currentTarget.querySelectorAll<HTMLElement>('[data-slot="fix"]')])
}
