/**
 * Draws the whole diagram from far away: boxes, names as large as they fit, and lines. One
 * drawing costs the same however it is zoomed, where a thousand elements would not.
 */

import type { Viewport } from '@/lib/document/design'
import { memberName, type NodeShape } from '@/lib/layout/node-shape'
import { NODE, rowCenter } from '@/lib/layout/node-size'
import type { Rect, Size } from '@/lib/layout/types'
import type { BlockChange, ChangeSignKind } from '@/lib/schema/compare-graphs'
import type { BlockId } from '@/lib/schema/graph'
import type { CanvasState } from './canvas-store'
import type { BlockNode } from './flow-nodes'
import { type FittedLabel, fitLabel, LINE_HEIGHT } from './label-fit'
import type { Line } from './lines'
import { paintAnnotationTexts, paintGroups, paintNotes } from './overview-annotations'
import { paintChangeSign, tintChange } from './overview-changes'
import { meets, visibleRect } from './view-culling'

/** The colours and the typeface, read from the theme. */
export interface Ink {
  readonly node: string
  readonly border: string
  readonly header: string
  readonly text: string
  readonly faint: string
  readonly relation: string
  readonly accent: string
  readonly danger: string
  readonly warning: string
  readonly kinds: Readonly<Record<string, string>>
  readonly changes: Readonly<Record<ChangeSignKind, string>>
  /** By the name of the colour that a person chose. */
  readonly paints: Readonly<Record<string, string>>
  readonly fontFamily: string
}

/** Name size on the screen, in pixels: as wanted, and the least that is worth drawing. */
const LABEL = 12
const LEAST_LABEL = 5
const PADDING = 10
const FOLDED_PADDING = 4
const DIMMED = 0.3
/** Rows are hinted at where they are at least this high on the screen, in pixels. */
const ROW_HINT = 4.5
const RADIUS = 8
/** At the top of a block that was given a colour, in pixels of the canvas. */
const COLOR_BAND = 8

/** Lines as the browser's own paths, and names as they were last fitted. */
const paths = new WeakMap<Line, Path2D>()
const labels = new WeakMap<NodeShape, { wanted: number; label: FittedLabel | null }>()

/** What is drawn. */
export interface OverviewScene {
  readonly state: CanvasState
  /** What changed since the baseline; empty when that is not to be shown. */
  readonly changes: ReadonlyMap<BlockId, BlockChange>
  /** The block that has the keyboard's focus. */
  readonly focusedId: BlockId | null
}

export function paintOverview(
  context: CanvasRenderingContext2D,
  { state, changes, focusedId }: OverviewScene,
  viewport: Viewport,
  size: Size,
  ink: Ink,
  pixelRatio: number,
): void {
  const { x, y, zoom } = viewport
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0)
  context.clearRect(0, 0, size.width, size.height)
  context.setTransform(zoom * pixelRatio, 0, 0, zoom * pixelRatio, x * pixelRatio, y * pixelRatio)
  const view = visibleRect(viewport, size)
  paintGroups(context, state, view, zoom, ink)
  paintLines(context, state, view, zoom, ink)
  for (const node of state.nodes) {
    const rect = state.rects.get(node.id)
    if (!rect || !meets(rect, view)) continue
    context.globalAlpha = isDimmed(state, node.id) ? DIMMED : 1
    paintBlock(context, state, node, rect, zoom, ink, changes.get(node.id))
    if (node.id === focusedId) {
      context.strokeStyle = ink.accent
      context.lineWidth = 2 / zoom
      const gap = 4 / zoom
      outline(context, rect, gap, RADIUS + gap)
      context.stroke()
    }
  }
  context.globalAlpha = 1
  paintNotes(context, state, view, zoom, ink)
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0)
  paintAnnotationTexts(context, state, view, viewport, ink)
  context.textBaseline = 'top'
  for (const node of state.nodes) {
    const rect = state.rects.get(node.id)
    if (!rect || !meets(rect, view)) continue
    context.globalAlpha = isDimmed(state, node.id) ? DIMMED : 1
    paintLabel(context, node.data.shape, rect, viewport, ink)
    const change = changes.get(node.id)
    if (change) paintChangeSign(context, change, rect, viewport, ink)
  }
  context.globalAlpha = 1
}

function isDimmed({ emphasis }: CanvasState, blockId: string): boolean {
  return emphasis.isDimming && !emphasis.blocks.has(blockId)
}

function paintLines(
  context: CanvasRenderingContext2D,
  state: CanvasState,
  view: Rect,
  zoom: number,
  ink: Ink,
): void {
  const { emphasis, lines, uses } = state
  const plain = new Path2D()
  const lit = new Path2D()
  for (const all of [lines, uses]) {
    for (const [id, line] of all) {
      if (!meets(line.bounds, view)) continue
      const isLit = emphasis.links.has(id)
      ;(isLit ? lit : plain).addPath(pathOf(line))
    }
  }
  context.lineWidth = Math.max(1, 0.75 / zoom)
  context.strokeStyle = ink.relation
  // The more lines there are in view, the fainter each has to be.
  const alpha = Math.max(0.3, Math.min(zoom * 4, 0.85))
  context.globalAlpha = emphasis.isDimming ? alpha * DIMMED : alpha
  context.stroke(plain)
  context.lineWidth = 1.75 / zoom
  context.strokeStyle = ink.accent
  context.globalAlpha = 1
  context.stroke(lit)
}

