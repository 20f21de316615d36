'use client'

import type { ComponentType, ReactNode, Ref } from 'react'
import type { Finding } from '@/lib/lint/rule'
import type { Diagnostic } from '@/lib/store/state'
import { searchText, useFixes } from './use-fixes'

interface FixItemsProps {
  readonly finding: Diagnostic | Finding
  /** An item of the kind of menu that they are in. */
  readonly Item: ComponentType<{
    readonly children: ReactNode
    readonly disabled?: boolean
    readonly ref?: Ref<HTMLDivElement>
    readonly onSelect?: () => void
  }>
  /** Whether they begin the menu. */
  readonly isFirst?: boolean
}

/** What can be done about a problem or a hint, as items of a menu; looked for when it is opened. */
export function FixItems({ finding, Item, isFirst = true }: FixItemsProps) {
  const search = useFixes(finding)
  const text = searchText(search)
  const fixes = typeof search === 'string' ? [] : search.fixes
  return (
    <>
      {text === null ? null : <Item disabled>{text}</Item>}
      {fixes.map((fix, index) => (
        <Item
          key={fix.title}
          ref={isFirst && index === 0 ? focusFirst : null}
          onSelect={() => fix.run()}
        >
          {fix.brief ?? fix.title}
        </Item>
      ))}
    </>
  )
}

/** The fixes come when the menu is open already; whoever uses the keyboard begins at the first. */
function focusFirst(item: HTMLElement | null): void {
  const { activeElement } = document
  const isWaiting = activeElement?.matches('[role="menu"], [data-after-fixes]') ?? false
  const isHere = activeElement?.closest('[role="menu"]') === item?.closest('[role="menu"]')
  if (isWaiting && isHere) item?.focus()
}
