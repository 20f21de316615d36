'use client'

import { useState } from 'react'
import { flushSync } from 'react-dom'
import { cn } from '@/components/ui/cn'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'

interface CommitInputProps {
  label: string
  value: string
  placeholder?: string
  hint?: string
  disabled?: boolean
  monospace?: boolean
  /** Takes what was typed; gives the reason, as a sentence, when it cannot. */
  onCommit(value: string): string | null
}

/**
 * A text field that takes effect when it is left or Enter is pressed. Escape brings back what was
 * there. What is refused stays to be corrected, with the reason under it.
 */
export function CommitInput({
  label,
  value,
  placeholder,
  hint,
  disabled,
  monospace,
  onCommit,
}: CommitInputProps) {
  /** What is being typed; `null` while nothing is. */
  const [typed, setTyped] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  const commit = () => {
    if (typed === null) return
    const reason = typed.trim() === value ? null : onCommit(typed.trim())
    setProblem(reason)
    if (reason === null) setTyped(null)
  }

  return (
    <Field label={label} hint={hint} error={problem}>
      {(control) => (
        <Input
          {...control}
          value={typed ?? value}
          placeholder={placeholder}
          disabled={disabled}
          autoComplete="off"
          spellCheck={false}
          className={cn(monospace && 'font-mono text-sm')}
          onChange={(event) => {
            setTyped(event.target.value)
            setProblem(null)
          }}
          onBlur={commit}
          onKeyDown={(event) => {
            if (event.key === 'Enter') commit()
            if (event.key !== 'Escape' || typed === null) return
            event.preventDefault()
            flushSync(() => {
              setTyped(null)
              setProblem(null)
            })
          }}
        />
      )}
    </Field>
  )
}