function pathOf(line: Line): Path2D {
  let path = paths.get(line)
  if (!path) {
    path = new Path2D(line.path)
    paths.set(line, path)
  }
  return path
}

function paintBlock(
  context: CanvasRenderingContext2D,
  state: CanvasState,
  node: BlockNode,
  rect: Rect,
  zoom: number,
  ink: Ink,
  change: BlockChange | undefined,
): void {
  const { shape, isStale } = node.data
  const mark = state.marks.get(node.id)
  const isTarget = state.connecting?.toId === node.id
  outline(context, rect, 0, RADIUS)
  context.fillStyle = ink.node
  context.fill()
  if (change) tintChange(context, change, ink)
  const paint = ink.paints[state.colors.get(node.id) ?? '']
  if (paint) {
    context.fillStyle = paint
    context.beginPath()
    context.roundRect(rect.x, rect.y, rect.width, COLOR_BAND, [RADIUS, RADIUS, 0, 0])
    context.fill()
    outline(context, rect, 0, RADIUS)
  }
  context.lineWidth = (node.selected || isTarget ? 2 : 1) / zoom
  context.strokeStyle =
    node.selected || isTarget
      ? ink.accent
      : mark
        ? mark.severity === 'error'
          ? ink.danger
          : ink.warning
        : ink.border
  context.setLineDash(isStale ? [4 / zoom, 3 / zoom] : [])
  context.stroke()
  context.setLineDash([])

  const label = labelOf(shape, rect, zoom)
  const labelHeight = label ? label.lines.length * label.fontSize * LINE_HEIGHT : 0
  const below = rect.y + PADDING + labelHeight
  if (NODE.rowHeight * zoom >= ROW_HINT) paintRowHints(context, shape, rect, below, ink)
}

/**
 * Writes the name in pixels of the screen and whole font sizes: letters that were drawn once are
 * then used again, by other names and at other zooms.
 */
function paintLabel(
  context: CanvasRenderingContext2D,
  shape: NodeShape,
  rect: Rect,
  { x, y, zoom }: Viewport,
  ink: Ink,
): void {
  const { kind } = shape.block
  const label = labelOf(shape, rect, zoom)
  if (!label) return
  const fontSize = Math.max(LEAST_LABEL, Math.floor(label.fontSize * zoom + 0.01))
  context.font = `600 ${fontSize}px ${ink.fontFamily}`
  context.fillStyle = kind === 'model' ? ink.text : (ink.kinds[kind] ?? ink.text)
  const left = (rect.x + PADDING) * zoom + x
  const margin = shape.isFolded ? FOLDED_PADDING : PADDING
  let top = (rect.y + margin) * zoom + y + fontSize * 0.1
  for (const line of label.lines) {
    context.fillText(line, left, top)
    top += fontSize * LINE_HEIGHT
  }
}

/** Grey bars where the rows are, from below the name on. */
function paintRowHints(
  context: CanvasRenderingContext2D,
  shape: NodeShape,
  rect: Rect,
  below: number,
  ink: Ink,
): void {
  context.fillStyle = ink.faint
  const bar = 6
  for (const [index, member] of shape.members.entries()) {
    const y = rect.y + rowCenter(index) - bar / 2
    if (y < below + 4) continue
    const name = memberName(member, shape.naming)
    const typeName = 'typeName' in member ? member.typeName : ''
    const nameWidth = Math.min(name.length * 6, rect.width * 0.5)
    context.fillRect(rect.x + PADDING, y, nameWidth, bar)
    const typeWidth = Math.min(typeName.length * 6, rect.width * 0.3)
    context.fillRect(rect.x + rect.width - PADDING - typeWidth, y, typeWidth, bar)
  }
}

function labelOf(shape: NodeShape, rect: Rect, zoom: number): FittedLabel | null {
  const wanted = LABEL / zoom
  const known = labels.get(shape)
  if (known?.wanted === wanted) return known.label
  // A header alone is too low for more than a little room above and below its name.
  const margin = shape.isFolded ? FOLDED_PADDING : PADDING
  const box = { width: rect.width - 2 * PADDING, height: rect.height - 2 * margin }
  const label = fitLabel(shape.title, box, wanted, LEAST_LABEL / zoom)
  labels.set(shape, { wanted, label })
  return label
}

function outline(context: CanvasRenderingContext2D, rect: Rect, grow: number, radius: number) {
  context.beginPath()
  context.roundRect(
    rect.x - grow,
    rect.y - grow,
    rect.width + 2 * grow,
    rect.height + 2 * grow,
    radius,
  )
}
