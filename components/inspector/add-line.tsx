'use client'

import { Plus } from 'lucide-react'
import { type KeyboardEvent, useId, useState } from 'react'
import { cn } from '@/components/ui/cn'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'

interface AddLineProps {
  /** The accessible name of the field, and of its button: "Add a field". */
  label: string
  placeholder: string
  disabled?: boolean
  monospace?: boolean
  /** Takes what was typed; gives the reason, as a sentence, when it cannot. */
  onAdd(line: string): string | null
}

/** One line that adds something with Enter, and is then ready for the next. */
export function AddLine({ label, placeholder, disabled, monospace = true, onAdd }: AddLineProps) {
  const id = useId()
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string | null>(null)

  const add = () => {
    const line = typed.trim()
    if (line === '') return
    const reason = onAdd(line)
    setProblem(reason)
    if (reason === null) setTyped('')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault()
      add()
    } else if (event.key === 'Escape' && typed !== '') {
      event.preventDefault()
      setTyped('')
      setProblem(null)
    }
  }

  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-center gap-1">
        <Input
          id={id}
          aria-label={label}
          aria-describedby={problem ? `${id}-note` : undefined}
          aria-invalid={problem ? true : undefined}
          value={typed}
          placeholder={placeholder}
          disabled={disabled}
          autoComplete="off"
          spellCheck={false}
          className={cn(monospace && 'font-mono text-sm')}
          onChange={(event) => {
            setTyped(event.target.value)
            setProblem(null)
          }}
          onKeyDown={onKeyDown}
        />
        <IconButton
          label={label}
          size="sm"
          side="right"
          disabled={disabled || typed.trim() === ''}
          onClick={add}
        >
          <Plus />
        </IconButton>
      </div>
      {problem ? (
        <p id={`${id}-note`} role="alert" className="text-danger text-sm">
          {problem}
        </p>
      ) : null}
    </div>
  )
}
