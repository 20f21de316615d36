/**
 * Gives blocks and fields ids that survive edits.
 *
 * What stands at the place where a name stood before an edit is still the same thing, whatever it
 * is called now. What disappears is remembered by name, so that it comes back as itself when it
 * is pasted elsewhere or its deletion is undone.
 */

import { type ChangeSet, mapPosition } from '@/lib/text/change-set'

/** Something with an id that stood somewhere before the edit. */
export interface Known {
  readonly id: string
  readonly name: string
  /** The offset of its name in the old text. */
  readonly at: number
}

/** Something that stands in the new text and needs an id. */
export interface Found {
  readonly name: string
  /** The offset of its name in the new text. */
  readonly at: number
}

/**
 * For each thing found, the index of the known thing that it is, or -1 when it is new. A name in
 * its place is surest, then the name, then the place, then having no name at all.
 */
export function matchIdentities(
  known: readonly Known[],
  found: readonly Found[],
  changes: ChangeSet | null,
): number[] {
  const matches = found.map(() => -1)
  if (known.length === 0 || found.length === 0) return matches
  const free = new Set(known.keys())
  const starts = known.map(({ at }) => (changes ? mapPosition(changes, at, -1) : -1))
  const ends = known.map(({ at, name }) =>
    changes ? mapPosition(changes, at + name.length, 1) : -2,
  )
  const pass = (fits: (known: Known, index: number, found: Found) => boolean) => {
    for (const [foundIndex, thing] of found.entries()) {
      if (matches[foundIndex] !== -1) continue
      for (const index of free) {
        if (!fits(known[index] as Known, index, thing)) continue
        matches[foundIndex] = index
        free.delete(index)
        break
      }
      if (free.size === 0) return
    }
  }
  const inPlace = (index: number, thing: Found) =>
    thing.at <= (ends[index] as number) && thing.at + thing.name.length >= (starts[index] as number)
  pass((old, index, thing) => old.name === thing.name && inPlace(index, thing))
  pass((old, _, thing) => old.name === thing.name)
  pass((_, index, thing) => inPlace(index, thing))
  // While a name is being retyped there is a moment without one.
  if (changes) pass((old, _, thing) => old.name === '' || thing.name === '')
  return matches
}
