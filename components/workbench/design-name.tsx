'use client'

import { useState } from 'react'
import { flushSync } from 'react-dom'
import { useActions, useFacet, useFacetStore } from '@/lib/store/provider'
import type { FacetState } from '@/lib/store/state'
import { useWorkbench } from './workbench-context'

const selectName = (state: FacetState) => state.name

/** Longer names are of no use to anyone, and would not fit a file name. */
const MAX_LENGTH = 120

/** The design's name: text that becomes a field when it is pressed. Enter or leaving keeps it. */
export function DesignName() {
  const name = useFacet(selectName)
  const actions = useActions()
  const store = useFacetStore()
  const { nameInputRef } = useWorkbench()
  /** What is being typed; `null` while nothing is. */
  const [typed, setTyped] = useState<string | null>(null)

  const commit = () => {
    const next = typed?.trim() ?? ''
    setTyped(null)
    if (next !== '' && next !== store.getState().name) actions.rename(next)
  }

  return (
    <input
      ref={nameInputRef}
      aria-label="Design name"
      title={typed === null ? name : undefined}
      value={typed ?? name}
      maxLength={MAX_LENGTH}
      spellCheck={false}
      autoComplete="off"
      className="field-sizing-content h-7 max-w-72 min-w-8 truncate rounded-md border border-transparent bg-transparent px-1.5 font-medium transition-colors hover:border-border focus:border-border-strong focus:bg-surface focus-visible:outline-offset-0"
      onFocus={() => setTyped(name)}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur()
        if (event.key !== 'Escape') return
        // Leaving keeps what is typed, so that is given up first.
        flushSync(() => setTyped(null))
        event.currentTarget.blur()
      }}
    />
  )
}
