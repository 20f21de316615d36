/** Draws groups and notes from far away. */

import type { Viewport } from '@/lib/document/design'
import type { Rect } from '@/lib/layout/types'
import type { CanvasState } from './canvas-store'
import { LINE_HEIGHT } from './label-fit'
import type { Ink } from './overview-paint'
import { meets } from './view-culling'

const GROUP_RADIUS = 12
const NOTE_RADIUS = 6
/** Sizes of text on the screen, in pixels. */
const TITLE = 13
const NOTE_TEXT = 10
/** Advance of a character, in em: the typeface is monospaced. */
const ADVANCE = 0.6
const PADDING = 10
/** Fewer characters than this in a line say nothing. */
const LEAST_COLUMNS = 4
/** More of a note's text than this is never seen from far away. */
const MAX_TEXT = 300

/** The areas, in the pixels of the canvas; their titles come on top of everything else. */
export function paintGroups(
  context: CanvasRenderingContext2D,
  { groups }: CanvasState,
  view: Rect,
  zoom: number,
  ink: Ink,
): void {
  for (const { group, area, isTarget } of groups) {
    if (!meets(area, view)) continue
    context.beginPath()
    context.roundRect(area.x, area.y, area.width, area.height, GROUP_RADIUS)
    context.fillStyle = ink.paints[group.color] ?? ink.faint
    context.globalAlpha = isTarget ? 0.16 : 0.08
    context.fill()
    context.globalAlpha = 0.5
    context.lineWidth = 1.5 / zoom
    context.strokeStyle = context.fillStyle
    context.stroke()
  }
  context.globalAlpha = 1
}

/** In the pixels of the canvas. */
export function paintNotes(
  context: CanvasRenderingContext2D,
  { notes }: CanvasState,
  view: Rect,
  zoom: number,
  ink: Ink,
): void {
  for (const { area, color } of notes) {
    if (!meets(area, view)) continue
    context.beginPath()
    context.roundRect(area.x, area.y, area.width, area.height, NOTE_RADIUS)
    context.fillStyle = ink.node
    context.fill()
    context.fillStyle = ink.paints[color] ?? ink.faint
    context.globalAlpha = 0.2
    context.fill()
    context.globalAlpha = 0.6
    context.lineWidth = 1 / zoom
    context.strokeStyle = context.fillStyle
    context.stroke()
    context.globalAlpha = 1
  }
}

/** Titles of groups and texts of notes, in the pixels of the screen. */
export function paintAnnotationTexts(
  context: CanvasRenderingContext2D,
  { groups, notes }: CanvasState,
  view: Rect,
  { x, y, zoom }: Viewport,
  ink: Ink,
): void {
  context.textBaseline = 'top'
  for (const { group, area } of groups) {
    if (!meets(area, view)) continue
    context.fillStyle = ink.paints[group.color] ?? ink.text
    context.font = `600 ${TITLE}px ${ink.fontFamily}`
    write(context, group.title, TITLE, { ...area, height: TITLE_HEIGHT / zoom }, { x, y, zoom })
  }
  context.fillStyle = ink.text
  context.font = `400 ${NOTE_TEXT}px ${ink.fontFamily}`
  for (const { text, area } of notes) {
    if (meets(area, view)) {
      write(context, text.slice(0, MAX_TEXT), NOTE_TEXT, area, { x, y, zoom })
    }
  }
}

/** Room for one line of a title, in pixels of the screen. */
const TITLE_HEIGHT = 24

/** Writes as many lines as the area has room for, the last one cut short if there are more. */
function write(
  context: CanvasRenderingContext2D,
  text: string,
  fontSize: number,
  area: Rect,
  { x, y, zoom }: Viewport,
): void {
  const padding = PADDING * zoom
  const columns = Math.floor((area.width * zoom - 2 * padding) / (fontSize * ADVANCE))
  const count = Math.max(1, Math.floor((area.height * zoom - padding) / (fontSize * LINE_HEIGHT)))
  if (columns < LEAST_COLUMNS) return
  let top = area.y * zoom + y + padding
  for (const line of wrapText(text, columns, count)) {
    context.fillText(line, area.x * zoom + x + padding, top)
    top += fontSize * LINE_HEIGHT
  }
}

/** Lines of at most so many characters, broken between words where that is possible. */
export function wrapText(text: string, columns: number, count: number): string[] {
  const lines: string[] = []
  for (const paragraph of text.split('\n')) {
    let line = ''
    for (const word of paragraph.split(/\s+/)) {
      const longer = line === '' ? word : `${line} ${word}`
      if (longer.length <= columns || line === '') line = longer
      else {
        lines.push(line)
        line = word
      }
    }
    lines.push(line)
  }
  const kept = lines.slice(0, count)
  const isCut = lines.length > count
  return kept.map((line, index) => {
    const isLast = isCut && index === kept.length - 1
    if (line.length <= columns && !isLast) return line
    return `${line.slice(0, columns - 1)}…`
  })
}
