/**
 * What to do about files that changed in a folder while a design made of them changed here.
 *
 * Three versions of each file are compared: what the folder held when both were last one (`base`),
 * what the design holds (`mine`), and what the folder holds now (`theirs`).
 */

import { lineChanges } from '@/lib/text/line-diff'
import { normalizeText } from '@/lib/text/line-endings'
import { mergeFiles } from '@/lib/text/merge'
import { addFileChange, type FileChange, type SchemaDocument, type Step } from './document'
import type { Texts } from './unsaved'

/** What a file of the design is to hold; `null` when it goes. */
export interface TakenFile {
  readonly path: string
  readonly text: string | null
}

/** A file that was changed on both sides; `null` for a side that has deleted or never had it. */
export interface FileConflict {
  readonly path: string
  readonly mine: string | null
  readonly theirs: string | null
  /** Both versions in one text; `null` where one side has none. */
  readonly both: string | null
}

export interface OutsideChanges {
  /** What the design takes over. */
  readonly taken: readonly TakenFile[]
  /** What a person has to decide; neither side is touched until then. */
  readonly conflicts: readonly FileConflict[]
}

export function outsideChanges(base: Texts, mine: Texts, theirs: Texts): OutsideChanges {
  const taken: TakenFile[] = []
  const conflicts: FileConflict[] = []
  for (const path of new Set([...base.keys(), ...mine.keys(), ...theirs.keys()])) {
    const before = base.get(path) ?? null
    const own = mine.get(path) ?? null
    const other = theirs.get(path) ?? null
    if (other === before || other === own) continue
    if (own === before) {
      taken.push({ path, text: other })
      continue
    }
    if (own === null || other === null) {
      conflicts.push({ path, mine: own, theirs: other, both: null })
      continue
    }
    const merge = mergeFiles(before ?? '', own, other)
    if (merge.kind === 'conflict') {
      conflicts.push({ path, mine: own, theirs: other, both: merge.both })
    } else if (before === null) {
      // Two new files of one name have nothing in common to merge by.
      conflicts.push({ path, mine: own, theirs: other, both: merge.text })
    } else if (merge.text !== own) taken.push({ path, text: merge.text })
  }
  return { taken, conflicts }
}

/**
 * The step by which the design takes files over. Lines that are the same are not touched. The last
 * file stays when all would go: a design has at least one.
 */
export function takeFiles(document: SchemaDocument, taken: readonly TakenFile[]): Step {
  const gone = new Set(taken.flatMap(({ path, text }) => (text === null ? [path] : [])))
  const isLeft =
    taken.some(({ text }) => text !== null) ||
    [...document.files.keys()].some((path) => !gone.has(path))
  const [first] = document.files.keys()
  const wanted = isLeft ? taken : taken.filter(({ path }) => path !== first)
  const files = wanted.flatMap(({ path, text }): FileChange[] => {
    const file = document.files.get(path)
    if (text === null) return file ? [{ kind: 'remove', path }] : []
    if (!file) return [addFileChange({ path, text })]
    const next = normalizeText(text)
    const changes = lineChanges(file.syntax.text, next.text)
    return [{ kind: 'edit', path, changes, endings: next.endings }]
  })
  return { files, positions: new Map() }
}
