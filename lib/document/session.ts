/**
 * What outlives a reload besides the design: the undo history, with the ids that it speaks of.
 *
 * It is kept beside the design, written in the same transaction. What is read back is not
 * trusted: anything that does not have the right form, or does not fit the design, is dropped.
 */

import { type Identities, identitiesOf } from '@/lib/schema/derive'
import type { Design } from './design'
import { documentFromDesign, type SchemaDocument, type Step } from './document'
import { EMPTY_HISTORY, type History, type HistoryEntry } from './history'

/** Entries that are kept, and the characters that they may hold in all. */
const MAX_KEPT_ENTRIES = 200
const MAX_KEPT_CHARACTERS = 500_000

interface Session {
  readonly format: 1
  readonly identities: Identities
  readonly history: History
}

/** Plain data that the structured clone algorithm takes. */
export function sessionOf(document: SchemaDocument, history: History): Session {
  return { format: 1, identities: identitiesOf(document.graph), history: trimHistory(history) }
}

/** Opens a design with what was kept of its session, as far as that is usable. */
export function openWithSession(
  design: Design,
  session: unknown,
): { document: SchemaDocument; history: History } {
  if (isSession(session)) {
    const document = documentFromDesign(design, session.identities)
    const ids = document.graph.blocks.map(({ id }) => id)
    const known = new Set(session.identities.blocks.map(({ id }) => id))
    if (ids.length === known.size && ids.every((id) => known.has(id))) {
      return { document, history: session.history }
    }
  }
  return { document: documentFromDesign(design), history: EMPTY_HISTORY }
}

function trimHistory({ undo, redo }: History): History {
  const kept: HistoryEntry[] = []
  let characters = redo.reduce((sum, entry) => sum + sizeOf(entry), 0)
  for (const entry of undo.slice(-MAX_KEPT_ENTRIES).reverse()) {
    characters += sizeOf(entry)
    if (characters > MAX_KEPT_CHARACTERS) break
    kept.unshift({ ...entry, isTyping: false })
  }
  return characters > MAX_KEPT_CHARACTERS && kept.length === 0
    ? EMPTY_HISTORY
    : { undo: kept, redo }
}

function sizeOf({ forward, backward }: HistoryEntry): number {
  return stepSize(forward) + stepSize(backward)
}

function stepSize({ files, positions }: Step): number {
  let size = positions.size * 20
  for (const file of files) {
    if (file.kind === 'add') size += file.text.length
    if (file.kind !== 'edit') continue
    for (const edit of file.changes.edits) size += edit.insert.length + 30
  }
  return size
}

function isSession(value: unknown): value is Session {
  if (!isRecord(value) || value.format !== 1) return false
  const { identities, history } = value
  if (!isRecord(identities) || !isRecord(history)) return false
  return (
    Array.isArray(identities.blocks) &&
    identities.blocks.every(isBlockIdentity) &&
    identities.retired instanceof Map &&
    [...identities.retired.values()].every(Array.isArray) &&
    typeof identities.nextId === 'number' &&
    Array.isArray(history.undo) &&
    Array.isArray(history.redo) &&
    [...history.undo, ...history.redo].every(isEntry)
  )
}

function isBlockIdentity(value: unknown): boolean {
  return (
    isRecord(value) &&
    typeof value.id === 'string' &&
    Array.isArray(value.members) &&
    value.members.every((id) => typeof id === 'string')
  )
}

function isEntry(value: unknown): boolean {
  return (
    isRecord(value) &&
    typeof value.label === 'string' &&
    isStep(value.forward) &&
    isStep(value.backward)
  )
}

function isStep(value: unknown): boolean {
  return (
    isRecord(value) &&
    value.positions instanceof Map &&
    Array.isArray(value.files) &&
    value.files.every((file) => isRecord(file) && typeof file.path === 'string')
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
