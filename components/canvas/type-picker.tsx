'use client'

import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { cn } from '@/components/ui/cn'
import { Popover, PopoverAnchor, PopoverContent } from '@/components/ui/popover'
import { rankOptions } from '@/components/ui/rank'
import type { BlockId } from '@/lib/schema/graph'
import { useFacet } from '@/lib/store/provider'
import { parseTypedType, type TypedType, typeOptions } from './type-text'

export type EditEnd = 'enter' | 'tab' | 'shift-tab' | 'blur'

interface TypePickerProps {
  readonly blockId: BlockId
  /** The type as it is, arity included. */
  readonly text: string
  readonly autoFocus: boolean
  /** Takes the type; gives the reason when it cannot. */
  onCommit(typed: TypedType, end: EditEnd): string | null
  onCancel(): void
  readonly className?: string
  readonly label: string
}

/** Options drawn at once; more are found by typing. */
const SHOWN = 50

/**
 * An input over a type, with the types there are below it. What is typed narrows them down; a `?`
 * or `[]` at the end says how many.
 */
export function TypePicker(props: TypePickerProps) {
  const { blockId, text, autoFocus, onCommit, onCancel, className, label } = props
  const graph = useFacet(({ document }) => document.graph)
  const block = graph.blockById.get(blockId)
  const options = useMemo(() => (block ? typeOptions(graph, block) : []), [graph, block])
  const listId = useId()
  const inputRef = useRef<HTMLInputElement>(null)
  const isDone = useRef(false)
  const [value, setValue] = useState(text)
  const [isOpen, setOpen] = useState(autoFocus)
  const [problem, setProblem] = useState<string | null>(null)
  const isUntouched = value === text
  const typed = parseTypedType(value)
  const { attributes } = typed
  const shown = (isUntouched ? options : rankOptions(options, typed.name)).slice(0, SHOWN)
  const initial = shown.findIndex(({ label: option }) => option === typed.name)
  const [moved, setMoved] = useState<number | null>(null)
  const active = moved ?? Math.max(0, initial)

  useEffect(() => {
    if (autoFocus) inputRef.current?.select()
  }, [autoFocus])
  const commit = (end: EditEnd, picked?: string) => {
    if (isDone.current) return
    // What is typed in full counts, even where something else ranks above it.
    const isExact = options.some((option) => option.label === typed.name)
    const isOffered = isOpen && end !== 'blur' && (!isExact || moved !== null)
    const name = picked ?? (isOffered ? shown[active]?.label : undefined) ?? typed.name
    // Nothing said about arity: a type that was only looked at keeps it.
    const arity = isUntouched ? parseTypedType(text).arity : typed.arity
    const reason = name === '' ? 'A type is needed.' : onCommit({ name, arity, attributes }, end)
    setProblem(reason)
    if (reason === null && end !== 'blur') isDone.current = true
    // The picker of a blank row stays where it is and is used again.
    queueMicrotask(() => {
      isDone.current = false
    })
  }

  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.key === 'Escape') {
      event.preventDefault()
      isDone.current = true
      onCancel()
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      event.preventDefault()
      commit(event.key === 'Enter' ? 'enter' : event.shiftKey ? 'shift-tab' : 'tab')
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setOpen(true)
      const step = event.key === 'ArrowDown' ? 1 : -1
      setMoved((active + step + shown.length) % Math.max(1, shown.length))
    }
  }

  return (
    <Popover open={isOpen && shown.length > 0}>
      <PopoverAnchor asChild>
        <input
          ref={inputRef}
          role="combobox"
          aria-label={label}
          aria-expanded={isOpen && shown.length > 0}
          aria-controls={listId}
          aria-activedescendant={isOpen && shown[active] ? `${listId}-${active}` : undefined}
          aria-autocomplete="list"
          aria-invalid={problem !== null || undefined}
          autoComplete="off"
          spellCheck={false}
          // biome-ignore lint/a11y/noAutofocus: The person asked to edit this very text.
          autoFocus={autoFocus}
          className={cn('canvas-input nodrag nopan', className)}
          value={value}
          onChange={(event) => {
            setValue(event.target.value)
            setMoved(null)
            setProblem(null)
            setOpen(true)
          }}
          onFocus={(event) => {
            event.target.select()
            setOpen(true)
          }}
          onBlur={() => {
            setOpen(false)
            commit('blur')
          }}
          onKeyDown={onKeyDown}
        />
      </PopoverAnchor>
      {problem !== null && (
        <span role="alert" className="canvas-problem">
          {problem}
        </span>
      )}
      <PopoverContent
        aria-label="Types"
        className="nokey w-56 overflow-hidden p-0"
        sideOffset={4}
        updatePositionStrategy="always"
        onOpenAutoFocus={(event) => event.preventDefault()}
        onCloseAutoFocus={(event) => event.preventDefault()}
        onClick={(event) => event.stopPropagation()}
        onDoubleClick={(event) => event.stopPropagation()}
      >
        <div
          id={listId}
          role="listbox"
          aria-label="Types"
          className="canvas-options"
          // Keeps the focus, and with it the edit, in the input.
          onPointerDown={(event) => event.preventDefault()}
        >
          {shown.map((option, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: The keys are those of the input.
            <div
              key={`${option.group} ${option.label}`}
              ref={index === active ? scrollIntoList : undefined}
              id={`${listId}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              className="canvas-option"
              onClick={() => commit('enter', option.label)}
              onPointerMove={() => setMoved(index)}
            >
              <span className="truncate">{option.label}</span>
              <span className="canvas-option-group">{option.group}</span>
            </div>
          ))}
        </div>
      </PopoverContent>
    </Popover>
  )
}

function scrollIntoList(option: HTMLElement | null): void {
  option?.scrollIntoView({ block: 'nearest' })
}
