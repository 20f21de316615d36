'use client'

/** The way to one more field or value: a quiet button below the last row, and the blank row it opens. */

import { Plus } from 'lucide-react'
import { type ClipboardEvent, type FocusEvent, type KeyboardEvent, useRef, useState } from 'react'
import type { Block, BlockId } from '@/lib/schema/graph'
import { useFacetStore } from '@/lib/store/provider'
import { useCanvasStore } from './canvas-context'
import { addTypedField, addValue, checkName } from './editing'
import { focusSoon } from './focus'
import { addLines, addValues, checkLine, fieldLines, typedLine, valueNames } from './line-editing'
import { startDraft } from './start-editing'
import { TypePicker } from './type-picker'
import type { TypedType } from './type-text'

interface AddRowProps {
  readonly id: BlockId
  readonly block: Block
}

export function AddRow({ id, block }: AddRowProps) {
  const store = useFacetStore()
  const canvas = useCanvasStore()
  return (
    <button
      type="button"
      className="canvas-add nodrag nopan"
      onClick={(event) => {
        event.stopPropagation()
        startDraft(store, canvas, id)
      }}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      <Plus />
      {block.kind === 'enum' ? 'Add value' : 'Add field'}
    </button>
  )
}

/** A row that is not in the text yet. Each Enter adds it and opens the next; Escape has enough. */
export function DraftRow({ id, block }: AddRowProps) {
  const store = useFacetStore()
  const canvas = useCanvasStore()
  const nameRef = useRef<HTMLInputElement>(null)
  const rowRef = useRef<HTMLDivElement>(null)
  const [name, setName] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [type, setType] = useState<TypedType>({ name: 'String', arity: null })
  // A new number makes a new, untouched type picker.
  const [round, setRound] = useState(0)
  const isEnum = block.kind === 'enum'

  const close = () => canvas.setState({ draft: null })

  /** Adds the row; `true` when it is in the design. */
  const add = (typed: TypedType): boolean => {
    const reason = isEnum
      ? addValue(store, id, name.trim())
      : /\s/.test(name.trim())
        ? addLines(store, id, [name.trim()])
        : typed.attributes !== undefined
          ? addLines(store, id, [typedLine(name.trim(), typed)])
          : addTypedField(store, id, name.trim(), typed)
    setProblem(reason)
    return reason === null
  }

  const addAndGoOn = (typed: TypedType) => {
    if (add(typed)) goOn()
  }

  const goOn = () => {
    setName('')
    setType({ name: 'String', arity: null })
    setRound((count) => count + 1)
    nameRef.current?.focus()
  }

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    event.stopPropagation()
    if (event.key === 'Escape') {
      event.preventDefault()
      close()
      focusSoon(id, null)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      if (name.trim() === '') {
        close()
        focusSoon(id, null)
      } else addAndGoOn(type)
    } else if (!isEnum && (event.key === ' ' || (event.key === 'Tab' && !event.shiftKey))) {
      // No name has a space: what follows is the type, as in the text.
      event.preventDefault()
      rowRef.current?.querySelector<HTMLInputElement>('[role=combobox]')?.focus()
    }
  }

  /** Whole lines that are pasted are added as they are; anything else is text like any. */
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain')
    const lines = name.trim() !== '' ? null : isEnum ? valueNames(text) : fieldLines(text)
    event.stopPropagation()
    if (!lines) return
    event.preventDefault()
    const reason = isEnum ? addValues(store, id, lines) : addLines(store, id, lines)
    setProblem(reason)
    if (reason === null) goOn()
  }

  const onBlur = (event: FocusEvent) => {
    if (event.currentTarget.contains(event.relatedTarget)) return
    if (name.trim() === '' || add(type)) close()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: It watches the focus of its inputs.
    <div ref={rowRef} className="canvas-draft nodrag nopan" onBlur={onBlur}>
      <input
        ref={nameRef}
        aria-label={isEnum ? 'New value' : 'New field'}
        aria-invalid={problem !== null || undefined}
        placeholder={isEnum ? 'VALUE' : 'name'}
        autoComplete="off"
        spellCheck={false}
        // biome-ignore lint/a11y/noAutofocus: The person asked for this row.
        autoFocus
        className="canvas-input"
        value={name}
        onChange={(event) => {
          setName(event.target.value)
          const next = event.target.value.trim()
          const isLine = !isEnum && /\s/.test(next)
          const check = () =>
            isLine ? checkLine(store, id, null, next) : checkName(store, id, 'new', next)
          setProblem(next === '' ? null : check())
        }}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
      />
      {!isEnum && (
        <TypePicker
          key={round}
          blockId={id}
          label="New field's type"
          text={type.name}
          autoFocus={false}
          className="canvas-draft-type"
          onCommit={(typed, end) => {
            setType(typed)
            if (end === 'enter' || end === 'tab') addAndGoOn(typed)
            else if (end === 'shift-tab') nameRef.current?.focus()
            return null
          }}
          onCancel={() => {
            close()
            focusSoon(id, null)
          }}
        />
      )}
      {problem !== null && (
        <span role="alert" className="canvas-problem">
          {problem}
        </span>
      )}
    </div>
  )
}
