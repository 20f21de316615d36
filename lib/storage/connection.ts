/**
 * The connection to the database: its layout, its migrations, and staying connected when the
 * browser drops the connection.
 */

import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { StorageError, toStorageError } from './design-storage'

/** Values are `unknown` because what was stored is never trusted when it is read. */
interface Layout extends DBSchema {
  /** A `DesignRecord` by its id. */
  designs: { key: string; value: unknown }
  /** A `DesignSummary` for each design, so that a list need not read every text. */
  summaries: { key: string; value: unknown }
  settings: { key: string; value: unknown }
}

export type Database = IDBPDatabase<Layout>

/**
 * Step N leads from version N to N + 1. To change the layout, append a step and never edit one
 * that was released: people come back after years with any version. A step may also rewrite
 * records; what it cannot read it must leave as it is.
 */
const MIGRATIONS: readonly ((database: Database) => void)[] = [
  (database) => {
    database.createObjectStore('designs', { keyPath: 'id' })
    database.createObjectStore('summaries', { keyPath: 'id' })
    database.createObjectStore('settings')
  },
]

export interface Connection {
  /** Runs database work, reconnecting once if the connection turns out to be gone. */
  use<T>(work: (database: Database) => Promise<T>): Promise<T>
  close(): void
}

/**
 * Connects, or rejects with a `StorageError` when that fails or takes longer than `timeoutMs`: some
 * browsers never answer, and a tab with an old version of Facet can stand in the way.
 */
export async function connect(name: string, timeoutMs: number): Promise<Connection> {
  let database: Promise<Database> | null = null
  let outdated = false
  let closed = false

  async function open(): Promise<Database> {
    let late = false
    const opening = openDB<Layout>(name, MIGRATIONS.length, {
      upgrade: (upgrading, oldVersion) => {
        for (const migrate of MIGRATIONS.slice(oldVersion)) migrate(upgrading)
      },
      blocking: () => {
        // A newer Facet wants to change the layout; holding on would block it.
        outdated = true
        void opening.then((opened) => opened.close())
      },
      terminated: () => {
        database = null
      },
    })
    // A connection that nobody waits for any more would only stand in others' way.
    opening.then(
      (opened) => {
        if (late || closed) opened.close()
      },
      () => {},
    )
    let timer: ReturnType<typeof setTimeout> | undefined
    const timeout = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        late = true
        reject(new StorageError('unavailable'))
      }, timeoutMs)
    })
    try {
      return await Promise.race([opening, timeout])
    } catch (error) {
      database = null
      throw error
    } finally {
      clearTimeout(timer)
    }
  }

  async function attempt<T>(work: (opened: Database) => Promise<T>): Promise<T> {
    if (closed) throw new StorageError('unavailable')
    if (outdated) throw new StorageError('outdated')
    database ??= open()
    return work(await database)
  }

  async function use<T>(work: (opened: Database) => Promise<T>): Promise<T> {
    try {
      return await attempt(work)
    } catch (error) {
      // What a transaction on a closed connection throws: nothing has been done yet.
      if (!(error instanceof DOMException) || error.name !== 'InvalidStateError') {
        throw toStorageError(error)
      }
    }
    database = null
    try {
      return await attempt(work)
    } catch (error) {
      throw toStorageError(error)
    }
  }

  await use(async () => {})
  return {
    use,
    close: () => {
      closed = true
      database?.then(
        (opened) => opened.close(),
        () => {},
      )
    },
  }
}
