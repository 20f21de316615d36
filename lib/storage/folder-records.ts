/**
 * Keeps which folder a design is edited in, beside the designs: the browser's handle of it, and the
 * files as they were last seen, without which nothing could be merged after a reload. Where the
 * browser keeps nothing, it lasts as long as the tab.
 */

import { type IDBPDatabase, openDB } from 'idb'
import type { DiskFile } from './folder'
import type { FolderHandle } from './folder-handles'

export interface FolderRecord {
  readonly handle: FolderHandle
  /** For people: "./shop/prisma/schema". */
  readonly title: string
  readonly files: ReadonlyMap<string, DiskFile>
  /** Schema files of the folder that do not belong to the design, by path. */
  readonly ignored: ReadonlySet<string>
}

export interface FolderRecords {
  /** `null` when there is none, or none that is usable. Never rejects. */
  load(designId: string): Promise<FolderRecord | null>
  /** Designs with their folders. Never rejects. */
  list(): Promise<ReadonlyMap<string, FolderRecord>>
  /** False when it could not be kept. Never rejects. */
  save(designId: string, record: FolderRecord): Promise<boolean>
  remove(designId: string): Promise<void>
}

const NAME = 'facet-folders'
const STORE = 'folders'

/** Opens the storage with its first use. */
export function openFolderRecords(): FolderRecords {
  let opening: Promise<IDBPDatabase> | null = null
  const open = () => {
    opening ??= openDB(NAME, 1, {
      upgrade: (database) => {
        database.createObjectStore(STORE)
      },
      blocking: () => {
        void opening?.then((database) => database.close())
        opening = null
      },
      terminated: () => {
        opening = null
      },
    }).catch((error: unknown) => {
      opening = null
      throw error
    })
    return opening
  }
  async function attempt<T>(work: (database: IDBPDatabase) => Promise<T>, failed: T): Promise<T> {
    try {
      return await work(await open())
    } catch {
      return failed
    }
  }
  return {
    load: (designId) =>
      attempt(async (database) => readFolderRecord(await database.get(STORE, designId)), null),
    list: () =>
      attempt(async (database) => {
        const [ids, values] = await Promise.all([
          database.getAllKeys(STORE),
          database.getAll(STORE),
        ])
        return new Map(
          ids.flatMap((id, index) => {
            const record = readFolderRecord(values[index])
            return record ? [[String(id), record] as const] : []
          }),
        )
      }, new Map()),
    save: (designId, record) =>
      attempt(async (database) => {
        await database.put(STORE, record, designId)
        return true
      }, false),
    remove: (designId) => attempt((database) => database.delete(STORE, designId), undefined),
  }
}

/** Reads what was kept, which another version of Facet may have written. */
export function readFolderRecord(value: unknown): FolderRecord | null {
  if (!isRecord(value)) return null
  const { handle, title, files, ignored } = value
  if (!isRecord(handle) || handle.kind !== 'directory' || typeof title !== 'string') return null
  if (!(files instanceof Map) || ![...files.values()].every(isDiskFile)) return null
  return {
    handle: handle as unknown as FolderHandle,
    title,
    files,
    ignored: ignored instanceof Set ? ignored : new Set(),
  }
}

function isDiskFile(value: unknown): boolean {
  return (
    isRecord(value) &&
    typeof value.text === 'string' &&
    typeof value.lastModified === 'number' &&
    typeof value.size === 'number'
  )
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
