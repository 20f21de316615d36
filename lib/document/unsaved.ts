/** Which files of a design its folder does not have as they are. */

/** Whole texts of files, byte order marks and line endings included, by path. */
export type Texts = ReadonlyMap<string, string>

/** The files of a design that differ from those of its folder, by path. */
export interface Unsaved {
  readonly changed: readonly string[]
  readonly added: readonly string[]
  readonly removed: readonly string[]
}

export const NOTHING_UNSAVED: Unsaved = { changed: [], added: [], removed: [] }

export function unsavedFiles(base: Texts, mine: Texts): Unsaved {
  const changed: string[] = []
  const added: string[] = []
  for (const [path, text] of mine) {
    const before = base.get(path)
    if (before === undefined) added.push(path)
    else if (before !== text) changed.push(path)
  }
  const removed = [...base.keys()].filter((path) => !mine.has(path))
  if (changed.length + added.length + removed.length === 0) return NOTHING_UNSAVED
  return { changed, added, removed }
}

export function countUnsaved({ changed, added, removed }: Unsaved): number {
  return changed.length + added.length + removed.length
}
