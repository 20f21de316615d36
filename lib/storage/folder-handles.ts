/**
 * The part of the File System Access API that is used here, so that what works with folders runs
 * with any implementation of it: the browser's, its private file system, or one in memory.
 */

/** `FileSystemFileHandle`. */
export interface FileHandle {
  readonly kind: 'file'
  readonly name: string
  getFile(): Promise<{
    /** In ms. */
    readonly lastModified: number
    /** In bytes. */
    readonly size: number
    arrayBuffer(): Promise<ArrayBuffer>
  }>
  /** What is written replaces the file when it is closed, and not before. */
  createWritable(): Promise<{
    write(bytes: Uint8Array<ArrayBuffer>): Promise<void>
    close(): Promise<void>
    abort?(): Promise<void>
  }>
}

/** `FileSystemDirectoryHandle`. */
export interface FolderHandle {
  readonly kind: 'directory'
  readonly name: string
  entries(): AsyncIterable<[string, FileHandle | FolderHandle]>
  getFileHandle(name: string, options?: { create?: boolean }): Promise<FileHandle>
  getDirectoryHandle(name: string, options?: { create?: boolean }): Promise<FolderHandle>
  removeEntry(name: string): Promise<void>
  isSameEntry?(other: FolderHandle): Promise<boolean>
  queryPermission?(mode: { mode: 'readwrite' }): Promise<PermissionState>
  requestPermission?(mode: { mode: 'readwrite' }): Promise<PermissionState>
}

interface FolderPicker {
  showDirectoryPicker?(options: { id: string; mode: 'readwrite' }): Promise<FolderHandle>
}

/** Whether this browser lets a page edit a folder in place. */
export function canOpenFolders(): boolean {
  return typeof window !== 'undefined' && 'showDirectoryPicker' in window
}

/** Lets the person choose a folder to read and write; `null` when they choose none. */
export async function pickFolder(): Promise<FolderHandle | null> {
  const { showDirectoryPicker } = window as FolderPicker
  try {
    return (await showDirectoryPicker?.({ id: 'facet-schema', mode: 'readwrite' })) ?? null
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null
    throw error
  }
}

/** Whether the folder may be read and written; with `ask`, the browser asks the person if need be. */
export async function mayUse(folder: FolderHandle, ask: 'ask' | 'look'): Promise<boolean> {
  const mode = { mode: 'readwrite' } as const
  const known = (await folder.queryPermission?.(mode)) ?? 'granted'
  if (known === 'granted' || ask === 'look') return known === 'granted'
  return (await folder.requestPermission?.(mode)) === 'granted'
}
