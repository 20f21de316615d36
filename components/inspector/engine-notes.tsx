'use client'

/** What the official engine objects to, in its own words, at the part that it is about. */

import { CircleX, TriangleAlert } from 'lucide-react'
import { useMemo } from 'react'
import { type Fault, faultsAt } from '@/components/fixes/faults'
import { FixMenu } from '@/components/fixes/fix-menu'
import { cn } from '@/components/ui/cn'
import { useActions, useFacet } from '@/lib/store/provider'
import type { FacetState } from '@/lib/store/state'

interface EngineNotesProps {
  blockId: string
  /** A field or enum value; without it, everything about the block and its members. */
  memberId?: string | null
}

const selectDocument = (state: FacetState) => state.document
const selectValidation = (state: FacetState) => state.validation

/** The engine's messages on a block, or on a field or value of it; nothing when it has none. */
export function EngineNotes({ blockId, memberId = null }: EngineNotesProps) {
  const document = useFacet(selectDocument)
  const validation = useFacet(selectValidation)
  const faults = useMemo(
    () =>
      validation.diagnostics.length === 0
        ? []
        : faultsAt({ document, validation, findings: null }, { blockId, memberId }),
    [document, validation, blockId, memberId],
  )
  if (faults.length === 0) return null
  return (
    <ul aria-label="Prisma says" className="flex flex-col gap-1">
      {faults.map((fault) => (
        <Note key={`${fault.memberId} ${fault.message}`} blockId={blockId} fault={fault} />
      ))}
    </ul>
  )
}

function Note({ blockId, fault }: { blockId: string; fault: Fault }) {
  const { select } = useActions()
  const { finding, memberId, memberName, message } = fault
  const isError = fault.severity === 'error'
  return (
    <li
      className={cn(
        'flex gap-1.5 rounded-md px-2 py-1 text-sm',
        isError ? 'bg-danger-subtle text-danger' : 'bg-warning-subtle text-warning',
      )}
    >
      {isError ? (
        <CircleX className="mt-0.5 size-3.5 shrink-0" aria-label="Error" />
      ) : (
        <TriangleAlert className="mt-0.5 size-3.5 shrink-0" aria-label="Warning" />
      )}
      <p className="min-w-0 flex-1 wrap-anywhere">
        {memberName !== null ? (
          <>
            <button
              type="button"
              className="rounded-sm font-mono font-medium underline underline-offset-2"
              onClick={() => select({ blockIds: [blockId], memberId })}
            >
              {memberName}
            </button>
            {': '}
          </>
        ) : null}
        {message}
      </p>
      <FixMenu finding={finding} className="-my-0.5 -mr-1.5 h-6 px-1.5 text-inherit" />
    </li>
  )
}
