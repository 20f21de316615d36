'use client'

import { useId } from 'react'
import { Checkbox } from '@/components/ui/checkbox'

interface TriStateRowProps {
  label: string
  hint?: string
  /** `indeterminate` where some have it and some do not. */
  checked: boolean | 'indeterminate'
  disabled?: boolean
  onCheckedChange(checked: boolean): void
}

/** A checkbox in a line, for something that several may have. */
export function TriStateRow({ label, hint, checked, disabled, onCheckedChange }: TriStateRowProps) {
  const id = useId()
  return (
    <div className="flex items-center gap-2">
      <Checkbox
        id={id}
        checked={checked}
        disabled={disabled}
        onCheckedChange={(next) => onCheckedChange(next === true)}
      />
      <label htmlFor={id} className="select-none text-sm">
        {label}
        {hint ? <span className="pl-1.5 font-mono text-faint">{hint}</span> : null}
      </label>
    </div>
  )
}
