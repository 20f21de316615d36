/** Deleting files of a design. Apart from the other steps, as it needs the commands. */

import type { CommandContext, CommandResult } from '@/lib/commands/command'
import { deleteBlocks } from '@/lib/commands/delete-blocks'
import { changeSet } from '@/lib/text/change-set'
import type { FileChange, SchemaDocument } from './document'
import { blocksIn, type FileStepAnswer, fileStep } from './file-steps'

/**
 * Deletes files with their blocks, and whatever in other files only made sense with these: the
 * relation fields that point at them, as when the blocks are deleted in the diagram.
 */
export function deleteFiles(document: SchemaDocument, paths: readonly string[]): FileStepAnswer {
  const gone = new Set(paths.filter((path) => document.files.has(path)))
  if (gone.size === document.files.size) {
    return { problem: 'A design has at least one file, so its last one cannot be deleted.' }
  }
  const result = withoutBlocks(document, gone)
  const edits = (result?.edits ?? []).filter(({ path }) => !gone.has(path))
  const files = [
    ...edits.map(({ path, edits }): FileChange => {
      const length = document.files.get(path)?.syntax.text.length ?? 0
      return { kind: 'edit', path, changes: changeSet(length, edits) }
    }),
    ...[...gone].map((path): FileChange => ({ kind: 'remove', path })),
  ]
  const what = gone.size === 1 ? `file ${[...gone][0]}` : `${gone.size} files`
  return { ...fileStep(files, `Delete ${what}`), notes: result?.notes ?? [] }
}

function withoutBlocks(document: SchemaDocument, gone: ReadonlySet<string>): CommandResult | null {
  const blockIds = blocksIn(document, gone).map(({ id }) => id)
  const ctx: CommandContext = {
    graph: document.graph,
    files: new Map([...document.files].map(([path, { syntax }]) => [path, syntax])),
  }
  return blockIds.length === 0 ? null : deleteBlocks.run(ctx, { blockIds })
}
