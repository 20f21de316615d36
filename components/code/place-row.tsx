'use client'

import { type KeyboardEvent, memo, type ReactNode } from 'react'
import { moveFocus } from '@/components/ui/move-focus'
import { useFacetStore } from '@/lib/store/provider'
import { type CodePlace, type LineColumn, targetAt } from './code-places'

interface PlaceRowProps {
  readonly place: CodePlace & LineColumn & { readonly message: string }
  readonly icon: ReactNode
  /** What to say beyond the message. */
  readonly explanation?: string | null
  /** Whether the file is not told by what is above. */
  readonly hasPath?: boolean
  /** What can be done about it. */
  readonly menu: ReactNode
}

/** A message in the Problems tab that leads to its place. */
export const PlaceRow = memo(function PlaceRow({
  place,
  icon,
  explanation = null,
  hasPath = false,
  menu,
}: PlaceRowProps) {
  const store = useFacetStore()
  const { path, from, to, message, line, column } = place
  const goThere = () => {
    const { document, actions } = store.getState()
    const target = targetAt(document, path, from)
    if (target) actions.select({ blockIds: [target.blockId], memberId: target.memberId })
    actions.show({ view: 'code', path, from, to })
  }
  return (
    <li className="flex items-start pr-2 hover:bg-hover">
      <button
        type="button"
        data-slot="problem"
        onClick={goThere}
        onKeyDown={moveInList}
        className="flex min-w-0 flex-1 items-start gap-2 px-3 py-1 text-left focus-visible:-outline-offset-2"
      >
        {icon}
        <span className="min-w-0 flex-1 text-pretty wrap-anywhere">
          {message}
          {explanation === null ? null : (
            <span className="mt-0.5 block text-sm text-muted">{explanation}</span>
          )}
        </span>
        <span className="shrink-0 font-mono text-sm leading-5 text-faint tabular-nums">
          {hasPath ? `${path}:` : ''}
          {line}:{column}
        </span>
      </button>
      {menu}
    </li>
  )
})

/** The arrow keys, Home and End go from message to message. */
function moveInList(event: KeyboardEvent<HTMLButtonElement>): void {
  const list = event.currentTarget.closest('[data-slot="problem-list"]')
  moveFocus(event, [...(list?.querySelectorAll<HTMLButtonElement>('[data-slot="problem"]') ?? [])])
}
