/**
 * Every change of what a diagram holds besides positions, as pure functions. What changes nothing
 * returns the same object, so that no empty undo step is made of it.
 */

import type { BlockId } from '@/lib/schema/graph'
import type { Point } from './design'
import type { Area, Color, DiagramState, Group, NamedView, Note } from './diagram'

/** Around the blocks of a group, and above them for its title, in pixels. */
export const GROUP_PADDING = 20
export const GROUP_TITLE_HEIGHT = 36

/** Of a new note, and the least of any. */
export const NOTE_SIZE = { width: 200, height: 140 } as const
export const MIN_NOTE_SIZE = { width: 120, height: 60 } as const

// Groups

/** Puts the blocks into a new group; those that were in another leave it. */
export function addGroup(
  diagram: DiagramState,
  group: { title: string; blockIds: readonly BlockId[]; color?: Color; area: Area },
): { diagram: DiagramState; id: string } {
  const id = freeId(diagram.groups)
  const color = group.color ?? nextColor(diagram.groups)
  const blockIds = [...new Set(group.blockIds)]
  const groups = [...withoutBlocks(diagram.groups, blockIds), { ...group, id, color, blockIds }]
  return { diagram: { ...diagram, groups }, id }
}

export function renameGroup(diagram: DiagramState, id: string, title: string): DiagramState {
  return editGroup(diagram, id, (group) => (group.title === title ? group : { ...group, title }))
}

export function recolorGroup(diagram: DiagramState, id: string, color: Color): DiagramState {
  return editGroup(diagram, id, (group) => (group.color === color ? group : { ...group, color }))
}

/** Moves a group that holds no block; with blocks, its area follows from theirs. */
export function moveGroup(diagram: DiagramState, id: string, to: Point): DiagramState {
  return editGroup(diagram, id, (group) =>
    isSamePoint(group.area, to) ? group : { ...group, area: { ...group.area, ...to } },
  )
}

/** Takes the group away and leaves its blocks. */
export function removeGroup(diagram: DiagramState, id: string): DiagramState {
  const groups = diagram.groups.filter((group) => group.id !== id)
  return groups.length === diagram.groups.length ? diagram : { ...diagram, groups }
}

/** A block is in one group at most: it leaves the one that it was in. */
export function addToGroup(
  diagram: DiagramState,
  id: string,
  blockIds: readonly BlockId[],
): DiagramState {
  const group = diagram.groups.find((each) => each.id === id)
  const added = blockIds.filter((blockId) => !group?.blockIds.includes(blockId))
  if (!group || added.length === 0) return diagram
  const groups = withoutBlocks(diagram.groups, added).map((each) =>
    each.id === id ? { ...each, blockIds: [...each.blockIds, ...new Set(added)] } : each,
  )
  return { ...diagram, groups }
}

/** Takes the blocks out of whichever groups hold them. `areas` is where groups stay that become empty. */
export function removeFromGroups(
  diagram: DiagramState,
  blockIds: readonly BlockId[],
  areas: ReadonlyMap<string, Area> = new Map(),
): DiagramState {
  const groups = withoutBlocks(diagram.groups, blockIds).map((group, index) => {
    const area = areas.get(group.id)
    const hasChanged = group !== diagram.groups[index]
    return hasChanged && area && group.blockIds.length === 0 ? { ...group, area } : group
  })
  const isSame = groups.every((group, index) => group === diagram.groups[index])
  return isSame ? diagram : { ...diagram, groups }
}

export function groupOfBlock(diagram: DiagramState, blockId: BlockId): Group | null {
  return diagram.groups.find((group) => group.blockIds.includes(blockId)) ?? null
}

/** Replaces all groups by one for each part. Groups with the same title keep their colour. */
export function groupByParts(
  diagram: DiagramState,
  parts: readonly { readonly title: string; readonly blockIds: readonly BlockId[] }[],
): DiagramState {
  const old = new Map(diagram.groups.map((group) => [group.title, group]))
  const groups: Group[] = []
  for (const { title, blockIds } of parts) {
    const color = old.get(title)?.color ?? nextColor(groups)
    const area = { x: 0, y: 0, width: 0, height: 0 }
    groups.push({ id: freeId(groups), title, color, blockIds: [...blockIds], area })
  }
  return { ...diagram, groups }
}

