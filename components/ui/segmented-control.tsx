'use client'

import { type ReactNode, useId } from 'react'
import { cn } from './cn'

export interface SegmentedOption<Value extends string> {
  readonly value: Value
  readonly label: ReactNode
  readonly disabled?: boolean
  /** Shown on hover: why it cannot be chosen. */
  readonly title?: string
}

interface SegmentedControlProps<Value extends string> {
  /** The accessible name. */
  label: string
  options: readonly SegmentedOption<Value>[]
  /** `null` while none of them is chosen. */
  value: Value | null
  disabled?: boolean
  'aria-describedby'?: string
  onValueChange(value: Value): void
  className?: string
}

/** A choice among two to four things that are all worth seeing. They are radio buttons to the keyboard. */
export function SegmentedControl<Value extends string>({
  label,
  options,
  value,
  disabled,
  onValueChange,
  className,
  'aria-describedby': describedBy,
}: SegmentedControlProps<Value>) {
  const name = useId()
  return (
    <fieldset
      data-slot="segmented-control"
      aria-label={label}
      aria-describedby={describedBy}
      disabled={disabled}
      className={cn(
        'flex h-7.5 min-w-0 rounded-md border border-border-strong bg-surface p-0.5 disabled:opacity-45',
        className,
      )}
    >
      {options.map((option) => (
        <label
          key={option.value}
          title={option.title}
          className={cn(
            'flex h-6 min-w-0 flex-1 select-none items-center justify-center rounded-sm px-2 text-sm text-muted transition-colors',
            'has-checked:bg-accent-subtle has-checked:font-medium has-checked:text-accent',
            'has-focus-visible:outline-2 has-focus-visible:outline-accent',
            option.disabled ? 'opacity-45' : 'hover:text-fg',
          )}
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            disabled={option.disabled}
            className="sr-only"
            onChange={() => onValueChange(option.value)}
          />
          <span className="truncate">{option.label}</span>
        </label>
      ))}
    </fieldset>
  )
}
