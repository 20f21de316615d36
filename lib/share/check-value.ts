/** Questions about values from outside, of which nothing is known. */

import type { Point } from '@/lib/document/design'

/** No canvas reaches this far (pixels); beyond it browsers begin to draw wrongly. */
export const MAX_COORDINATE = 1_000_000

/** Whether the value is an object with named properties (not an array, not `null`). */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A property of the object itself, never one that it inherits. */
export function own(record: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined
}

export function checkPoint(value: unknown): Point | null {
  if (!isRecord(value)) return null
  const x = own(value, 'x')
  const y = own(value, 'y')
  return isCoordinate(x) && isCoordinate(y) ? { x, y } : null
}

/** A finite number within the canvas; `NaN` and the infinities fail both comparisons. */
function isCoordinate(value: unknown): value is number {
  return typeof value === 'number' && value >= -MAX_COORDINATE && value <= MAX_COORDINATE
}
