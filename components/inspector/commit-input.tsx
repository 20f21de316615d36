'use client'

import { type ReactNode, useState } from 'react'
import { flushSync } from 'react-dom'
import { cn } from '@/components/ui/cn'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'

interface CommitInputProps {
  label: ReactNode
  value: string
  placeholder?: string
  hint?: string
  disabled?: boolean
  monospace?: boolean
  /** Spaces at the ends are a part of it, and not left out. */
  isExact?: boolean
  /** Nothing is set yet: it has the focus at once, and Enter sets even what was not changed. */
  isNew?: boolean
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
  isExact = false,
  isNew = false,
  onCommit,
}: CommitInputProps) {
  /** What is being typed; `null` while nothing is. */
  const [typed, setTyped] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  const commit = (isAsked: boolean) => {
    const isSet = isNew && isAsked
    if (typed === null && !isSet) return
    const next = isExact ? (typed ?? value) : (typed ?? value).trim()
    const reason = next === value && !isSet ? null : onCommit(next)
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
          autoFocus={isNew}
          className={cn(monospace && 'font-mono text-sm')}
          onChange={(event) => {
            setTyped(event.target.value)
            setProblem(null)
          }}
          onBlur={() => commit(false)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') commit(true)
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
