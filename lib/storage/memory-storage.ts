/** Keeps designs while the tab is open, for browsers that allow nothing more. */

import type { DesignStorage, LoadResult } from './design-storage'
import { newId, StorageError } from './design-storage'
import { type DesignRecord, summaryOf } from './records'

/** `notice` tells people why, and what it means for them. */
export function createMemoryStorage(notice: string, now: () => number = Date.now): DesignStorage {
  const records = new Map<string, DesignRecord>()
  const writer = newId()
  let last: string | null = null

  function find(id: string): LoadResult {
    const record = records.get(id)
    if (record === undefined) return { kind: 'missing' }
    const { facts: _facts, session, ...rest } = record
    return { kind: 'found', stored: { ...rest, session } }
  }

  return {
    persistence: 'memory',
    notice,
    writer,
    list: async () =>
      [...records.values()].map(summaryOf).sort((one, other) => other.savedAt - one.savedAt),
    load: async (id) => find(id),
    save: async (id, expectedRevision, snapshot) => {
      const revision = records.get(id)?.revision ?? 0
      if (revision !== expectedRevision) return { ok: false, current: find(id) }
      const record = { ...snapshot, id, revision: revision + 1, savedAt: now(), writer }
      try {
        records.set(id, structuredClone(record))
      } catch (error) {
        throw new StorageError('unexpected', error)
      }
      return { ok: true, revision: record.revision, savedAt: record.savedAt }
    },
    remove: async (id) => {
      records.delete(id)
    },
    lastOpened: async () => last,
    setLastOpened: async (id) => {
      last = id
    },
    // No other tab shares this memory.
    onChange: () => () => {},
    close: () => {},
  }
}
