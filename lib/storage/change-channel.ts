/** Tells other tabs what this one did, and hears from them. */

import type { StorageChange } from './design-storage'
import { isRecord } from './records'

export interface ChangeChannel {
  send(change: StorageChange): void
  listen(listener: (change: StorageChange) => void): () => void
  close(): void
}

/** A channel among all tabs that use the same name. Where the browser has none, nothing is heard. */
export function openChangeChannel(name: string): ChangeChannel {
  const listeners = new Set<(change: StorageChange) => void>()
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name)
  if (channel !== null) {
    channel.onmessage = (event: { readonly data: unknown }) => {
      const change = readChange(event.data)
      if (change !== null) for (const listener of listeners) listener(change)
    }
  }
  return {
    send: (change) => channel?.postMessage(change),
    listen: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () => {
      listeners.clear()
      channel?.close()
    },
  }
}

/** Another tab may run another version of Facet; what is not understood is not heard. */
function readChange(value: unknown): StorageChange | null {
  if (!isRecord(value)) return null
  const { kind, id, revision, writer } = value
  if (typeof id !== 'string' || typeof writer !== 'string') return null
  if (kind === 'removed') return { kind, id, writer }
  return kind === 'saved' && typeof revision === 'number' ? { kind, id, revision, writer } : null
}
