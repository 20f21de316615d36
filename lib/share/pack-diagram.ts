/**
 * What a diagram holds, as property `d` of the JSON line of a link (see `payload.ts`). Part of link
 * version 1: properties may be added, never changed. A block is the number of its header in the
 * texts, or its layout key when no header has it; a colour is its number in `LINK_COLORS`; an area
 * is `x, y, width, height`. All properties are left out when there is nothing in them:
 *
 * - `l` detail level, `m` name mode;
 * - `g` groups `[id, title, color, [block, …]]`, of a group without blocks `[id, title, color, [], …area]`;
 * - `n` notes `[id, text, color, …area]`, on a named view `[id, text, color, …area, view]`;
 * - `w` views `[id, name, [block, …], [x, y, …]]`, `null` for a block without a place of its own;
 * - `c` collapsed and `h` hidden blocks;
 * - `k` colours `[color, block, …]`.
 */

import type { Point } from '@/lib/document/design'
import type { Area, Color } from '@/lib/document/diagram'
import type { DiagramData } from '@/lib/document/diagram-data'
import { isRecord, MAX_COORDINATE, own } from './check-value'

/** Part of link version 1: colours may be appended, never moved. */
const LINK_COLORS: readonly Color[] = [
  'gray',
  'red',
  'orange',
  'yellow',
  'green',
  'teal',
  'blue',
  'purple',
  'pink',
]

/** The diagram as a link shows it: whole pixels, and nothing that is not on the canvas. */
export function roundDiagram(data: DiagramData): DiagramData | null {
  const groups = data.groups?.flatMap(({ area, ...group }) => {
    const rounded = area && roundArea(area)
    if (area && !rounded) return []
    return [{ ...group, ...(rounded && { area: rounded }) }]
  })
  const notes = data.notes?.flatMap((note) => {
    const area = roundArea(note.area)
    return area ? [{ ...note, area }] : []
  })
  const views = data.views?.map((view) => ({
    ...view,
    positions: Object.fromEntries(
      Object.entries(view.positions).flatMap(([key, point]): [string, Point][] => {
        const rounded = roundPoint(point)
        return rounded ? [[key, rounded]] : []
      }),
    ),
  }))
  const rounded: DiagramData = {
    ...data,
    ...(groups && { groups }),
    ...(notes && { notes }),
    ...(views && { views }),
  }
  const filled = Object.entries(rounded).filter(
    ([, part]) => !Array.isArray(part) || part.length > 0,
  )
  return filled.length > 0 ? (Object.fromEntries(filled) as DiagramData) : null
}

/** A point in whole pixels; `null` when it is not on the canvas. */
export function roundPoint({ x, y }: Point): Point | null {
  const point = { x: wholePixels(x), y: wholePixels(y) }
  const isOnCanvas = Math.abs(point.x) <= MAX_COORDINATE && Math.abs(point.y) <= MAX_COORDINATE
  return isOnCanvas ? point : null
}

/** `headers` are the names in the texts' block headers, in their order. */
export function packDiagram(data: DiagramData, headers: ReadonlySet<string>): unknown {
  const numbers = new Map([...headers].map((key, index) => [key, index]))
  const refs = (keys: readonly string[]) => keys.map((key) => numbers.get(key) ?? key)
  const color = (name: Color) => LINK_COLORS.indexOf(name)
  const colored = Object.entries(data.colors ?? {})
  const colors = LINK_COLORS.flatMap((name, index) => {
    const keys = colored.filter(([, each]) => each === name).map(([key]) => key)
    return keys.length > 0 ? [[index, ...refs(keys.sort())]] : []
  })
  return {
    l: data.detail,
    m: data.nameMode,
    g: data.groups?.map((group) => [
      group.id,
      group.title,
      color(group.color),
      refs(group.blocks),
      ...(group.area ? packArea(group.area) : []),
    ]),
    n: data.notes?.map((note) => [
      note.id,
      note.text,
      color(note.color),
      ...packArea(note.area),
      ...(note.view === undefined ? [] : [note.view]),
    ]),
    w: data.views?.map(({ id, name, blocks, positions }) => {
      const places = blocks.flatMap((key) => {
        const point = Object.hasOwn(positions, key) ? positions[key] : undefined
        return point ? [point.x, point.y] : [null]
      })
      return [id, name, refs(blocks), places]
    }),
    c: data.collapsed && refs(data.collapsed),
    h: data.hidden && refs(data.hidden),
    k: colors.length > 0 ? colors : undefined,
  }
}

/** Gives a value for `checkDiagram` to judge: what has not the outer form comes out unusable. */
export function unpackDiagram(packed: unknown, headers: ReadonlySet<string>): unknown {
  if (!isRecord(packed)) return packed
  const names = [...headers]
  const key = (ref: unknown) => (typeof ref === 'number' ? names[ref] : ref)
  const keys = (refs: unknown) => (Array.isArray(refs) ? refs.map(key) : refs)
  const color = (number: unknown) => (typeof number === 'number' ? LINK_COLORS[number] : number)
  const items = (name: string, unpack: (item: readonly unknown[]) => unknown) => {
    const list = own(packed, name)
    return Array.isArray(list) ? list.map((item) => Array.isArray(item) && unpack(item)) : list
  }
  return {
    detail: own(packed, 'l'),
    nameMode: own(packed, 'm'),
    groups: items('g', ([id, title, number, refs, ...area]) => ({
      id,
      title,
      color: color(number),
      blocks: keys(refs),
      area: unpackArea(area),
    })),
    notes: items('n', ([id, text, number, x, y, width, height, view]) => ({
      id,
      text,
      color: color(number),
      area: { x, y, width, height },
      view,
    })),
    views: items('w', ([id, name, refs, places]) => {
      const blocks = keys(refs)
      return { id, name, blocks, positions: unpackPlaces(blocks, places) }
    }),
    collapsed: keys(own(packed, 'c')),
    hidden: keys(own(packed, 'h')),
    colors: unpackColors(own(packed, 'k'), color, key),
  }
}

function unpackPlaces(blocks: unknown, places: unknown): unknown {
  if (!Array.isArray(blocks) || !Array.isArray(places)) return null
  const positions: [string, unknown][] = []
  let index = 0
  for (const block of blocks) {
    if (index >= places.length) break
    if (places[index] === null) {
      index += 1
    } else {
      positions.push([String(block), { x: places[index], y: places[index + 1] }])
      index += 2
    }
  }
  return Object.fromEntries(positions)
}

function unpackColors(
  list: unknown,
  color: (number: unknown) => unknown,
  key: (ref: unknown) => unknown,
): unknown {
  if (!Array.isArray(list)) return list
  const entries = list.flatMap((item): [string, unknown][] => {
    const [number, ...refs]: unknown[] = Array.isArray(item) ? item : []
    return refs.map((ref) => [String(key(ref)), color(number)])
  })
  return Object.fromEntries(entries)
}

function packArea({ x, y, width, height }: Area): number[] {
  return [x, y, width, height]
}

function unpackArea([x, y, width, height]: readonly unknown[]): unknown {
  return x === undefined ? undefined : { x, y, width, height }
}

function roundArea({ width, height, ...at }: Area): Area | null {
  const point = roundPoint(at)
  const size = roundPoint({ x: width, y: height })
  return point && size && { ...point, width: size.x, height: size.y }
}

/** Adding zero turns -0, which JSON cannot write, into 0. */
function wholePixels(coordinate: number): number {
  return Math.round(coordinate) + 0
}
