/**
 * What a diagram holds, as plain data outside memory: blocks go by layout key instead of by id,
 * and what is as in a plain diagram is left out. Ids of blocks that are gone are dropped.
 */

import type { BlockId } from '@/lib/schema/graph'
import type { Point } from './design'
import {
  type Area,
  type Color,
  type DetailLevel,
  type DiagramState,
  type Group,
  type NamedView,
  type NameMode,
  type Note,
  PLAIN_DIAGRAM,
} from './diagram'

export interface GroupData {
  readonly id: string
  readonly title: string
  readonly color: Color
  /** Layout keys, each once and in one group at most. */
  readonly blocks: readonly string[]
  /** Of a group without blocks only. */
  readonly area?: Area
}

export interface NoteData {
  readonly id: string
  readonly text: string
  readonly color: Color
  readonly area: Area
  /** Left out for the whole diagram. */
  readonly view?: string
}

export interface ViewData {
  readonly id: string
  readonly name: string
  readonly blocks: readonly string[]
  /** Of blocks of this view only, by layout key. */
  readonly positions: Readonly<Record<string, Point>>
}

export interface DiagramData {
  readonly detail?: Exclude<DetailLevel, 'auto'>
  readonly nameMode?: Exclude<NameMode, 'model'>
  readonly groups?: readonly GroupData[]
  readonly notes?: readonly NoteData[]
  readonly views?: readonly ViewData[]
  readonly collapsed?: readonly string[]
  readonly hidden?: readonly string[]
  readonly colors?: Readonly<Record<string, Color>>
}

/** `keys` are the layout keys of the blocks that there are. `null` for a plain diagram. */
export function diagramData(
  diagram: DiagramState,
  keys: ReadonlyMap<BlockId, string>,
): DiagramData | null {
  if (diagram === PLAIN_DIAGRAM) return null
  const { detail, nameMode } = diagram
  const keysOf = (ids: Iterable<BlockId>) => [...ids].flatMap((id) => keys.get(id) ?? [])
  const groups = diagram.groups.flatMap((group) => groupData(group, keysOf(group.blockIds)))
  const notes = diagram.notes.map(noteData)
  const views = diagram.views.map((view) => viewData(view, keys))
  const collapsed = keysOf(diagram.collapsed)
  const hidden = keysOf(diagram.hidden)
  const colors = keyed(diagram.colors, keys)
  const data: DiagramData = {
    ...(detail === 'auto' ? {} : { detail }),
    ...(nameMode === 'model' ? {} : { nameMode }),
    ...(groups.length > 0 && { groups }),
    ...(notes.length > 0 && { notes }),
    ...(views.length > 0 && { views }),
    ...(collapsed.length > 0 && { collapsed }),
    ...(hidden.length > 0 && { hidden }),
    ...(colors.length > 0 && { colors: Object.fromEntries(colors) }),
  }
  return Object.keys(data).length > 0 ? data : null
}

/** `ids` are the blocks that there are, by layout key; other keys are dropped. */
export function diagramFromData(
  data: DiagramData | undefined,
  ids: ReadonlyMap<string, BlockId>,
): DiagramState {
  if (!data) return PLAIN_DIAGRAM
  const idsOf = (keys: readonly string[] = []) => keys.flatMap((key) => ids.get(key) ?? [])
  const { groups = [], notes = [], views = [], colors = {} } = data
  return {
    detail: data.detail ?? 'auto',
    nameMode: data.nameMode ?? 'model',
    groups: groups.map(({ blocks, area = NO_AREA, ...group }) => ({
      ...group,
      blockIds: idsOf(blocks),
      area,
    })),
    notes: notes.map(({ view = null, ...note }) => ({ ...note, viewId: view })),
    views: views.map(({ id, name, blocks, positions }) => ({
      id,
      name,
      blockIds: idsOf(blocks),
      positions: byId(positions, ids),
    })),
    collapsed: new Set(idsOf(data.collapsed)),
    hidden: new Set(idsOf(data.hidden)),
    colors: byId(colors, ids),
  }
}

const NO_AREA: Area = { x: 0, y: 0, width: 0, height: 0 }

/** A group whose blocks are all gone goes with them; one that was made empty stays. */
function groupData({ id, title, color, blockIds, area }: Group, blocks: string[]): GroupData[] {
  if (blockIds.length === 0) return [{ id, title, color, blocks, area }]
  return blocks.length === 0 ? [] : [{ id, title, color, blocks }]
}

function noteData({ viewId, ...note }: Note): NoteData {
  return viewId === null ? note : { ...note, view: viewId }
}

function viewData(
  { id, name, blockIds, positions }: NamedView,
  keys: ReadonlyMap<BlockId, string>,
): ViewData {
  const members = new Set(blockIds)
  const placed = [...positions].filter(([blockId]) => members.has(blockId))
  return {
    id,
    name,
    blocks: blockIds.flatMap((blockId) => keys.get(blockId) ?? []),
    positions: Object.fromEntries(keyed(placed, keys)),
  }
}

function keyed<T>(
  entries: Iterable<readonly [BlockId, T]>,
  keys: ReadonlyMap<BlockId, string>,
): [string, T][] {
  return [...entries].flatMap(([id, value]): [string, T][] => {
    const key = keys.get(id)
    return key === undefined ? [] : [[key, value]]
  })
}

function byId<T>(
  record: Readonly<Record<string, T>>,
  ids: ReadonlyMap<string, BlockId>,
): Map<BlockId, T> {
  return new Map(
    Object.entries(record).flatMap(([key, value]): [BlockId, T][] => {
      const id = ids.get(key)
      return id === undefined ? [] : [[id, value]]
    }),
  )
}
