/**
 * Keeps what migrations start from, beside the designs: which earlier version of a design a person
 * compares it with. It is no part of the design and travels nowhere. Where the browser keeps
 * nothing, it lasts as long as the tab.
 */

import { type IDBPDatabase, openDB } from 'idb'

export interface BaselineFile {
  readonly path: string
  readonly text: string
}

export interface KeptVersion {
  /** Where it came from, for people: "library.prisma". */
  readonly label: string
  readonly files: readonly BaselineFile[]
}

/** What is kept for one design. */
export interface BaselineRecord {
  /** What migrations start from; `null` for an empty database. */
  readonly baseline: KeptVersion | null
  /** What the link carried that the design came by. */
  readonly link: KeptVersion | null
  /** Whether the diagram shows what changed since. */
  readonly isMarked: boolean
}

export interface BaselineStorage {
  /** `null` when there is none, or none that is usable. Never rejects. */
  load(designId: string): Promise<BaselineRecord | null>
  /** False when it could not be kept. Never rejects. */
  save(designId: string, record: BaselineRecord): Promise<boolean>
}

const NAME = 'facet-baselines'
const STORE = 'baselines'

/** Designs whose baselines are kept; the oldest go first. */
const MAX_RECORDS = 100

/** Opens the storage with its first use. */
export function openBaselineStorage(now: () => number = Date.now): BaselineStorage {
  let opening: Promise<IDBPDatabase> | null = null
  const open = () => {
    opening ??= openDB(NAME, 1, {
      upgrade: (database) => {
        database.createObjectStore(STORE).createIndex('savedAt', 'savedAt')
      },
      blocking: () => forget(),
      terminated: () => {
        opening = null
      },
    }).catch((error: unknown) => {
      opening = null
      throw error
    })
    return opening
  }
  const forget = () => {
    void opening?.then((database) => database.close())
    opening = null
  }
  return {
    async load(designId) {
      try {
        return readBaseline(await (await open()).get(STORE, designId))
      } catch {
        return null
      }
    },
    async save(designId, record) {
      try {
        const store = (await open()).transaction(STORE, 'readwrite').objectStore(STORE)
        await store.put({ ...record, savedAt: now() }, designId)
        const excess = (await store.count()) - MAX_RECORDS
        if (excess > 0) {
          const oldest = await store.index('savedAt').getAllKeys(null, excess)
          await Promise.all(oldest.map((key) => store.delete(key)))
        }
        return true
      } catch {
        return false
      }
    },
  }
}

/** Reads what was kept, which another version of Facet may have written. */
export function readBaseline(value: unknown): BaselineRecord | null {
  if (!isRecord(value)) return null
  return {
    baseline: readVersion(value.baseline),
    link: readVersion(value.link),
    isMarked: value.isMarked !== false,
  }
}

function readVersion(value: unknown): KeptVersion | null {
  if (!isRecord(value) || typeof value.label !== 'string' || !Array.isArray(value.files))
    return null
  const files: BaselineFile[] = []
  for (const file of value.files) {
    if (!isRecord(file) || typeof file.path !== 'string' || typeof file.text !== 'string')
      return null
    files.push({ path: file.path, text: file.text })
  }
  const isUnique = new Set(files.map(({ path }) => path)).size === files.length
  return isUnique ? { label: value.label, files } : null
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
