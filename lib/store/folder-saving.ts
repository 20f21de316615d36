/** Writes what is not saved yet to a folder: first what is new or changed, then deletions. */

import type { Texts, Unsaved } from '@/lib/document/unsaved'
import { type DiskFile, type DiskFiles, deleteFile, writeFile } from '@/lib/storage/folder'
import type { FolderHandle } from '@/lib/storage/folder-handles'

export interface Saved {
  /** The files as they are on disk now. */
  readonly files: Map<string, DiskFile>
  readonly written: readonly string[]
  readonly deleted: readonly string[]
  /** Where it stopped; what came before is saved. */
  readonly failure: { readonly path: string; readonly error: unknown } | null
}

export function writeUnsaved(
  folder: FolderHandle,
  seen: DiskFiles,
  texts: Texts,
  unsaved: Unsaved,
): Promise<Saved> {
  return oneTabAtATime(() => writeAll(folder, seen, texts, unsaved))
}

/** So that no other tab writes between looking at a file and writing it. */
function oneTabAtATime<T>(work: () => Promise<T>): Promise<T> {
  const locks = globalThis.navigator?.locks
  return locks ? locks.request('facet-folder', work) : work()
}

async function writeAll(
  folder: FolderHandle,
  seen: DiskFiles,
  texts: Texts,
  { changed, added, removed }: Unsaved,
): Promise<Saved> {
  const files = new Map(seen)
  const written: string[] = []
  const deleted: string[] = []
  let path = ''
  try {
    for (path of [...added, ...changed]) {
      files.set(path, await writeFile(folder, path, texts.get(path) ?? '', seen.get(path) ?? null))
      written.push(path)
    }
    for (path of removed) {
      const file = seen.get(path)
      if (file) await deleteFile(folder, path, file)
      files.delete(path)
      deleted.push(path)
    }
  } catch (error) {
    return { files, written, deleted, failure: { path, error } }
  }
  return { files, written, deleted, failure: null }
}

/** "Saved 2 files and deleted 1 in ./prisma." */
export function savedText({ written, deleted }: Saved, title: string): string {
  const names = (paths: readonly string[]) =>
    paths.length === 1 ? paths[0] : `${paths.length} files`
  if (deleted.length === 0) return `Saved ${names(written)} in ${title}`
  if (written.length === 0) return `Deleted ${names(deleted)} in ${title}`
  return `Saved ${names(written)} and deleted ${names(deleted)} in ${title}`
}
