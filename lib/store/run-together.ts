/**
 * Several commands as one undo step: each runs on what the ones before it left, and all of them
 * are done or none.
 */

import type { CommandContext, CommandResult } from '@/lib/commands/command'
import {
  applyStep,
  type FileChange,
  type SchemaDocument,
  type Step,
  usualEndings,
} from '@/lib/document/document'
import { applyChanges, changeSet, composeChanges } from '@/lib/text/change-set'
import { noticeText } from './notice-text'
import { commandContext, type FacetStore } from './store'

/** Runs one command on the design as it is then. */
export type Ask = (ctx: CommandContext) => CommandResult | null

interface TogetherOptions {
  /** For the history; default: that of the only command, or of the first. */
  readonly label?: string
  /** What else changes in the same step, for what the commands make of the design. */
  besides?(after: SchemaDocument): Pick<Step, 'prismaVersion'>
}

/** What came of each; `null` when one did not apply, and then nothing is done. */
export function runTogether(
  store: FacetStore,
  asks: readonly Ask[],
  options: TogetherOptions = {},
): readonly CommandResult[] | null {
  const planned = planTogether(store.getState().document, asks)
  if (!planned) return null
  const { step, after, results } = planned
  const { actions } = store.getState()
  const title = options.label ?? results[0]?.label ?? ''
  actions.applyStep({ ...step, ...options.besides?.(after) }, title)
  const { document } = store.getState()
  const select = results.findLast((result) => result.select)?.select
  const block = select && document.graph.blockByName.get(select.block)
  if (block) {
    const members = [...block.fields, ...block.values]
    const member = members.find(({ name }) => name === select.member)
    actions.select({ blockIds: [block.id], memberId: member?.id ?? null })
  }
  const notes = results.flatMap((result) => result.notes ?? [])
  actions.notify({
    kind: 'status',
    text: noticeText(title, notes),
    isQuiet: notes.length === 0,
  })
  return results
}

/** What the commands would do, without doing it. */
export function planTogether(
  start: SchemaDocument,
  asks: readonly Ask[],
): {
  readonly step: Step
  readonly after: SchemaDocument
  readonly results: readonly CommandResult[]
} | null {
  let document = start
  const files = new Map<string, FileChange>()
  const results: CommandResult[] = []
  for (const ask of asks) {
    const result = ask(commandContext(document))
    if (!result) return null
    const changes = changesOf(document, result)
    const { connection } = result
    const said = connection ? { connection } : {}
    const applied = applyStep(document, { files: changes, positions: new Map(), ...said })
    if (!applied) return null
    document = applied.document
    for (const change of changes)
      files.set(change.path, joinChanges(files.get(change.path), change))
    results.push(result)
  }
  if (results.length === 0) return null
  const connection = results.findLast((result) => result.connection)?.connection
  const step: Step = {
    files: [...files.values()],
    positions: new Map(),
    ...(connection && { connection }),
  }
  return { step, after: document, results }
}

function changesOf(document: SchemaDocument, { edits, files = [] }: CommandResult): FileChange[] {
  const endings = usualEndings(document)
  return [
    ...edits.map(({ path, edits }): FileChange => {
      const length = document.files.get(path)?.syntax.text.length ?? 0
      return { kind: 'edit', path, changes: changeSet(length, edits) }
    }),
    ...files.map(({ path, text }): FileChange => ({ kind: 'add', path, text, endings })),
  ]
}

/** A command edits files or adds them, and never takes one away. */
function joinChanges(before: FileChange | undefined, next: FileChange): FileChange {
  if (!before || next.kind !== 'edit') return next
  if (before.kind === 'add') return { ...before, text: applyChanges(before.text, next.changes) }
  if (before.kind === 'edit') {
    return { ...before, changes: composeChanges(before.changes, next.changes) }
  }
  return next
}
