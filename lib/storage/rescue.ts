/**
 * A last resort for the moment in which a page goes: a browser may not finish a database write
 * that begins then, but it does finish a synchronous one. What was not saved yet is left here, and
 * the next start saves it, if the design is still as it was when the page went.
 */

export interface Rescue {
  readonly id: string
  /** The revision that the unsaved state was based on; 0 for a design that was never saved. */
  readonly revision: number
  /** The design as a design file. */
  readonly json: string
}

const KEY = 'facet.rescue'

/** The part of `localStorage` that is used; it may throw whenever it likes. */
export type RescueArea = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** The browser's `localStorage`, or nothing at all where a person has forbidden it. */
export function browserRescueArea(): RescueArea {
  try {
    return localStorage
  } catch {
    return { getItem: () => null, setItem: () => {}, removeItem: () => {} }
  }
}

/** Leaves an unsaved state behind. Does nothing when there is no room: it is a last resort. */
export function leaveRescue(area: RescueArea, rescue: Rescue): void {
  try {
    area.setItem(KEY, JSON.stringify(rescue))
  } catch {
    dropRescue(area)
  }
}

/** What an earlier page left behind, or `null`. It stays until `dropRescue`. */
export function findRescue(area: RescueArea): Rescue | null {
  try {
    const value: unknown = JSON.parse(area.getItem(KEY) ?? 'null')
    if (typeof value !== 'object' || value === null) return null
    const { id, revision, json } = value as Partial<Record<keyof Rescue, unknown>>
    if (typeof id !== 'string' || typeof revision !== 'number' || typeof json !== 'string') {
      return null
    }
    return { id, revision, json }
  } catch {
    return null
  }
}

export function dropRescue(area: RescueArea): void {
  try {
    area.removeItem(KEY)
  } catch {
    // Without storage there is nothing to remove.
  }
}
