'use client'

import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import type { BlockId, Field } from '@/lib/schema/graph'
import { useActions, useFacetStore } from '@/lib/store/provider'
import { focusSoon } from './focus'
import { applyLine, checkLine, lineOf } from './line-editing'

/** An input over a whole row: name, type and attributes as they are written. */
export function LineEditor({
  blockId,
  field,
}: {
  readonly blockId: BlockId
  readonly field: Field
}) {
  const store = useFacetStore()
  const actions = useActions()
  const inputRef = useRef<HTMLInputElement>(null)
  const isDone = useRef(false)
  const [value, setValue] = useState(() => lineOf(field))
  const [problem, setProblem] = useState<string | null>(null)

  useLayoutEffect(() => {
    const input = inputRef.current
    input?.focus({ preventScroll: true })
    // What is most often wanted is one more attribute.
    input?.setSelectionRange(input.value.length, input.value.length)
  }, [])

  const close = (isFocusKept: boolean) => {
    isDone.current = true
    actions.editInPlace(null)
    if (isFocusKept) focusSoon(blockId, field.id)
  }
  const commit = (isFocusKept: boolean) => {
    if (isDone.current) return
    const reason = applyLine(store, blockId, field, value)
    setProblem(reason)
    if (reason === null) close(isFocusKept)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.key === 'Escape') {
      event.preventDefault()
      close(true)
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      event.preventDefault()
      commit(true)
    }
  }

  return (
    <span
      className="canvas-editor"
      data-for="line"
      style={{ '--line-length': value.length } as React.CSSProperties}
    >
      <input
        ref={inputRef}
        aria-label="Line"
        aria-invalid={problem !== null || undefined}
        autoComplete="off"
        spellCheck={false}
        className="canvas-input nodrag nopan"
        value={value}
        onChange={(event) => {
          setValue(event.target.value)
          setProblem(checkLine(store, blockId, field.id, event.target.value))
        }}
        onBlur={() => commit(false)}
        onKeyDown={onKeyDown}
      />
      {problem !== null && (
        <span role="alert" className="canvas-problem">
          {problem}
        </span>
      )}
    </span>
  )
}
