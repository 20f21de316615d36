'use client'

import { useEffect, useId, useRef, useState } from 'react'
import { Input } from '@/components/ui/input'

interface PathInputProps {
  label: string
  initial: string
  /** An example, shown while nothing is typed. */
  example?: string
  /** What is selected at first, in UTF-16 code units. */
  selection: readonly [from: number, to: number]
  /** Takes the path; what is wrong with it, as a sentence, or `null` when it was taken. */
  onCommit(typed: string): string | null
  /** Told what is wrong with a path that was left behind, since its place to say so is gone. */
  onRefused(problem: string): void
  /** `isByKey`: the person is still here, and the focus goes back to where it came from. */
  onDone(isByKey: boolean): void
}

/** A path to type, with what is wrong with it below. Enter and going elsewhere take it, Escape leaves it be. */
export function PathInput({
  label,
  initial,
  example,
  selection,
  onCommit,
  onRefused,
  onDone,
}: PathInputProps) {
  const [typed, setTyped] = useState(initial)
  const [problem, setProblem] = useState<string | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const isDone = useRef(false)
  const problemId = useId()

  const first = useRef(selection)
  useEffect(() => {
    // A menu that led here gives its focus back first.
    const frame = requestAnimationFrame(() => {
      input.current?.focus()
      input.current?.setSelectionRange(...first.current)
    })
    return () => cancelAnimationFrame(frame)
  }, [])

  const finish = (isByKey: boolean) => {
    if (isDone.current) return
    isDone.current = true
    onDone(isByKey)
  }
  const commit = (isByKey: boolean) => {
    if (isDone.current) return
    if (typed.trim() === initial.trim()) finish(isByKey)
    else {
      const wrong = onCommit(typed)
      if (wrong !== null && isByKey) {
        setProblem(wrong)
        return
      }
      if (wrong !== null) onRefused(wrong)
      finish(isByKey)
    }
  }

  return (
    <div className="relative min-w-0 flex-1">
      <Input
        ref={input}
        aria-label={label}
        aria-invalid={problem !== null || undefined}
        aria-describedby={problem === null ? undefined : problemId}
        placeholder={example}
        value={typed}
        spellCheck={false}
        autoComplete="off"
        className="h-6 rounded-sm px-1 font-mono text-sm"
        onChange={(event) => {
          setTyped(event.target.value)
          setProblem(null)
        }}
        onClick={(event) => event.stopPropagation()}
        onKeyDown={(event) => {
          event.stopPropagation()
          if (event.key === 'Enter') commit(true)
          else if (event.key === 'Escape') finish(true)
          else return
          event.preventDefault()
        }}
        onBlur={() => commit(false)}
      />
      {problem === null ? null : (
        <p
          id={problemId}
          role="alert"
          className="absolute inset-x-0 top-full z-20 mt-0.5 rounded-sm border border-danger bg-raised px-1.5 py-1 text-pretty text-danger text-sm shadow-popover"
        >
          {problem}
        </p>
      )}
    </div>
  )
}
