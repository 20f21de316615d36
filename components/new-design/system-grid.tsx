'use client'

import { useId } from 'react'
import { SYSTEMS, type SystemId } from '@/lib/interchange/systems/systems'

interface SystemGridProps {
  value: SystemId
  onValueChange(id: SystemId): void
}

/** All systems with what each is. They are radio buttons to the keyboard. */
export function SystemGrid({ value, onValueChange }: SystemGridProps) {
  const name = useId()
  return (
    <fieldset aria-label="System" className="grid grid-cols-2 gap-2 sm:grid-cols-3">
      {SYSTEMS.map((system) => (
        <label
          key={system.id}
          className="flex min-w-0 select-none flex-col gap-0.5 rounded-md border border-border-strong bg-surface px-3 py-2 transition-colors hover:bg-hover has-checked:border-accent has-checked:bg-accent-subtle has-focus-visible:outline-2 has-focus-visible:outline-accent"
        >
          <input
            type="radio"
            name={name}
            value={system.id}
            checked={system.id === value}
            aria-label={system.name}
            aria-describedby={`${name}-${system.id}`}
            className="sr-only"
            onChange={() => onValueChange(system.id)}
          />
          <span className="font-medium">{system.name}</span>
          <span id={`${name}-${system.id}`} className="text-muted text-sm">
            {system.description}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
