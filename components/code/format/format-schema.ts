/**
 * Lays out the files of the design as Prisma's own formatter would: as one undo step where that is
 * spaces alone, and otherwise after showing what else it would change.
 */

import type { FileChange, Step } from '@/lib/document/document'
import type { Services } from '@/lib/store/services'
import type { FacetState } from '@/lib/store/state'
import type { FacetStore } from '@/lib/store/store'
import { prismaVersionOf } from '@/lib/store/validation'
import { type FormattedFile, formattedFile } from './format-changes'

export type Formatter = Pick<Services['checker'], 'format'>

/** What formatting would do to a design, and to which version of its text. */
export interface Formatting {
  readonly version: number
  /** The files that would change, in the order of the design. */
  readonly files: readonly FormattedFile[]
}

/** @throws EngineCrash when the formatter cannot run. */
export async function formattingOf(state: FacetState, checker: Formatter): Promise<Formatting> {
  const { document } = state
  const files = [...document.files.values()].map(({ path, syntax }) => {
    return { path, text: syntax.text }
  })
  const formatted = await checker.format(prismaVersionOf(state), files)
  return {
    version: document.version,
    files: formatted.flatMap(({ path, text }, index) => {
      return formattedFile(path, files[index]?.text ?? '', text) ?? []
    }),
  }
}

/** One undo step over all files. False, and nothing is done, when the text is another by now. */
export function applyFormatting(store: FacetStore, { version, files }: Formatting): boolean {
  const { document, actions } = store.getState()
  if (document.version !== version) return false
  const changes = files.map(({ path, changes }): FileChange => ({ kind: 'edit', path, changes }))
  const step: Step = { files: changes, positions: new Map() }
  actions.applyStep(step, 'Format schema')
  return true
}

/**
 * Formats now. What is more than spaces is asked about first: in a dialog, or when `isSaving` in a
 * message that leads to it, because whoever saves does not expect a question.
 */
export async function formatSchema(
  store: FacetStore,
  checker: Formatter,
  { isSaving = false } = {},
): Promise<void> {
  const { actions } = store.getState()
  let formatting: Formatting
  const tell = () => actions.notify({ kind: 'status', text: 'Formatting…' })
  const timer = isSaving ? undefined : setTimeout(tell, PATIENCE)
  try {
    formatting = await formattingOf(store.getState(), checker)
  } catch {
    // Whoever saves has asked for something else, which was done.
    if (isSaving) actions.notify({ kind: 'status', text: NOT_RUNNING })
    else actions.notify({ kind: 'error', text: NOT_CHANGED })
    return
  } finally {
    clearTimeout(timer)
  }
  if (formatting.files.length === 0) {
    if (!isSaving) actions.notify({ kind: 'status', text: 'The schema is formatted already.' })
    return
  }
  if (!formatting.files.every(({ isSpacesOnly }) => isSpacesOnly)) {
    if (!isSaving) actions.setDialog('format')
    else actions.notify({ kind: 'status', text: NOT_FORMATTED, action: showChanges(store) })
    return
  }
  // Whoever went on typing meanwhile has it formatted as it is now.
  if (!applyFormatting(store, formatting)) return formatSchema(store, checker, { isSaving })
  const text = `Formatted ${fileCount(formatting.files.length)}`
  actions.notify({ kind: 'status', text, isQuiet: isSaving })
}

/** The time in ms after which whoever asked is told that it is being done. */
const PATIENCE = 1000

const NOT_FORMATTED = 'Saved, but not formatted: Prisma’s formatter would change more than spaces.'

const NOT_RUNNING = 'Saved, but not formatted: Prisma’s formatter is not running.'

const NOT_CHANGED = 'Prisma’s formatter is not running, so nothing was changed. Try again.'

function showChanges(store: FacetStore) {
  return { label: 'Show', run: () => store.getState().actions.setDialog('format') }
}

export function fileCount(count: number): string {
  return count === 1 ? '1 file' : `${count} files`
}
