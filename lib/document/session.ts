/**
 * What outlives a reload besides the design: the undo history, with the ids that it speaks of.
 *
 * It is kept beside the design, written in the same transaction. What is read back is not
 * trusted: anything that does not have the right form, or does not fit the design, is dropped.
 */

import type { LintSwitches } from '@/lib/lint/switches'
import { type Identities, identitiesOf } from '@/lib/schema/derive'
import type { Design } from './design'
import type { DiagramState } from './diagram'
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
  // Diagrams share what did not change between them, also in the database.
  const seen = new Set<object>()
  let characters = redo.reduce((sum, entry) => sum + sizeOf(entry, seen), 0)
  for (const entry of undo.slice(-MAX_KEPT_ENTRIES).reverse()) {
    characters += sizeOf(entry, seen)
    if (characters > MAX_KEPT_CHARACTERS) break
    kept.unshift({ ...entry, isTyping: false })
  }
  return characters > MAX_KEPT_CHARACTERS && kept.length === 0
    ? EMPTY_HISTORY
    : { undo: kept, redo }
}

function sizeOf({ forward, backward }: HistoryEntry, seen: Set<object>): number {
  return stepSize(forward, seen) + stepSize(backward, seen)
}

function stepSize(
  { files, positions, diagram, lint, connection }: Step,
  seen: Set<object>,
): number {
  let size = positions.size * 20 + (diagram ? diagramSize(diagram, seen) : 0)
  if (lint) size += lintSize(lint)
  for (const value of Object.values(connection ?? {})) size += value.length + 20
  for (const file of files) {
    if (file.kind === 'add') size += file.text.length
    if (file.kind !== 'edit') continue
    for (const edit of file.changes.edits) size += edit.insert.length + 30
  }
  return size
}

function lintSize({ off, accepted }: LintSwitches): number {
  let size = off.size * 30
  for (const ids of accepted.values()) size += 30 + ids.size * 8
  return size
}

/** Without what was `seen` in other diagrams already. */
function diagramSize(diagram: DiagramState, seen: Set<object>): number {
  const { groups, notes, views, collapsed, hidden, colors } = diagram
  let size = 0
  const count = (part: object, characters: number) => {
    if (!seen.has(part)) size += characters
    seen.add(part)
  }
  for (const group of groups) count(group, 80 + group.title.length + group.blockIds.length * 8)
  for (const note of notes) count(note, 80 + note.text.length)
  for (const view of views) {
    count(view, 40 + view.name.length)
    count(view.blockIds, view.blockIds.length * 8)
    count(view.positions, view.positions.size * 20)
  }
  for (const ids of [collapsed, hidden, colors]) count(ids, ids.size * 8)
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
    (value.diagram === undefined || isDiagram(value.diagram)) &&
    (value.lint === undefined || isLint(value.lint)) &&
    (value.connection === undefined || value.connection === null || isTexts(value.connection)) &&
    (value.prismaVersion === undefined || [6, 7, null].includes(value.prismaVersion as null)) &&
    Array.isArray(value.files) &&
    value.files.every((file) => isRecord(file) && typeof file.path === 'string')
  )
}

function isDiagram(value: unknown): boolean {
  return (
    isRecord(value) &&
    typeof value.detail === 'string' &&
    typeof value.nameMode === 'string' &&
    Array.isArray(value.groups) &&
    value.groups.every((group) => hasId(group) && isIds(group.blockIds) && isArea(group.area)) &&
    Array.isArray(value.notes) &&
    value.notes.every((note) => hasId(note) && isArea(note.area)) &&
    Array.isArray(value.views) &&
    value.views.every(
      (view) => hasId(view) && isIds(view.blockIds) && view.positions instanceof Map,
    ) &&
    value.collapsed instanceof Set &&
    value.hidden instanceof Set &&
    value.colors instanceof Map
  )
}

function isLint(value: unknown): boolean {
  return (
    isRecord(value) &&
    value.off instanceof Set &&
    value.accepted instanceof Map &&
    [...value.accepted.values()].every((ids) => ids instanceof Set)
  )
}

function isTexts(value: unknown): boolean {
  return isRecord(value) && Object.values(value).every((text) => typeof text === 'string')
}

function hasId(value: unknown): value is Record<string, unknown> {
  return isRecord(value) && typeof value.id === 'string'
}

function isIds(value: unknown): boolean {
  return Array.isArray(value) && value.every((id) => typeof id === 'string')
}

function isArea(value: unknown): boolean {
  return (
    isRecord(value) &&
    [value.x, value.y, value.width, value.height].every((number) => typeof number === 'number')
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
