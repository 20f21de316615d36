/**
 * The part of the check of a design (see `check-design.ts`) that looks at groups, notes, named
 * views and the like. All of it can be made again, so nothing here refuses a design: what is not
 * usable is left out, and each kind of loss is reported.
 */

import type { Point } from '@/lib/document/design'
import { type Area, COLORS, type Color } from '@/lib/document/diagram'
import type { DiagramData, GroupData, NoteData, ViewData } from '@/lib/document/diagram-data'
import { checkPoint, isRecord, MAX_COORDINATE, own } from './check-value'

const MAX_ITEMS = 2000
const MAX_ID_LENGTH = 40
const MAX_TITLE_LENGTH = 500
const MAX_NOTE_LENGTH = 20_000
const MAX_BLOCKS = 10_000

/** The diagram, or `null` when there is nothing in it. */
export function checkDiagram(value: unknown, repairs: string[]): DiagramData | null {
  if (value === undefined || value === null) return null
  if (!isRecord(value)) {
    repairs.push('Its groups, notes and views were not readable and have been left out.')
    return null
  }
  const views = checkItems(own(value, 'views'), checkView, 'view', repairs)
  const viewIds = new Set(views.map(({ id }) => id))
  const grouped = new Set<string>()
  const groups = checkItems(
    own(value, 'groups'),
    (item) => checkGroup(item, grouped),
    'group',
    repairs,
  )
  const notes = checkItems(own(value, 'notes'), (item) => checkNote(item, viewIds), 'note', repairs)
  const lost = { count: 0 }
  const detail = checkOneOf(own(value, 'detail'), ['full', 'keys', 'names'] as const, lost)
  const nameMode = checkOneOf(own(value, 'nameMode'), ['database'] as const, lost)
  const collapsed = checkOptionalKeys(own(value, 'collapsed'), lost)
  const hidden = checkOptionalKeys(own(value, 'hidden'), lost)
  const colors = checkColors(own(value, 'colors'), lost)
  if (lost.count > 0) {
    repairs.push('Some of how its blocks are drawn was not usable and is as usual again.')
  }
  const data: DiagramData = {
    ...(detail && { detail }),
    ...(nameMode && { nameMode }),
    ...(groups.length > 0 && { groups }),
    ...(notes.length > 0 && { notes }),
    ...(views.length > 0 && { views }),
    ...(collapsed.length > 0 && { collapsed }),
    ...(hidden.length > 0 && { hidden }),
    ...(colors.length > 0 && { colors: Object.fromEntries(colors) }),
  }
  return Object.keys(data).length > 0 ? data : null
}

/** The shown view's id, when there is such a view. */
export function checkShown(
  value: unknown,
  diagram: DiagramData | null,
  repairs: string[],
): string | null {
  if (value === undefined || value === null) return null
  const view = diagram?.views?.find(({ id }) => id === value)
  if (view) return view.id
  repairs.push('The view that was shown is not in it, so the whole diagram is shown.')
  return null
}

/** The usable ones of a list; a second item with one id is not usable. */
function checkItems<T extends { readonly id: string }>(
  value: unknown,
  check: (item: Readonly<Record<string, unknown>>) => T | null,
  noun: string,
  repairs: string[],
): T[] {
  if (value === undefined) return []
  const items: readonly unknown[] = Array.isArray(value) ? value : [value]
  const kept = new Map<string, T>()
  for (const item of items.slice(0, MAX_ITEMS)) {
    const checked = isRecord(item) ? check(item) : null
    if (checked && !kept.has(checked.id)) kept.set(checked.id, checked)
  }
  const dropped = items.length - kept.size
  if (dropped > 0) {
    repairs.push(
      dropped === 1
        ? `One ${noun} was not usable and has been left out.`
        : `${dropped} ${noun}s were not usable and have been left out.`,
    )
  }
  return [...kept.values()]
}

