/**
 * Reads and writes the schema files of a folder on the person's disk.
 *
 * Nothing is written but what is asked for, and nothing over a file that is not as it was last
 * seen. Folders of tools and dependencies are never entered. What is in a file is text as `decode`
 * gives it: byte order mark and line endings included.
 */

import type { FileHandle, FolderHandle } from './folder-handles'
import { errorName } from './folder-trouble'

/** A file as it was last seen on disk. */
export interface DiskFile {
  readonly text: string
  /** In ms. */
  readonly lastModified: number
  /** In bytes. */
  readonly size: number
}

export type DiskFiles = ReadonlyMap<string, DiskFile>

export interface FolderContents {
  /** By path in the folder. */
  readonly files: DiskFiles
  /** Schema files that could not be read, with the reason as a sentence after the path. */
  readonly unreadable: ReadonlyMap<string, string>
}

export type Decode = (bytes: Uint8Array) => { readonly text: string } | { readonly problem: string }

interface ReadOptions {
  readonly decode: Decode
  /** What is known already; a file of the same time and size is not read again. */
  readonly known?: DiskFiles
  /** Looks only into folders where a known file is. */
  readonly isShallow?: boolean
}

/** Folders of tools and dependencies, which are large, and where no schema is a person's own. */
const SKIPPED_FOLDER = /^(?:node_modules|\..*|dist|build|out|coverage|migrations|__MACOSX)$/

/** Far more than any schema has; beyond, the wrong folder was chosen. */
const MAX_FILES = 2000
const MAX_FILE_BYTES = 5 * 1024 * 1024
const MAX_DEPTH = 12

/** Rejects with the browser's error when the folder itself cannot be read. */
export async function readFolder(
  folder: FolderHandle,
  { decode, known = new Map(), isShallow = false }: ReadOptions,
): Promise<FolderContents> {
  const files = new Map<string, DiskFile>()
  const unreadable = new Map<string, string>()
  const wanted = isShallow ? foldersOf(known.keys()) : null

  async function readFile(path: string, handle: FileHandle): Promise<void> {
    if (!isUsable(path)) {
      unreadable.set(path, 'has a name that is not usable on every system.')
      return
    }
    try {
      const file = await handle.getFile()
      const { lastModified, size } = file
      const before = known.get(path)
      if (before && before.lastModified === lastModified && before.size === size) {
        files.set(path, before)
      } else if (size > MAX_FILE_BYTES) {
        unreadable.set(path, 'is larger than 5 MB.')
      } else {
        const decoded = decode(new Uint8Array(await file.arrayBuffer()))
        if ('problem' in decoded) unreadable.set(path, decoded.problem)
        else files.set(path, { text: decoded.text, lastModified, size })
      }
    } catch (error) {
      // Deleted between listing and reading: as if it had not been listed.
      if (errorName(error) !== 'NotFoundError') unreadable.set(path, 'could not be read.')
    }
  }

  async function walk(current: FolderHandle, prefix: string, depth: number): Promise<void> {
    const folders: [string, FolderHandle][] = []
    for await (const [name, handle] of current.entries()) {
      const path = prefix + name
      if (handle.kind === 'directory') {
        const isWanted = wanted?.has(path) ?? !SKIPPED_FOLDER.test(name)
        if (isWanted && depth < MAX_DEPTH) folders.push([path, handle])
      } else if (name.endsWith('.prisma') && !name.startsWith('._') && files.size < MAX_FILES) {
        await readFile(path, handle)
      }
    }
    for (const [path, handle] of folders) await walk(handle, `${path}/`, depth + 1)
  }

  await walk(folder, '', 0)
  return { files: sorted(files), unreadable: sorted(unreadable) }
}

/** That a file is not as it was last seen, so that it was not touched. */
export class ChangedOnDisk extends Error {
  constructor(readonly path: string) {
    super(`${path} is not as it was last seen`)
  }
}

/**
 * Writes a file whole, and gives what is on disk then. `expected` is the file as it was last seen,
 * or `null` where none is expected.
 * @throws ChangedOnDisk without having written anything, or the browser's error.
 */
export async function writeFile(
  folder: FolderHandle,
  path: string,
  text: string,
  expected: DiskFile | null,
): Promise<DiskFile> {
  const { parent, name } = await locate(folder, path, { create: expected === null })
  const found = await parent.getFileHandle(name).catch(noneIfMissing)
  await expectAsSeen(path, found, expected)
  const handle = found ?? (await parent.getFileHandle(name, { create: true }))
  try {
    const writable = await handle.createWritable()
    try {
      await writable.write(new TextEncoder().encode(text))
      await writable.close()
    } catch (error) {
      await writable.abort?.().catch(() => {})
      throw error
    }
  } catch (error) {
    // A file that only came to be for this must not stay behind empty.
    if (!found) await parent.removeEntry(name).catch(() => {})
    throw error
  }
  const { lastModified, size } = await handle.getFile()
  return { text, lastModified, size }
}

/**
 * Deletes a file, unless it is gone already.
 * @throws ChangedOnDisk when it is not as it was last seen, or the browser's error.
 */
export async function deleteFile(
  folder: FolderHandle,
  path: string,
  expected: DiskFile,
): Promise<void> {
  try {
    const { parent, name } = await locate(folder, path, { create: false })
    await expectAsSeen(path, await parent.getFileHandle(name), expected)
    await parent.removeEntry(name)
  } catch (error) {
    noneIfMissing(error)
  }
}

/** The folder in which a path's file is, made with `create`. */
async function locate(
  folder: FolderHandle,
  path: string,
  options: { create: boolean },
): Promise<{ parent: FolderHandle; name: string }> {
  const parts = path.split('/')
  const name = parts.pop() ?? ''
  let parent = folder
  for (const part of parts) parent = await parent.getDirectoryHandle(part, options)
  return { parent, name }
}

/** The handle of a folder inside another. */
export async function folderAt(folder: FolderHandle, path: string): Promise<FolderHandle> {
  let current = folder
  for (const part of path.split('/')) {
    if (part !== '') current = await current.getDirectoryHandle(part)
  }
  return current
}

async function expectAsSeen(
  path: string,
  handle: FileHandle | null,
  expected: DiskFile | null,
): Promise<void> {
  if (!handle && !expected) return
  const file = await handle?.getFile()
  const isAsSeen =
    file && file.lastModified === expected?.lastModified && file.size === expected.size
  if (!isAsSeen) throw new ChangedOnDisk(path)
}

function noneIfMissing(error: unknown): null {
  if (errorName(error) === 'NotFoundError') return null
  throw error
}

/** Whether a design can have the path; what is in a folder may have names that few systems allow. */
function isUsable(path: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: They are what is looked for.
  const isOdd = /[\u0000-\u001f\u007f\\]|^[A-Za-z]:/.test(path)
  return !isOdd && path.length <= 400 && !path.split('/').includes('__proto__')
}

function foldersOf(paths: Iterable<string>): Set<string> {
  const folders = new Set<string>()
  for (const path of paths) {
    const parts = path.split('/').slice(0, -1)
    for (const index of parts.keys()) folders.add(parts.slice(0, index + 1).join('/'))
  }
  return folders
}

function sorted<T>(map: ReadonlyMap<string, T>): Map<string, T> {
  return new Map([...map].sort(([a], [b]) => (a < b ? -1 : 1)))
}
