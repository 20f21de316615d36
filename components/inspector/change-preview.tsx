'use client'

import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import type { CommandResult } from '@/lib/commands/command'

interface ChangePreviewProps {
  /** What a command would do, of which it was only asked. */
  result: CommandResult
  /** More to choose before. */
  children?: ReactNode
  onApply(): void
  onCancel(): void
}

/** What a change will do beyond what was asked for, told before it is made. */
export function ChangePreview({ result, children, onApply, onCancel }: ChangePreviewProps) {
  return (
    <section
      aria-label="Before this is changed"
      className="flex flex-col gap-2 rounded-md border bg-sunken p-2.5"
    >
      <p className="font-medium text-sm wrap-anywhere">{result.label}</p>
      <ul className="flex list-disc flex-col gap-1 pl-4 text-muted text-sm wrap-anywhere">
        {(result.notes ?? []).map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      {children}
      <div className="flex gap-2">
        <Button size="sm" variant="primary" onClick={onApply}>
          Apply
        </Button>
        <Button size="sm" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </section>
  )
}