/** `grouped` collects the blocks that are in a group: they cannot be in a second one. */
function checkGroup(
  item: Readonly<Record<string, unknown>>,
  grouped: Set<string>,
): GroupData | null {
  const id = checkText(own(item, 'id'), MAX_ID_LENGTH)
  const title = checkText(own(item, 'title'), MAX_TITLE_LENGTH)
  const color = checkColor(own(item, 'color'))
  const keys = checkKeys(own(item, 'blocks'))
  if (id === null || title === null || !color || !keys) return null
  const blocks = keys.filter((key) => !grouped.has(key))
  for (const key of blocks) grouped.add(key)
  if (blocks.length > 0) return { id, title, color, blocks }
  const area = checkArea(own(item, 'area'))
  return area && { id, title, color, blocks, area }
}

function checkNote(
  item: Readonly<Record<string, unknown>>,
  viewIds: ReadonlySet<string>,
): NoteData | null {
  const id = checkText(own(item, 'id'), MAX_ID_LENGTH)
  const text = checkText(own(item, 'text'), MAX_NOTE_LENGTH)
  const color = checkColor(own(item, 'color'))
  const area = checkArea(own(item, 'area'))
  const view = own(item, 'view')
  if (id === null || text === null || !color || !area) return null
  if (view === undefined) return { id, text, color, area }
  return typeof view === 'string' && viewIds.has(view) ? { id, text, color, area, view } : null
}

function checkView(item: Readonly<Record<string, unknown>>): ViewData | null {
  const id = checkText(own(item, 'id'), MAX_ID_LENGTH)
  const name = checkText(own(item, 'name'), MAX_TITLE_LENGTH)
  const blocks = checkKeys(own(item, 'blocks'))
  const positions = own(item, 'positions')
  if (id === null || name === null || !blocks || !isRecord(positions)) return null
  // A block without a usable place lies there as in the whole diagram.
  const placed = blocks.flatMap((key): [string, Point][] => {
    const point = checkPoint(own(positions, key))
    return point ? [[key, point]] : []
  })
  return { id, name, blocks, positions: Object.fromEntries(placed) }
}

/** Layout keys, each once; `null` when it is not a list of them. */
function checkKeys(value: unknown): string[] | null {
  if (!Array.isArray(value) || value.length > MAX_BLOCKS) return null
  const isUsable = value.every((key) => typeof key === 'string' && key !== '__proto__')
  return isUsable ? [...new Set<string>(value)] : null
}

function checkOptionalKeys(value: unknown, lost: { count: number }): string[] {
  if (value === undefined) return []
  const keys = checkKeys(value)
  if (!keys) lost.count++
  return keys ?? []
}

function checkColors(value: unknown, lost: { count: number }): [string, Color][] {
  if (value === undefined) return []
  const entries = isRecord(value) ? Object.entries(value) : []
  const kept = entries.flatMap(([key, item]): [string, Color][] => {
    const color = checkColor(item)
    return color && key !== '__proto__' ? [[key, color]] : []
  })
  if (!isRecord(value) || kept.length < entries.length) lost.count++
  return kept
}

function checkOneOf<T extends string>(
  value: unknown,
  allowed: readonly T[],
  lost: { count: number },
): T | null {
  if (value === undefined) return null
  const found = allowed.find((each) => each === value) ?? null
  if (found === null) lost.count++
  return found
}

function checkText(value: unknown, maxLength: number): string | null {
  return typeof value === 'string' && value.length <= maxLength ? value : null
}

function checkColor(value: unknown): Color | null {
  return COLORS.find((color) => color === value) ?? null
}

function checkArea(value: unknown): Area | null {
  const point = checkPoint(value)
  if (!point || !isRecord(value)) return null
  const width = own(value, 'width')
  const height = own(value, 'height')
  return isLength(width) && isLength(height) ? { ...point, width, height } : null
}

function isLength(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= MAX_COORDINATE
}
