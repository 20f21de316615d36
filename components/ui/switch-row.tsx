'use client'

import { type ReactNode, useId } from 'react'
import { Switch } from './switch'

interface SwitchRowProps {
  label: ReactNode
  /** What it means, in a line under the label. */
  hint?: ReactNode
  checked: boolean
  disabled?: boolean
  onCheckedChange(checked: boolean): void
}

/** A switch at the end of a line that says what it switches; the whole label can be pressed. */
export function SwitchRow({ label, hint, checked, disabled, onCheckedChange }: SwitchRowProps) {
  const id = useId()
  return (
    <div data-slot="switch-row" className="flex items-start justify-between gap-3">
      <div className="min-w-0">
        <label htmlFor={id} className="select-none text-sm font-medium text-muted">
          {label}
        </label>
        {hint ? (
          <p id={`${id}-hint`} className="text-sm text-faint">
            {hint}
          </p>
        ) : null}
      </div>
      <Switch
        id={id}
        checked={checked}
        disabled={disabled}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onCheckedChange={onCheckedChange}
      />
    </div>
  )
}
