/** Texts of files on both sides, and whether they are the same. */

import { type DocumentFile, fileText } from '@/lib/document/document'
import type { TakenFile } from '@/lib/document/outside-changes'
import type { Texts } from '@/lib/document/unsaved'
import type { DiskFile, DiskFiles } from '@/lib/storage/folder'

/** What a file holds is made of it once. */
const texts = new WeakMap<DocumentFile, string>()

export function textsOf(files: ReadonlyMap<string, DocumentFile>): Texts {
  return new Map(
    [...files].map(([path, file]) => {
      const text = texts.get(file) ?? fileText(file)
      texts.set(file, text)
      return [path, text]
    }),
  )
}

export function textsOfDisk(files: DiskFiles): Texts {
  return new Map([...files].map(([path, { text }]: [string, DiskFile]) => [path, text]))
}

/** For people: what the design took over. */
export function takenText(taken: readonly TakenFile[], title: string): string {
  const [first] = taken
  const what = taken.length === 1 ? first?.path : `${taken.length} files`
  return `Took over changes of ${what} from ${title}. Undo brings yours back.`
}

/** A file that did not change is the same object. */
export function isSameFiles(a: DiskFiles, b: DiskFiles): boolean {
  return a.size === b.size && [...a].every(([path, file]) => b.get(path) === file)
}

/** Whether plain data is the same. */
export function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
