'use client'

import { Plus, X } from 'lucide-react'
import { useId, useState } from 'react'
import { IconButton } from './icon-button'
import { Input } from './input'
import { ReorderList } from './reorder-list'

interface ListEditorProps {
  /** What the list holds: "Schemas". */
  label: string
  /** One of them, for the field that adds another: "schema". */
  itemLabel: string
  items: readonly string[]
  placeholder?: string
  hint?: string
  disabled?: boolean
  /** Why something cannot be added, as a sentence; `null` when it can. */
  check?(item: string): string | null
  onMove(from: number, before: number): void
  onRemove(index: number): void
  onAdd(item: string): void
}

/** A list of short texts: to add to with Enter, to take from, to put in order. */
export function ListEditor({
  label,
  itemLabel,
  items,
  placeholder,
  hint,
  disabled,
  check,
  onMove,
  onRemove,
  onAdd,
}: ListEditorProps) {
  const id = useId()
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const note = problem ?? hint

  const add = () => {
    const item = typed.trim()
    if (item === '') return
    const reason = items.includes(item)
      ? `${item} is in the list already.`
      : (check?.(item) ?? null)
    setProblem(reason)
    if (reason !== null) return
    onAdd(item)
    setTyped('')
  }

  return (
    <div data-slot="list-editor" className="flex flex-col gap-1">
      <label htmlFor={id} className="select-none text-sm font-medium text-muted">
        {label}
      </label>
      {items.length > 0 ? (
        <ReorderList
          label={label}
          items={items}
          keyOf={(item) => item}
          nameOf={(item) => item}
          disabled={disabled}
          className="-ml-1"
          onMove={onMove}
        >
          {(item, index, handle) => (
            <div className="flex h-6.5 items-center gap-1 rounded-sm hover:bg-hover">
              {handle}
              <span className="min-w-0 flex-1 truncate font-mono text-sm" title={item}>
                {item}
              </span>
              <IconButton
                label={`Remove ${item}`}
                size="sm"
                side="right"
                disabled={disabled}
                onClick={() => onRemove(index)}
              >
                <X />
              </IconButton>
            </div>
          )}
        </ReorderList>
      ) : null}
      <div className="flex items-center gap-1">
        <Input
          id={id}
          value={typed}
          placeholder={placeholder}
          disabled={disabled}
          autoComplete="off"
          spellCheck={false}
          aria-describedby={note ? `${id}-note` : undefined}
          aria-invalid={problem ? true : undefined}
          className="font-mono text-sm"
          onChange={(event) => {
            setTyped(event.target.value)
            setProblem(null)
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter') {
              event.preventDefault()
              add()
            }
          }}
        />
        <IconButton
          label={`Add ${itemLabel}`}
          size="sm"
          side="right"
          disabled={disabled || typed.trim() === ''}
          onClick={add}
        >
          <Plus />
        </IconButton>
      </div>
      {note ? (
        <p id={`${id}-note`} className={problem ? 'text-danger text-sm' : 'text-faint text-sm'}>
          {note}
        </p>
      ) : null}
    </div>
  )
}
