'use client'

import { useId } from 'react'
import { SegmentedControl } from '@/components/ui/segmented-control'
import type { PrismaMajor, System } from '@/lib/interchange/systems/systems'

interface VersionChoiceProps {
  system: System
  value: PrismaMajor
  onValueChange(version: PrismaMajor): void
  className?: string
}

const VERSIONS: readonly PrismaMajor[] = [7, 6]

/** For which Prisma, of those that speak to a system. */
export function VersionChoice({ system, value, onValueChange, className }: VersionChoiceProps) {
  const noteId = useId()
  return (
    <div className={className}>
      <SegmentedControl
        className="w-48"
        label="Prisma version"
        aria-describedby={system.versionNote ? noteId : undefined}
        value={String(value)}
        options={VERSIONS.map((version) => ({
          value: String(version),
          label: `Prisma ${version}`,
          disabled: !system.versions.includes(version),
        }))}
        onValueChange={(version) => onValueChange(version === '6' ? 6 : 7)}
      />
      {system.versionNote ? (
        <p id={noteId} className="mt-1 max-w-80 text-muted text-sm">
          {system.versionNote}
        </p>
      ) : null}
    </div>
  )
}
