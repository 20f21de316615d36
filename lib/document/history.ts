/**
 * One undo history over text and layout, for edits made on the canvas and typed alike.
 *
 * An entry holds the step that leads there and the step that leads back. Adjacent typing joins
 * into one entry; everything else is one entry a gesture.
 */

import { composeChanges } from '@/lib/text/change-set'
import { type FileChange, type Step, WHOLE_PARTS } from './document'

export interface HistoryEntry {
  /** What was done, for people: "Rename User to Person". */
  readonly label: string
  /** Whether the next typing may join this entry. */
  readonly isTyping: boolean
  /** When it was last added to, in ms. */
  readonly time: number
  readonly forward: Step
  readonly backward: Step
}

export interface History {
  /** Oldest first. */
  readonly undo: readonly HistoryEntry[]
  /** The next one to redo is the last. */
  readonly redo: readonly HistoryEntry[]
}

export const EMPTY_HISTORY: History = { undo: [], redo: [] }

/** Typing that follows within this many ms joins the entry before. */
export const TYPING_PAUSE = 500

/** Older entries are forgotten. */
const MAX_ENTRIES = 1000

export function recordEntry(history: History, entry: HistoryEntry): History {
  const last = history.undo[history.undo.length - 1]
  const joined = last && history.redo.length === 0 ? joinTyping(last, entry) : null
  const undo = joined
    ? [...history.undo.slice(0, -1), joined]
    : [...history.undo.slice(1 - MAX_ENTRIES), entry]
  return { undo, redo: [] }
}

/** Makes sure that the next typing starts an entry of its own. */
export function closeEntry(history: History): History {
  const last = history.undo[history.undo.length - 1]
  if (!last?.isTyping) return history
  return { ...history, undo: [...history.undo.slice(0, -1), { ...last, isTyping: false }] }
}

/** The entry to undo and the history afterwards. */
export function takeUndo(history: History): { entry: HistoryEntry; history: History } | null {
  const entry = history.undo[history.undo.length - 1]
  if (!entry) return null
  const closed = { ...entry, isTyping: false }
  return { entry, history: { undo: history.undo.slice(0, -1), redo: [...history.redo, closed] } }
}

/** The entry to redo and the history afterwards. */
export function takeRedo(history: History): { entry: HistoryEntry; history: History } | null {
  const entry = history.redo[history.redo.length - 1]
  if (!entry) return null
  return { entry, history: { undo: [...history.undo, entry], redo: history.redo.slice(0, -1) } }
}

function joinTyping(last: HistoryEntry, next: HistoryEntry): HistoryEntry | null {
  if (!last.isTyping || !next.isTyping || next.time - last.time > TYPING_PAUSE) return null
  const before = onlyEdit(last.forward)
  const after = onlyEdit(next.forward)
  const back = onlyEdit(last.backward)
  const further = onlyEdit(next.backward)
  if (!before || !after || !back || !further || before.path !== after.path) return null
  if (!isAdjacent(before, after)) return null
  const forward = { ...after, changes: composeChanges(before.changes, after.changes) }
  const backward = { ...back, changes: composeChanges(further.changes, back.changes) }
  return {
    label: last.label,
    isTyping: true,
    time: next.time,
    forward: { files: [forward], positions: last.forward.positions },
    backward: { files: [backward], positions: last.backward.positions },
  }
}

type Edit = Extract<FileChange, { kind: 'edit' }>

function onlyEdit(step: Step): Edit | null {
  const [change] = step.files
  if (step.files.length !== 1 || step.positions.size > 0) return null
  if (WHOLE_PARTS.some((part) => step[part] !== undefined)) return null
  return change?.kind === 'edit' ? change : null
}

/** Whether the second edit goes on where the first left off. */
function isAdjacent(first: Edit, second: Edit): boolean {
  const before = first.changes.edits
  const after = second.changes.edits[0]
  if (second.changes.edits.length !== 1 || !after || before.length !== 1 || !before[0]) return false
  const from = before[0].from
  const to = from + before[0].insert.length
  return after.to >= from && after.from <= to
}
