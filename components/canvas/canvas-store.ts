/**
 * What only the diagram knows: the nodes and lines it draws, what stands out, what is being
 * dragged, typed or joined. Everything follows from the design's store, which alone can change
 * the design; nothing here outlives the diagram.
 */

import { createStore, type StoreApi } from 'zustand/vanilla'
import type { CodeTarget } from '@/components/code/code-places'
import type { Point } from '@/lib/document/design'
import type { Color, Note } from '@/lib/document/diagram'
import type { Rect } from '@/lib/layout/types'
import { type BlockId, type FieldId, isDrawn, type SchemaGraph } from '@/lib/schema/graph'
import { type Board, shownBoard } from '@/lib/store/board'
import { drawnShape, shapeOf } from '@/lib/store/placement'
import type { FacetState } from '@/lib/store/state'
import type { FacetStore } from '@/lib/store/store'
import { type ShownGroup, shownGroups, shownNotes } from './annotations'
import { type Marks, markBlocks, NO_MARKS } from './diagnostic-marks'
import { type Emphasis, emphasisOf, type Hover, NO_EMPHASIS } from './emphasis'
import { type BlockNode, flowNode, nodeRect, readingOrder } from './flow-nodes'
import type { Gesture } from './gesture'
import {
  assignLanes,
  drawLines,
  type Lanes,
  type Line,
  type Lines,
  patchLines,
  redrawLines,
} from './lines'
import { foreignKeyFields, type Link, relationLinks, usageLinks } from './links'
import { pathEmphasis } from './pathing'
import { type Level, WHOLE_COUNT } from './view-culling'

/** A field or enum value that is being typed and is not in the text yet. */
export interface Draft {
  readonly blockId: BlockId
}

/** A line being drawn from a block to another. */
export interface Connecting {
  readonly fromId: BlockId
  readonly fromMemberId: FieldId | null
  /** Where the line starts and ends, on the canvas. */
  readonly start: Point
  readonly end: Point
  readonly toId: BlockId | null
  readonly toMemberId: FieldId | null
}

/** A relation about to be made: the popover is open. */
export interface RelateRequest {
  readonly fromId: BlockId
  readonly fromMemberId: FieldId | null
  /** `null` until it is chosen in the popover. */
  readonly toId: BlockId | null
  /** Where the popover stands, in the browser's window. */
  readonly at: Point
}

/** The popover that gives an end of a relation another block is open. */
export interface ReconnectRequest {
  readonly relationId: string
  /** Where the popover stands, in the browser's window. */
  readonly at: Point
}

export interface CanvasState {
  readonly nodes: readonly BlockNode[]
  readonly rects: ReadonlyMap<BlockId, Rect>
  readonly groups: readonly ShownGroup[]
  readonly notes: readonly Note[]
  /** Of the blocks that were given one. */
  readonly colors: ReadonlyMap<BlockId, Color>
  readonly links: readonly Link[]
  readonly lines: Lines
  /** Lines to the enums and types of what is selected or pointed at. */
  readonly uses: Lines
  readonly emphasis: Emphasis
  readonly hover: Hover | null
  readonly marks: Marks
  readonly level: Level
  /** Few enough blocks to draw all of everything. */
  readonly isWhole: boolean
  /** In a large schema, the blocks whose rows and the lines that are drawn. */
  readonly nearBlocks: ReadonlySet<BlockId>
  readonly nearLines: ReadonlySet<string>
  readonly draft: Draft | null
  readonly connecting: Connecting | null
  readonly relate: RelateRequest | null
  readonly reconnect: ReconnectRequest | null
  /** The block or row whose fixes are shown beside it. */
  readonly fixing: CodeTarget | null
  /** What is dragged from one place in the diagram to another. */
  readonly gesture: Gesture | null
}

export type CanvasStore = StoreApi<CanvasState> & {
  /** Follows the design's store until the function it returns is called. */
  start(): () => void
  /** Blocks shown elsewhere than where they are in the design; `null` ends that. */
  drag(positions: ReadonlyMap<BlockId, Point> | null): void
  hover(hover: Hover | null): void
}

const NO_LINES: Lines = new Map()
const NO_FIELDS: ReadonlySet<string> = new Set()

/** With more relations than this, an edit of few blocks redraws only their lines, until this long (ms) after. */
const MANY_LINKS = 300
const FEW_BLOCKS = 8
const TIDY_DELAY = 400

