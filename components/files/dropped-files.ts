/**
 * The files of a drop, those inside dropped folders included. A dropped project may hold anything,
 * so what cannot hold a schema is not even read.
 */

import { canOpenFolders, type FolderHandle } from '@/lib/storage/folder-handles'

/** Folders of tools and dependencies: large, and never where a person keeps a schema. */
const SKIPPED_FOLDERS = /^(node_modules|\..*|dist|build|out|coverage)$/

const SCHEMA_FILES = /\.(prisma|sql|ddl|dbml|zip|json)$/i

/** More files than any schema has. */
const MAX_FILES = 2000

export interface DroppedFiles {
  readonly hasFolder: boolean
  read(): Promise<File[]>
}

/** Must be called while the drop is handled: afterwards the browser shows its items no more. */
export function droppedFiles(transfer: DataTransfer): DroppedFiles {
  const entries = [...transfer.items].flatMap((item) => {
    const entry = item.kind === 'file' ? item.webkitGetAsEntry() : null
    return entry ? [entry] : []
  })
  const files = [...transfer.files]
  const hasFolder = entries.some(({ isDirectory }) => isDirectory)
  return { hasFolder, read: async () => (hasFolder ? readEntries(entries) : files) }
}

interface HandleItem {
  getAsFileSystemHandle?(): Promise<{ readonly kind: string } | null>
}

/**
 * The folder that was dropped, where it is the only thing and this browser can edit it in place.
 * As above, to be called while the drop is handled.
 */
export async function droppedFolder({ items }: DataTransfer): Promise<FolderHandle | null> {
  const [item, ...others] = [...items].filter(({ kind }) => kind === 'file')
  if (!item || others.length > 0 || !canOpenFolders()) return null
  const handle = await (item as HandleItem).getAsFileSystemHandle?.().catch(() => null)
  return handle?.kind === 'directory' ? (handle as FolderHandle) : null
}

async function readEntries(roots: readonly FileSystemEntry[]): Promise<File[]> {
  const files: File[] = []
  const waiting = [...roots]
  while (waiting.length > 0 && files.length < MAX_FILES) {
    const entry = waiting.shift()
    if (entry && isFile(entry)) {
      // A file dropped by itself is meant, whatever it is called.
      if (SCHEMA_FILES.test(entry.name) || roots.includes(entry)) files.push(await readFile(entry))
    } else if (entry && isDirectory(entry) && !SKIPPED_FOLDERS.test(entry.name)) {
      waiting.push(...(await readDirectory(entry)))
    }
  }
  return files
}

/** The file, with its path in the dropped folder where a folder picker would put it. */
async function readFile(entry: FileSystemFileEntry): Promise<File> {
  const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject))
  const path = entry.fullPath.replace(/^\//, '')
  return Object.defineProperty(file, 'webkitRelativePath', { value: path })
}

/** A directory is read in portions; an empty one is the end. */
async function readDirectory(entry: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = entry.createReader()
  const entries: FileSystemEntry[] = []
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (portion.length === 0) return entries
    entries.push(...portion)
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}

function isDirectory(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}
