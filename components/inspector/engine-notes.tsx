'use client'

/** What the official engine objects to, in its own words, at the part that it is about. */

import { CircleX, TriangleAlert } from 'lucide-react'
import { type Marks, markBlocks, NO_MARKS } from '@/components/canvas/diagnostic-marks'
import { cn } from '@/components/ui/cn'
import type { SchemaGraph } from '@/lib/schema/graph'
import { useActions, useFacet } from '@/lib/store/provider'
import type { Diagnostic, FacetState } from '@/lib/store/state'
import { type EngineNote, notesOf } from './engine-note-list'

interface EngineNotesProps {
  blockId: string
  /** A field or enum value; without it, everything about the block and its members. */
  memberId?: string | null
}

const selectGraph = (state: FacetState) => state.document.graph

/** The engine's messages on a block, or on a field or value of it; nothing when it has none. */
export function EngineNotes({ blockId, memberId = null }: EngineNotesProps) {
  const marks = useFacet(selectMarks)
  const graph = useFacet(selectGraph)
  const mark = marks.get(blockId)
  const block = graph.blockById.get(blockId)
  if (!mark || !block) return null
  const notes = notesOf(block, mark, memberId)
  if (notes.length === 0) return null
  return (
    <ul aria-label="Prisma says" className="flex flex-col gap-1">
      {notes.map((note) => (
        <Note key={`${note.memberId} ${note.message}`} blockId={blockId} note={note} />
      ))}
    </ul>
  )
}

function Note({ blockId, note }: { blockId: string; note: EngineNote }) {
  const { select } = useActions()
  const isError = note.severity === 'error'
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
      <p className="min-w-0 wrap-anywhere">
        {note.memberName !== null ? (
          <>
            <button
              type="button"
              className="rounded-sm font-mono font-medium underline underline-offset-2"
              onClick={() => select({ blockIds: [blockId], memberId: note.memberId })}
            >
              {note.memberName}
            </button>
            {': '}
          </>
        ) : null}
        {note.message}
      </p>
    </li>
  )
}

let last: { graph: SchemaGraph; diagnostics: readonly Diagnostic[]; marks: Marks } | null = null

/** The marks of the state; the same object for as long as nothing that they follow from changes. */
function selectMarks({ document, validation }: FacetState): Marks {
  const { graph } = document
  const { diagnostics } = validation
  if (last?.graph !== graph || last.diagnostics !== diagnostics) {
    const marks = markBlocks(document, diagnostics, last?.marks ?? NO_MARKS)
    last = { graph, diagnostics, marks }
  }
  return last.marks
}