/** The area of a group whose blocks lie there; without any, its own. `null`: none of its blocks is shown. */
export function groupArea(group: Group, rects: ReadonlyMap<BlockId, Area>): Area | null {
  if (group.blockIds.length === 0) return group.area
  let left = Number.POSITIVE_INFINITY
  let top = Number.POSITIVE_INFINITY
  let right = Number.NEGATIVE_INFINITY
  let bottom = Number.NEGATIVE_INFINITY
  for (const id of group.blockIds) {
    const rect = rects.get(id)
    if (!rect) continue
    left = Math.min(left, rect.x)
    top = Math.min(top, rect.y)
    right = Math.max(right, rect.x + rect.width)
    bottom = Math.max(bottom, rect.y + rect.height)
  }
  if (left > right) return null
  return {
    x: left - GROUP_PADDING,
    y: top - GROUP_PADDING - GROUP_TITLE_HEIGHT,
    width: right - left + 2 * GROUP_PADDING,
    height: bottom - top + 2 * GROUP_PADDING + GROUP_TITLE_HEIGHT,
  }
}

// Notes

export function addNote(
  diagram: DiagramState,
  note: { text: string; at: Point; viewId: string | null; color?: Color },
): { diagram: DiagramState; id: string } {
  const id = freeId(diagram.notes)
  const { text, at, viewId, color = 'yellow' } = note
  const notes = [...diagram.notes, { id, text, color, area: { ...at, ...NOTE_SIZE }, viewId }]
  return { diagram: { ...diagram, notes }, id }
}

export function editNote(diagram: DiagramState, id: string, text: string): DiagramState {
  return changeNote(diagram, id, (note) => (note.text === text ? note : { ...note, text }))
}

export function recolorNote(diagram: DiagramState, id: string, color: Color): DiagramState {
  return changeNote(diagram, id, (note) => (note.color === color ? note : { ...note, color }))
}

/** Moves a note, gives it another size, or both. */
export function placeNote(diagram: DiagramState, id: string, area: Area): DiagramState {
  const width = Math.max(MIN_NOTE_SIZE.width, area.width)
  const height = Math.max(MIN_NOTE_SIZE.height, area.height)
  return changeNote(diagram, id, (note) => {
    const before = note.area
    const isSame = before.width === width && before.height === height && isSamePoint(before, area)
    return isSame ? note : { ...note, area: { x: area.x, y: area.y, width, height } }
  })
}

export function removeNote(diagram: DiagramState, id: string): DiagramState {
  const notes = diagram.notes.filter((note) => note.id !== id)
  return notes.length === diagram.notes.length ? diagram : { ...diagram, notes }
}

// Named views

/** `positions` is where the blocks lie in the view at first. */
export function addView(
  diagram: DiagramState,
  view: Pick<NamedView, 'name' | 'blockIds' | 'positions'>,
): { diagram: DiagramState; id: string } {
  const id = freeId(diagram.views)
  const name = freeName(diagram.views, view.name)
  const blockIds = [...new Set(view.blockIds)]
  return { diagram: { ...diagram, views: [...diagram.views, { ...view, id, name, blockIds }] }, id }
}

export function renameView(diagram: DiagramState, id: string, name: string): DiagramState {
  return editView(diagram, id, (view) => (view.name === name ? view : { ...view, name }))
}

/** The notes that lie on the view go with it. */
export function removeView(diagram: DiagramState, id: string): DiagramState {
  const views = diagram.views.filter((view) => view.id !== id)
  if (views.length === diagram.views.length) return diagram
  const notes = diagram.notes.filter((note) => note.viewId !== id)
  return { ...diagram, views, notes: notes.length === diagram.notes.length ? diagram.notes : notes }
}

/** A second view with the same blocks, places and notes; `null` when there is no such view. */
export function duplicateView(
  diagram: DiagramState,
  id: string,
): { diagram: DiagramState; id: string } | null {
  const view = diagram.views.find((each) => each.id === id)
  if (!view) return null
  const added = addView(diagram, { ...view, name: `${view.name} copy` })
  const notes = [...diagram.notes]
  for (const note of diagram.notes) {
    if (note.viewId === id) notes.push({ ...note, id: freeId(notes), viewId: added.id })
  }
  return { diagram: { ...added.diagram, notes }, id: added.id }
}

export function addToView(
  diagram: DiagramState,
  id: string,
  positions: ReadonlyMap<BlockId, Point>,
): DiagramState {
  return editView(diagram, id, (view) => {
    const added = [...positions].filter(([blockId]) => !view.blockIds.includes(blockId))
    if (added.length === 0) return view
    const blockIds = [...view.blockIds, ...added.map(([blockId]) => blockId)]
    return { ...view, blockIds, positions: new Map([...view.positions, ...added]) }
  })
}

