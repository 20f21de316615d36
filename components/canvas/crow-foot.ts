/** The marks at the ends of relations in crow's-foot notation, as SVG path data. */

import type { Side } from '@/lib/layout/edge-path'
import type { Point } from '@/lib/layout/types'
import type { Cardinality } from './links'

/** Distances from the block's edge, in pixels; all within `STUB`, the straight part of a line. */
const FOOT = 11
const BAR = 7
const SECOND_BAR = 11
const HALF_WIDTH = 5
const CIRCLE_RADIUS = 3.25

/** The mark where a line meets a block on the given side of it. Circles are meant to be filled. */
export function crowFoot(cardinality: Cardinality, point: Point, side: Side): string {
  const outward = side === 'right' ? 1 : -1
  if (cardinality === 'many') {
    return `${foot(point, outward)} ${circle(point, outward, FOOT + CIRCLE_RADIUS)}`
  }
  if (cardinality === 'zero-or-one') {
    return `${bar(point, outward, BAR)} ${circle(point, outward, FOOT + CIRCLE_RADIUS)}`
  }
  return `${bar(point, outward, BAR)} ${bar(point, outward, SECOND_BAR)}`
}

function foot({ x, y }: Point, outward: number): string {
  const tip = x + outward * FOOT
  return `M ${x} ${y - HALF_WIDTH} L ${tip} ${y} M ${x} ${y + HALF_WIDTH} L ${tip} ${y}`
}

function bar({ x, y }: Point, outward: number, distance: number): string {
  return `M ${x + outward * distance} ${y - HALF_WIDTH} v ${2 * HALF_WIDTH}`
}

function circle({ x, y }: Point, outward: number, distance: number): string {
  const left = x + outward * distance - CIRCLE_RADIUS
  const arc = `${CIRCLE_RADIUS} ${CIRCLE_RADIUS} 0 1 0`
  return `M ${left} ${y} a ${arc} ${2 * CIRCLE_RADIUS} 0 a ${arc} ${-2 * CIRCLE_RADIUS} 0`
}
