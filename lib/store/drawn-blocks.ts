/** Which blocks were drawn here, and the columns in them, which are ours to lay out. */

import { hasLaidOutColumns, layOutColumns } from '@/lib/commands/lay-out-columns'
import { applyStep, type FileChange, type SchemaDocument, type Step } from '@/lib/document/document'
import { applyChanges, changeSet, composeChanges } from '@/lib/text/change-set'

/**
 * Applies a step of the canvas. What it adds is drawn here from then on; in what was drawn before
 * and is changed by it, the columns are laid out, unless a person has laid them out otherwise.
 * `step` is the one that was applied; `applied` is `null` where it changes nothing.
 */
export function applyDrawing(
  document: SchemaDocument,
  asked: Step,
): { readonly step: Step; readonly applied: ReturnType<typeof applyStep> } {
  const plain = applyStep(document, asked)
  if (!plain || asked.files.length === 0) return { step: asked, applied: plain }
  const step = withColumns(document, plain.document, asked)
  const applied = step === asked ? plain : applyStep(document, step)
  return {
    step,
    applied: applied && { ...applied, document: withDrawn(document, applied.document) },
  }
}

function withDrawn(before: SchemaDocument, after: SchemaDocument): SchemaDocument {
  const added = after.graph.blocks.filter(({ id }) => !before.graph.blockById.has(id))
  if (added.length === 0) return after
  return { ...after, drawn: new Set([...before.drawn, ...added.map(({ id }) => id)]) }
}

/** The step with the columns laid out; the same one where they are. */
function withColumns(before: SchemaDocument, after: SchemaDocument, step: Step): Step {
  const changed = after.graph.blocks.filter((block) => {
    const earlier = before.drawn.has(block.id) ? before.graph.blockById.get(block.id) : undefined
    return (
      earlier !== undefined &&
      earlier.syntax !== block.syntax &&
      !block.isBroken &&
      hasLaidOutColumns(earlier.syntax)
    )
  })
  if (changed.length === 0) return step
  const files = new Map([...after.files].map(([path, file]) => [path, file.syntax]))
  const gaps = new Map(layOutColumns(files, changed).map(({ path, edits }) => [path, edits]))
  if (gaps.size === 0) return step
  return {
    ...step,
    files: step.files.map((file): FileChange => {
      const edits = gaps.get(file.path)
      if (!edits || file.kind === 'remove' || file.kind === 'rename') return file
      const changes = changeSet(files.get(file.path)?.text.length ?? 0, edits)
      return file.kind === 'add'
        ? { ...file, text: applyChanges(file.text, changes) }
        : { ...file, changes: composeChanges(file.changes, changes) }
    }),
  }
}