export function removeFromView(
  diagram: DiagramState,
  id: string,
  blockIds: readonly BlockId[],
): DiagramState {
  const removed = new Set(blockIds)
  return editView(diagram, id, (view) => {
    const kept = view.blockIds.filter((blockId) => !removed.has(blockId))
    if (kept.length === view.blockIds.length) return view
    const positions = new Map([...view.positions].filter(([blockId]) => !removed.has(blockId)))
    return { ...view, blockIds: kept, positions }
  })
}

// Blocks

/** Collapses the blocks, or, when all of them are, opens them. */
export function toggleCollapsed(diagram: DiagramState, blockIds: readonly BlockId[]): DiagramState {
  if (blockIds.length === 0) return diagram
  const isOpening = blockIds.every((id) => diagram.collapsed.has(id))
  const collapsed = new Set(diagram.collapsed)
  for (const id of blockIds) {
    if (isOpening) collapsed.delete(id)
    else collapsed.add(id)
  }
  return { ...diagram, collapsed }
}

export function hideBlocks(diagram: DiagramState, blockIds: readonly BlockId[]): DiagramState {
  if (blockIds.every((id) => diagram.hidden.has(id))) return diagram
  return { ...diagram, hidden: new Set([...diagram.hidden, ...blockIds]) }
}

export function unhideBlocks(diagram: DiagramState, blockIds: readonly BlockId[]): DiagramState {
  if (!blockIds.some((id) => diagram.hidden.has(id))) return diagram
  const shown = new Set(blockIds)
  return { ...diagram, hidden: new Set([...diagram.hidden].filter((id) => !shown.has(id))) }
}

/** `null` gives the blocks back the colour of their kind. */
export function setColor(
  diagram: DiagramState,
  blockIds: readonly BlockId[],
  color: Color | null,
): DiagramState {
  if (blockIds.every((id) => (diagram.colors.get(id) ?? null) === color)) return diagram
  const colors = new Map(diagram.colors)
  for (const id of blockIds) {
    if (color) colors.set(id, color)
    else colors.delete(id)
  }
  return { ...diagram, colors }
}

function editGroup(diagram: DiagramState, id: string, edit: (group: Group) => Group): DiagramState {
  const groups = replaced(diagram.groups, id, edit)
  return groups === diagram.groups ? diagram : { ...diagram, groups }
}

function changeNote(diagram: DiagramState, id: string, edit: (note: Note) => Note): DiagramState {
  const notes = replaced(diagram.notes, id, edit)
  return notes === diagram.notes ? diagram : { ...diagram, notes }
}

function editView(
  diagram: DiagramState,
  id: string,
  edit: (view: NamedView) => NamedView,
): DiagramState {
  const views = replaced(diagram.views, id, edit)
  return views === diagram.views ? diagram : { ...diagram, views }
}

/** The same list when the item is not there or does not change. */
function replaced<T extends { readonly id: string }>(
  items: readonly T[],
  id: string,
  edit: (item: T) => T,
): readonly T[] {
  const index = items.findIndex((item) => item.id === id)
  const item = items[index]
  const next = item && edit(item)
  return next && next !== item ? items.with(index, next) : items
}

function withoutBlocks(groups: readonly Group[], blockIds: readonly BlockId[]): Group[] {
  const removed = new Set(blockIds)
  return groups.map((group) => {
    const kept = group.blockIds.filter((id) => !removed.has(id))
    return kept.length === group.blockIds.length ? group : { ...group, blockIds: kept }
  })
}

/** Ids are short because they travel in links. */
function freeId(items: readonly { readonly id: string }[]): string {
  const taken = new Set(items.map(({ id }) => id))
  let number = items.length + 1
  while (taken.has(String(number))) number++
  return String(number)
}

function freeName(views: readonly NamedView[], wanted: string): string {
  const taken = new Set(views.map(({ name }) => name))
  let name = wanted
  for (let number = 2; taken.has(name); number++) name = `${wanted} ${number}`
  return name
}

/** The colour that the groups use least, of those that say something. */
function nextColor(groups: readonly Group[]): Color {
  const counts = new Map<Color, number>()
  for (const { color } of groups) counts.set(color, (counts.get(color) ?? 0) + 1)
  let least: Color = 'blue'
  for (const color of COLOR_ORDER) {
    if ((counts.get(color) ?? 0) < (counts.get(least) ?? 0)) least = color
  }
  return least
}

/** Neighbours in this order are easy to tell apart. */
const COLOR_ORDER: readonly Color[] = ['blue', 'orange', 'green', 'purple', 'teal', 'pink', 'red']

function isSamePoint(a: Point, b: Point): boolean {
  return a.x === b.x && a.y === b.y
}
