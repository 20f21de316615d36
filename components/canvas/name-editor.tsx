'use client'

import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import type { BlockId, FieldId } from '@/lib/schema/graph'
import { useActions, useFacetStore } from '@/lib/store/provider'
import { useCanvasStore } from './canvas-context'
import { checkName, editNeighbour, renamePart } from './editing'
import { focusSoon } from './focus'
import { hasDefaultName, startDraft, startEdit } from './start-editing'
import type { EditEnd } from './type-picker'

interface NameEditorProps {
  readonly blockId: BlockId
  /** `null` for the block's own name. */
  readonly memberId: FieldId | null
  readonly name: string
}

/** An input over a name. A name that cannot be taken stays, with the reason below it. */
export function NameEditor({ blockId, memberId, name }: NameEditorProps) {
  const store = useFacetStore()
  const canvas = useCanvasStore()
  const actions = useActions()
  const inputRef = useRef<HTMLInputElement>(null)
  const isDone = useRef(false)
  const [value, setValue] = useState(name)
  const [problem, setProblem] = useState<string | null>(null)

  useLayoutEffect(() => {
    inputRef.current?.focus({ preventScroll: true })
    inputRef.current?.select()
  }, [])

  const close = () => {
    isDone.current = true
    actions.editInPlace(null)
  }

  const goOn = (end: EditEnd) => {
    if (end === 'blur') close()
    else if (memberId === null) {
      close()
      if (end === 'enter' && hasDefaultName(name)) startDraft(store, canvas, blockId)
      else focusSoon(blockId, null)
    } else if (end === 'tab' && hasType(memberId)) {
      isDone.current = true
      startEdit(store, blockId, memberId, 'type')
    } else {
      isDone.current = true
      const isBack = end === 'shift-tab'
      editNeighbour(store, canvas, blockId, memberId, isBack ? -1 : 1, isBack ? 'type' : 'name')
    }
  }

  const hasType = (id: FieldId) => {
    const block = store.getState().document.graph.blockById.get(blockId)
    return block?.fields.some((field) => field.id === id) ?? false
  }

  const commit = (end: EditEnd) => {
    if (isDone.current) return
    const next = value.trim()
    const reason = next === name ? null : renamePart(store, blockId, memberId, next)
    setProblem(reason)
    if (reason === null) goOn(end)
    else if (end === 'blur' && next === '') close()
  }

  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.key === 'Escape') {
      event.preventDefault()
      close()
      focusSoon(blockId, memberId)
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      event.preventDefault()
      commit(event.key === 'Enter' ? 'enter' : event.shiftKey ? 'shift-tab' : 'tab')
    }
  }

  return (
    <span className="canvas-editor" data-for={memberId === null ? 'title' : 'name'}>
      <input
        ref={inputRef}
        aria-label="Name"
        aria-invalid={problem !== null || undefined}
        autoComplete="off"
        spellCheck={false}
        className="canvas-input nodrag nopan"
        value={value}
        onChange={(event) => {
          const next = event.target.value
          setValue(next)
          const isWorthSaying = next.trim() !== '' && next.trim() !== name
          setProblem(isWorthSaying ? checkName(store, blockId, memberId, next.trim()) : null)
        }}
        onBlur={() => commit('blur')}
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
