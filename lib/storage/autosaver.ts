/**
 * Saves a design soon after each change. Pure logic: it is given a storage and a clock, and knows
 * neither the page nor the database.
 *
 * The newest state is never lost: it is forgotten only once the storage has confirmed it. Saves run
 * one at a time, since each is based on the revision of the one before.
 */

import {
  type DesignSnapshot,
  type DesignStorage,
  type LoadResult,
  revisionOf,
  type StorageFailure,
  toStorageError,
} from './design-storage'

export type SaveState =
  /** Everything is kept. `savedAt` is `null` when this tab has not saved yet. */
  | { readonly kind: 'saved'; readonly revision: number; readonly savedAt: number | null }
  /** There are changes that are not kept yet. */
  | { readonly kind: 'saving' }
  /** Another tab changed or deleted the design; nothing is saved until somebody decides. */
  | { readonly kind: 'conflict'; readonly message: string; readonly current: LoadResult }
  /** Saving failed and is tried again. */
  | { readonly kind: 'failed'; readonly reason: StorageFailure; readonly message: string }

export interface Clock {
  /** Milliseconds since any fixed moment. */
  now(): number
  /** Calls back once after `delayMs` unless the returned function is called first. */
  schedule(callback: () => void, delayMs: number): () => void
}

export interface AutosaverOptions {
  readonly storage: Pick<DesignStorage, 'save'>
  readonly id: string
  /** The revision that the tab shows; 0 for a design that was never saved. */
  readonly revision: number
  readonly onState?: (state: SaveState) => void
  readonly clock?: Clock
  /** How long a change may rest before it is saved. */
  readonly delayMs?: number
  /** How long changes that follow one another closely may postpone saving. */
  readonly maxDelayMs?: number
}

export interface Autosaver {
  readonly id: string
  readonly state: SaveState
  /**
   * Says that the design changed. `read` gives the newest snapshot; it is called only when a save
   * begins, so it costs nothing to call this on every keystroke.
   */
  change(read: () => DesignSnapshot): void
  /** Saves what is not kept yet, now. Call it when the page is hidden. */
  flush(): Promise<SaveState>
  /** Ends a conflict by replacing the other tab's version. */
  keepMine(): Promise<SaveState>
  /** Ends a conflict by going on as another, new design. The other tab's version stays. */
  keepAsCopy(newId: string): Promise<SaveState>
  /** Says that the tab now shows this revision, which another tab saved; drops its own changes. */
  adopt(revision: number): void
  /** Saves no more. What is not kept yet is given up: `flush` first. */
  stop(): void
}

const FIRST_RETRY_MS = 1000
const LAST_RETRY_MS = 30_000

const SYSTEM_CLOCK: Clock = {
  now: () => performance.now(),
  schedule: (callback, delayMs) => {
    const timer = setTimeout(callback, delayMs)
    return () => clearTimeout(timer)
  },
}

export function createAutosaver(options: AutosaverOptions): Autosaver {
  const { storage, onState, clock = SYSTEM_CLOCK, delayMs = 250, maxDelayMs = 2000 } = options
  let { id, revision } = options
  let state: SaveState = { kind: 'saved', revision, savedAt: null }
  /** The newest state that the storage has not confirmed and that is not being saved. */
  let unsaved: (() => DesignSnapshot) | null = null
  let unsavedSince = 0
  let running: Promise<void> | null = null
  let cancelTimer: (() => void) | null = null
  let failures = 0
  let stopped = false
  /** Counts adoptions: a save begun before one has nothing to say about the state after it. */
  let era = 0

  function enter(next: SaveState): void {
    state = next
    onState?.(next)
  }

  function scheduleSave(afterMs: number): void {
    cancelTimer?.()
    cancelTimer = clock.schedule(() => {
      cancelTimer = null
      void save()
    }, afterMs)
  }

  function scheduleSoon(): void {
    scheduleSave(Math.max(0, Math.min(delayMs, unsavedSince + maxDelayMs - clock.now())))
  }

  /** Starts a save unless one is running; either way, the promise ends with that one. */
  function save(): Promise<void> {
    if (running !== null) return running
    if (unsaved === null || stopped || state.kind === 'conflict') return Promise.resolve()
    running = saveOnce(unsaved).finally(() => {
      running = null
      // What changed while it ran, after an adoption for example, has no timer of its own yet.
      if (unsaved !== null && !stopped && state.kind === 'saving' && cancelTimer === null) {
        scheduleSoon()
      }
    })
    return running
  }

  async function saveOnce(read: () => DesignSnapshot): Promise<void> {
    cancelTimer?.()
    cancelTimer = null
    unsaved = null
    const begunIn = era
    if (state.kind !== 'saving') enter({ kind: 'saving' })
    try {
      const result = await storage.save(id, revision, read())
      if (stopped || era !== begunIn) return
      if (result.ok) {
        revision = result.revision
        failures = 0
        if (unsaved === null) enter({ kind: 'saved', revision, savedAt: result.savedAt })
      } else {
        unsaved ??= read
        enter({
          kind: 'conflict',
          message: conflictMessage(result.current),
          current: result.current,
        })
      }
    } catch (error) {
      if (stopped || era !== begunIn) return
      unsaved ??= read
      const { reason, message } = toStorageError(error)
      enter({ kind: 'failed', reason, message })
      scheduleSave(Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** failures))
      failures += 1
    }
  }

  async function flush(): Promise<SaveState> {
    if (running !== null) await running
    if (unsaved !== null) await save()
    // A change may have come in while that was written; it is saved too, but not for ever.
    if (unsaved !== null && state.kind === 'saving') await save()
    return state
  }

  function decide(newId: string, newRevision: number): Promise<SaveState> {
    id = newId
    revision = newRevision
    enter({ kind: 'saving' })
    return flush()
  }

  return {
    get id() {
      return id
    },
    get state() {
      return state
    },
    change: (read) => {
      if (stopped) return
      if (unsaved === null) unsavedSince = clock.now()
      unsaved = read
      // A conflict waits for a decision, a failure for its retry, a running save for its end.
      if (state.kind === 'conflict' || state.kind === 'failed') return
      if (state.kind !== 'saving') enter({ kind: 'saving' })
      if (running === null) scheduleSoon()
    },
    flush,
    keepMine: () => (state.kind === 'conflict' ? decide(id, revisionOf(state.current)) : flush()),
    keepAsCopy: (newId) => (state.kind === 'conflict' ? decide(newId, 0) : flush()),
    adopt: (adopted) => {
      cancelTimer?.()
      cancelTimer = null
      unsaved = null
      failures = 0
      era += 1
      revision = adopted
      enter({ kind: 'saved', revision, savedAt: null })
    },
    stop: () => {
      stopped = true
      cancelTimer?.()
      cancelTimer = null
    },
  }
}

function conflictMessage(current: LoadResult): string {
  const what =
    current.kind === 'missing'
      ? 'This design was deleted in another tab.'
      : 'This design was changed in another tab.'
  return `${what} Your changes are safe while this tab is open, but not saved. Choose which version to keep, or keep yours as a copy.`
}