export function createCanvasStore(facet: FacetStore): CanvasStore {
  let dragged: ReadonlyMap<BlockId, Point> | null = null
  let order: readonly BlockId[] = []
  let lanes: Lanes = new Map()
  let seen: FacetState | null = null
  let seenBoard: Board | null = null
  let tidying: ReturnType<typeof setTimeout> | undefined
  let foreignKeys: { graph: SchemaGraph; fields: Map<BlockId, Set<string>> } | null = null

  const store = createStore<CanvasState>(() => ({
    nodes: [],
    rects: new Map(),
    groups: [],
    notes: [],
    colors: new Map(),
    links: [],
    lines: NO_LINES,
    uses: NO_LINES,
    emphasis: NO_EMPHASIS,
    hover: null,
    marks: NO_MARKS,
    level: 'rows',
    isWhole: true,
    nearBlocks: new Set(),
    nearLines: new Set(),
    draft: null,
    connecting: null,
    relate: null,
    reconnect: null,
    fixing: null,
    gesture: null,
  }))

  function sync(state: FacetState): void {
    const before = seen
    seen = state
    const boardBefore = seenBoard
    seenBoard = shownBoard(state)
    const isNew = state.document !== before?.document || seenBoard !== boardBefore
    const isReselected = state.selection !== before?.selection
    const isRerouted = state.path !== before?.path
    const isRechecked = state.validation.diagnostics !== before?.validation.diagnostics
    if (!isNew && !isReselected && !isRerouted && !isRechecked) return
    let next = store.getState()
    if (isNew && boardBefore && isLaidOutAnew(boardBefore, seenBoard)) order = []
    if (isNew || isReselected) next = { ...next, ...nodesOf(state, next) }
    if (isNew) next = { ...next, ...linesOf(state, next, store.getState()) }
    if (isNew || isReselected || isRerouted) next = { ...next, ...emphasised(state, next) }
    if (isRechecked || state.document.graph !== before?.document.graph) {
      const marks = markBlocks(state.document, state.validation.diagnostics, next.marks)
      next = { ...next, marks }
    }
    store.setState(next)
  }

  function nodesOf(state: FacetState, before: CanvasState): Partial<CanvasState> {
    const { document, selection } = state
    const board = shownBoard(state)
    const old = new Map(before.nodes.map((node) => [node.id, node]))
    const selected = new Set(selection.blockIds)
    if (foreignKeys?.graph !== document.graph) {
      foreignKeys = { graph: document.graph, fields: foreignKeyFields(document.graph) }
    }
    const places = new Map<BlockId, Point>()
    for (const { id, kind } of document.graph.blocks) {
      const place = board.positions.get(id)
      if (place && isDrawn(kind)) places.set(id, dragged?.get(id) ?? place)
    }
    order = readingOrder(places, order)
    const nodes = order.flatMap((id) => {
      const block = document.graph.blockById.get(id)
      const position = places.get(id)
      if (!block || !position) return []
      const source = {
        id,
        block: shapeOf(block),
        shape: drawnShape(document.diagram, block),
        isStale: block.isBroken,
        foreignKeys: foreignKeys?.fields.get(id) ?? NO_FIELDS,
        position,
        isSelected: selected.has(id),
        isDragging: dragged?.has(id) ?? false,
      }
      return [flowNode(source, old.get(id))]
    })
    const rects = rectsOf(nodes, before)
    const { diagram } = document
    const moving = new Set(dragged?.keys())
    const groups = shownGroups(diagram, board, rects, moving, before.groups)
    const notes = shownNotes(diagram, board, before.notes)
    const isWhole = nodes.length <= WHOLE_COUNT
    return { nodes, rects, groups, notes, colors: diagram.colors, isWhole }
  }

  function linesOf(
    { document }: FacetState,
    next: CanvasState,
    before: CanvasState,
  ): Partial<CanvasState> {
    const links = relationLinks(document.graph, (block) => drawnShape(document.diagram, block))
    const { rects, lines } = next
    const changed = changedRects(before.rects, rects)
    const isPatch = links.length > MANY_LINKS && changed.size <= FEW_BLOCKS && lines.size > 0
    if (!isPatch) {
      clearTimeout(tidying)
      lanes = assignLanes(links, rects)
      return { links, lines: drawLines(links, rects, lanes, lines) }
    }
    clearTimeout(tidying)
    tidying = setTimeout(tidyLines, TIDY_DELAY)
    return { links, lines: patchLines(links, changed, rects, lanes, lines) }
  }

  /** Assigns lanes as the blocks lie now. */
  function tidyLines(): void {
    const { links, rects, lines } = store.getState()
    lanes = assignLanes(links, rects)
    store.setState({ lines: drawLines(links, rects, lanes, lines) })
  }

  function emphasised(state: FacetState, next: CanvasState): Partial<CanvasState> {
    const { selection, document } = state
    const hover = next.hover
    // With many selected there would be nothing but dashes.
    const about = new Set(selection.blockIds.length === 1 ? selection.blockIds : [])
    if (hover?.blockId != null) about.add(hover.blockId)
    const links = usageLinks(document.graph, about, (block) => drawnShape(document.diagram, block))
    const uses = drawLines(links, next.rects, new Map(), next.uses)
    const emphasis = pathEmphasis(state) ?? emphasisOf([...next.links, ...links], selection, hover)
    return { uses, emphasis }
  }

  sync(facet.getState())
  return Object.assign(store, {
    start() {
      sync(facet.getState())
      const stop = facet.subscribe(sync)
      return () => {
        stop()
        clearTimeout(tidying)
      }
    },
    drag(positions: ReadonlyMap<BlockId, Point> | null) {
      if (!seen) return
      const moved = new Set([...(dragged?.keys() ?? []), ...(positions?.keys() ?? [])])
      dragged = positions
      let next = store.getState()
      next = { ...next, ...nodesOf(seen, next) }
      const { links, rects } = next
      if (positions === null) {
        lanes = assignLanes(links, rects)
        next = { ...next, lines: drawLines(links, rects, lanes, next.lines) }
      } else {
        next = { ...next, lines: redrawLines(next.lines, moved, rects, lanes) }
      }
      store.setState({ ...next, uses: redrawLines(next.uses, moved, rects, new Map()) })
    },
    hover(hover: Hover | null) {
      const next = store.getState()
      if (!seen || isSameHover(next.hover, hover)) return
      store.setState({ hover, ...emphasised(seen, { ...next, hover }) })
    },
  })
}

