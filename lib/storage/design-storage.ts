/**
 * What keeping designs means, whatever keeps them: the browser's database (`indexed-db.ts`) or,
 * where there is none, memory (`memory-storage.ts`).
 *
 * Each save names the revision that it is based on. When the kept design is at another revision,
 * nothing is written and the caller is told, so that two tabs never overwrite each other silently.
 * This room does not know what makes a design valid: it is handed a `DesignReader`.
 */

import type { Design } from '@/lib/document/design'

/** Judges a value that was read back: it may have been written by another version, or damaged. */
export type DesignReader = (
  value: unknown,
) =>
  | { readonly ok: true; readonly design: Design }
  | { readonly ok: false; readonly message: string }

/** Facts about a design that a list can show without opening it. */
export interface DesignFacts {
  readonly blockCount: number
  /** The datasource's provider, or `null` when the schema names none. */
  readonly provider: string | null
}

/** What there is to keep at one moment. */
export interface DesignSnapshot {
  readonly design: Design
  /** State beside the design, such as the undo history: anything the structured clone takes. */
  readonly session?: unknown
  readonly facts?: DesignFacts
}

export interface StoredDesign {
  readonly id: string
  /** Counts the saves of this design, from 1. */
  readonly revision: number
  /** Milliseconds since 1970. */
  readonly savedAt: number
  /** The tab that saved it. */
  readonly writer: string
  readonly design: Design
  /** As it was given, or `undefined`. Not checked: whoever wrote it must judge it. */
  readonly session: unknown
}

export interface DesignSummary {
  readonly id: string
  readonly name: string
  readonly savedAt: number
  readonly revision: number
  readonly fileCount: number
  readonly facts: DesignFacts | null
  /** The record cannot be opened; `load` says why and gives what is there. */
  readonly damaged: boolean
}

export type LoadResult =
  | { readonly kind: 'found'; readonly stored: StoredDesign }
  | { readonly kind: 'missing' }
  | {
      readonly kind: 'damaged'
      readonly revision: number
      readonly message: string
      /** The record as JSON, so that its texts can still be rescued by hand. */
      readonly raw: string
    }

export type SaveResult =
  | { readonly ok: true; readonly revision: number; readonly savedAt: number }
  /** Nothing was written: the design is not at the expected revision. */
  | { readonly ok: false; readonly current: LoadResult }

/** Something that another tab did. */
export type StorageChange =
  | {
      readonly kind: 'saved'
      readonly id: string
      readonly revision: number
      readonly writer: string
    }
  | { readonly kind: 'removed'; readonly id: string; readonly writer: string }

/** Each promise rejects only with a `StorageError`. */
export interface DesignStorage {
  /** `memory` means that designs are gone when the tab closes; `notice` says so to people. */
  readonly persistence: 'browser' | 'memory'
  readonly notice: string | null
  /** This tab's name among the writers. */
  readonly writer: string
  /** All designs, the last saved first. A damaged one is listed as such. */
  list(): Promise<DesignSummary[]>
  load(id: string): Promise<LoadResult>
  /** Saves if the kept design is at `expectedRevision`; 0 means that there is none yet. */
  save(id: string, expectedRevision: number, snapshot: DesignSnapshot): Promise<SaveResult>
  remove(id: string): Promise<void>
  lastOpened(): Promise<string | null>
  setLastOpened(id: string | null): Promise<void>
  /** Calls the listener for what other tabs do, until the returned function is called. */
  onChange(listener: (change: StorageChange) => void): () => void
  close(): void
}

export type StorageFailure = 'full' | 'outdated' | 'unavailable' | 'unexpected'

const MESSAGES: Readonly<Record<StorageFailure, string>> = {
  full: 'There is no space left to keep this design in the browser. Your changes are safe while this tab is open: download the schema, or delete designs that you no longer need.',
  outdated:
    'A newer version of Facet is open in another tab, so this tab can no longer save. Download the schema if you have changes here, then reload this tab.',
  unavailable:
    'The browser does not let Facet keep designs right now. Your changes are safe while this tab is open; saving is tried again.',
  unexpected:
    'This design could not be saved. Your changes are safe while this tab is open; saving is tried again.',
}

/** Why designs cannot be read or kept. The message is meant for people. */
export class StorageError extends Error {
  constructor(
    readonly reason: StorageFailure,
    cause?: unknown,
  ) {
    super(MESSAGES[reason], { cause })
    this.name = 'StorageError'
  }
}

/** Translates whatever a browser throws. */
export function toStorageError(error: unknown): StorageError {
  if (error instanceof StorageError) return error
  // Not `instanceof DOMException`: Firefox and older browsers throw several classes.
  const name = error instanceof Error || error instanceof DOMException ? error.name : ''
  switch (name) {
    case 'QuotaExceededError':
      return new StorageError('full', error)
    case 'VersionError':
      return new StorageError('outdated', error)
    case 'InvalidStateError':
    case 'SecurityError':
    case 'NotAllowedError':
    case 'AbortError':
    case 'UnknownError':
      return new StorageError('unavailable', error)
    default:
      return new StorageError('unexpected', error)
  }
}

/** The revision to expect when replacing what `load` or a refused `save` found. */
export function revisionOf(result: LoadResult): number {
  if (result.kind === 'found') return result.stored.revision
  return result.kind === 'damaged' ? result.revision : 0
}

/** A name for a new design or tab: 128 random bits. Works on pages without HTTPS as well. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
