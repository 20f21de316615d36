/** Opens the place where this browser keeps designs. */

import { openChangeChannel } from './change-channel'
import { type Connection, connect } from './connection'
import {
  type DesignReader,
  type DesignStorage,
  type DesignSummary,
  newId,
  toStorageError,
} from './design-storage'
import { createMemoryStorage } from './memory-storage'
import {
  type DesignRecord,
  readRecord,
  readSummary,
  rebuildSummary,
  recordRevision,
  summaryOf,
} from './records'

export interface DesignStorageOptions {
  readonly readDesign: DesignReader
  /** The database's name; tabs that use the same name share their designs. */
  readonly name?: string
  readonly now?: () => number
  /** How long to wait for the database before going on without it. */
  readonly openTimeoutMs?: number
}

const LAST_OPENED = 'lastOpened'

const NOTICES = {
  unavailable:
    'Designs cannot be kept in this browser: it is a private window, or storage is blocked. Everything else works; download the schema before you close this tab.',
  outdated:
    'A newer version of Facet has already used this browser’s designs. They are safe. Reload the page to get the newest version; until then, nothing is kept in this tab.',
}

/**
 * Opens the browser's database or, where that is impossible, a storage in memory whose `notice`
 * says so. Never rejects.
 */
export async function openDesignStorage(options: DesignStorageOptions): Promise<DesignStorage> {
  const { readDesign, name = 'facet', now = Date.now, openTimeoutMs = 4000 } = options
  let connection: Connection
  try {
    connection = await connect(name, openTimeoutMs)
  } catch (error) {
    const { reason } = toStorageError(error)
    return createMemoryStorage(reason === 'outdated' ? NOTICES.outdated : NOTICES.unavailable, now)
  }
  const channel = openChangeChannel(`${name}-designs`)
  const writer = newId()

  return {
    persistence: 'browser',
    notice: null,
    writer,

    list: () =>
      connection.use(async (database) => {
        const transaction = database.transaction(['designs', 'summaries'])
        ignoreOutcome(transaction)
        const designs = transaction.objectStore('designs')
        const [ids, values] = await Promise.all([
          designs.getAllKeys(),
          transaction.objectStore('summaries').getAll(),
        ])
        const summaries = new Map<string, DesignSummary>()
        for (const value of values) {
          const summary = readSummary(value)
          if (summary !== null) summaries.set(summary.id, summary)
        }
        const listed: DesignSummary[] = []
        for (const id of ids) {
          const summary = summaries.get(id) ?? rebuildSummary(id, await designs.get(id), readDesign)
          if (summary !== null) listed.push(summary)
        }
        return listed.sort((one, other) => other.savedAt - one.savedAt)
      }),

    load: (id) =>
      connection.use(async (database) =>
        readRecord(id, await database.get('designs', id), readDesign),
      ),

    save: async (id, expectedRevision, snapshot) => {
      const result = await connection.use(async (database) => {
        const transaction = database.transaction(['designs', 'summaries'], 'readwrite')
        ignoreOutcome(transaction)
        const designs = transaction.objectStore('designs')
        // Comparing and writing in one transaction is what makes two tabs safe: the database runs
        // read-write transactions on the same store one after another, across tabs.
        const current = await designs.get(id)
        if (recordRevision(current) !== expectedRevision) {
          return { ok: false, current: readRecord(id, current, readDesign) } as const
        }
        const revision = expectedRevision + 1
        const record: DesignRecord = { ...snapshot, id, revision, savedAt: now(), writer }
        try {
          await Promise.all([
            designs.put(record),
            transaction.objectStore('summaries').put(summaryOf(record)),
            transaction.done,
          ])
        } catch (error) {
          // A put that throws leaves the transaction open, and it would commit the other one.
          abort(transaction)
          throw error
        }
        return { ok: true, revision, savedAt: record.savedAt } as const
      })
      if (result.ok) channel.send({ kind: 'saved', id, revision: result.revision, writer })
      return result
    },

    remove: async (id) => {
      await connection.use(async (database) => {
        const transaction = database.transaction(['designs', 'summaries'], 'readwrite')
        await Promise.all([
          transaction.objectStore('designs').delete(id),
          transaction.objectStore('summaries').delete(id),
          transaction.done,
        ])
      })
      channel.send({ kind: 'removed', id, writer })
    },

    lastOpened: () =>
      connection.use(async (database) => {
        const id = await database.get('settings', LAST_OPENED)
        return typeof id === 'string' ? id : null
      }),

    setLastOpened: (id) =>
      connection.use(async (database) => {
        await database.put('settings', id, LAST_OPENED)
      }),

    onChange: (listener) => channel.listen(listener),

    close: () => {
      channel.close()
      connection.close()
    },
  }
}

/** For when a request of the transaction reports its failure; twice would be an unhandled one. */
function ignoreOutcome(transaction: { readonly done: Promise<void> }): void {
  transaction.done.catch(() => {})
}

function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort()
  } catch {
    // It has already been aborted, by the error that led here.
  }
}