/** Whether most blocks are elsewhere than before: another design, another view, or a new layout. */
function isLaidOutAnew(before: Board, next: Board): boolean {
  if (before.positions === next.positions) return false
  let moved = 0
  for (const [id, { x, y }] of next.positions) {
    const old = before.positions.get(id)
    if (old?.x !== x || old.y !== y) moved++
  }
  return moved > next.positions.size / 2
}

/** The blocks that are new, gone, or not where or as large as they were. */
function changedRects(
  before: CanvasState['rects'],
  next: CanvasState['rects'],
): ReadonlySet<BlockId> {
  const changed = new Set<BlockId>()
  if (before === next) return changed
  for (const [id, rect] of next) if (before.get(id) !== rect) changed.add(id)
  for (const id of before.keys()) if (!next.has(id)) changed.add(id)
  return changed
}

/** The rectangles by block; the old map when none changed. */
function rectsOf(nodes: readonly BlockNode[], before: CanvasState): ReadonlyMap<BlockId, Rect> {
  const old = new Map(before.nodes.map((node) => [node.id, node]))
  let isSame = nodes.length === before.rects.size
  const rects = new Map<BlockId, Rect>()
  for (const node of nodes) {
    const rect = before.rects.get(node.id)
    if (rect && old.get(node.id) === node) rects.set(node.id, rect)
    else {
      const next = nodeRect(node)
      const isKept = rect && isSameRect(rect, next)
      rects.set(node.id, isKept ? rect : next)
      if (!isKept) isSame = false
    }
  }
  return isSame ? before.rects : rects
}

function isSameRect(a: Rect, b: Rect): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height
}

function isSameHover(a: Hover | null, b: Hover | null): boolean {
  return a?.blockId === b?.blockId && a?.memberId === b?.memberId && a?.linkId === b?.linkId
}

/** The line of a relation or a use. */
export function lineById(state: CanvasState, id: string): Line | undefined {
  return state.lines.get(id) ?? state.uses.get(id)
}
