'use client'

import { type ReactNode, useState } from 'react'
import { flushSync } from 'react-dom'
import { cn } from '@/components/ui/cn'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'

interface CommitTextareaProps {
  label: ReactNode
  value: string
  placeholder?: string
  disabled?: boolean
  monospace?: boolean
  /** Nothing is set yet: it has the focus at once. */
  isNew?: boolean
  /** Takes what was typed; gives the reason, as a sentence, when it cannot. */
  onCommit(value: string): string | null
}

/** Like `CommitInput` with several lines: it takes effect when it is left, or with Ctrl+Enter. */
export function CommitTextarea({
  label,
  value,
  placeholder,
  disabled,
  monospace,
  isNew = false,
  onCommit,
}: CommitTextareaProps) {
  /** What is being typed; `null` while nothing is. */
  const [typed, setTyped] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  const commit = () => {
    if (typed === null) return
    const next = typed.replace(/\s+$/, '')
    const reason = next === value ? null : onCommit(next)
    setProblem(reason)
    if (reason === null) setTyped(null)
  }

  return (
    <Field label={label} error={problem}>
      {(control) => (
        <Textarea
          {...control}
          value={typed ?? value}
          placeholder={placeholder}
          disabled={disabled}
          rows={Math.min(8, Math.max(2, (typed ?? value).split('\n').length))}
          spellCheck={!monospace}
          autoFocus={isNew}
          className={cn('min-h-0 resize-y text-sm', monospace && 'font-mono')}
          onChange={(event) => {
            setTyped(event.target.value)
            setProblem(null)
          }}
          onBlur={commit}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) commit()
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
