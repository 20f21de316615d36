/** Which blocks were drawn here, and the columns in them, which are ours to lay out. */

import { hasLaidOutColumns, layOutColumns } from '@/lib/commands/lay-out-columns'
import type { FileChange, SchemaDocument, Step } from '@/lib/document/document'
import type { BlockId } from '@/lib/schema/graph'
import { applyChanges, changeSet, composeChanges } from '@/lib/text/change-set'

/** The drawn blocks after a step made on the canvas: what is new has joined them. */
export function withNewlyDrawn(before: SchemaDocument, after: SchemaDocument): Set<BlockId> {
  const added = after.graph.blocks.filter(({ id }) => !before.graph.blockById.has(id))
  return new Set([...before.drawn, ...added.map(({ id }) => id)])
}

/**
 * The step with the columns laid out in the drawn blocks that it changes; `null` where that is no
 * other step. Blocks whose columns a person laid out otherwise are left as they are.
 */
export function stepWithColumns(
  before: SchemaDocument,
  after: SchemaDocument,
  step: Step,
): Step | null {
  const changed = after.graph.blocks.filter((block) => {
    const earlier = before.drawn.has(block.id) ? before.graph.blockById.get(block.id) : undefined
    return (
      earlier !== undefined &&
      earlier.syntax !== block.syntax &&
      !block.isBroken &&
      hasLaidOutColumns(earlier.syntax)
    )
  })
  const files = new Map([...after.files].map(([path, file]) => [path, file.syntax]))
  const edits = layOutColumns({ graph: after.graph, files }, changed)
  if (edits.length === 0) return null
  const byPath = new Map(edits.map((file) => [file.path, file.edits]))
  return {
    ...step,
    files: step.files.map((file): FileChange => {
      const gaps = file.kind === 'remove' ? undefined : byPath.get(file.path)
      if (!gaps || file.kind === 'remove') return file
      const length = files.get(file.path)?.text.length ?? 0
      const changes = changeSet(length, gaps)
      return file.kind === 'add'
        ? { ...file, text: applyChanges(file.text, changes) }
        : { ...file, changes: composeChanges(file.changes, changes) }
    }),
  }
}
