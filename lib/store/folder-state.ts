/**
 * The folder on disk that the open design is edited in, as far as views need to know. It is no part
 * of the design: linking one is no undo step and is in no link. What happens with it is in
 * `folder.ts`, which is loaded later.
 *
 * A store of its own beside the design's (`folderStateOf`), because most designs have no folder.
 */

import { createStore, type StoreApi } from 'zustand/vanilla'
import type { FileConflict } from '@/lib/document/outside-changes'
import type { SchemaChoice } from '@/lib/document/schema-folders'
import { NOTHING_UNSAVED, type Unsaved } from '@/lib/document/unsaved'
import type { FacetStore } from './store'

/** What a person is asked; `answer` goes on. */
export type FolderQuestion =
  /** Which of several schemas in a folder to open; `null` for none. */
  | {
      readonly kind: 'schema'
      readonly folder: string
      readonly choices: readonly SchemaChoice[]
      answer(choice: SchemaChoice | null): void
    }
  /** Whether files may be made and deleted in the folder. */
  | {
      readonly kind: 'save'
      readonly unsaved: Unsaved
      answer(isAgreed: boolean): void
    }
  /** What to do about files that were changed on both sides. */
  | { readonly kind: 'conflicts' }

export interface FolderState {
  /** `away`: the design has a folder, which the browser does not let us use until it is asked. */
  readonly phase: 'none' | 'away' | 'open'
  /** For people: "./shop/prisma". Empty without a folder. */
  readonly title: string
  readonly unsaved: Unsaved
  readonly conflicts: readonly FileConflict[]
  readonly isSaving: boolean
  /** Why the folder cannot be used now, for people. */
  readonly trouble: string | null
  readonly question: FolderQuestion | null
}

export const NO_FOLDER: FolderState = {
  phase: 'none',
  title: '',
  unsaved: NOTHING_UNSAVED,
  conflicts: [],
  isSaving: false,
  trouble: null,
  question: null,
}

export type FolderStore = StoreApi<FolderState>

const stores = new WeakMap<FacetStore, FolderStore>()

/** The folder of a store's design; the same for everybody who asks. */
export function folderStateOf(facet: FacetStore): FolderStore {
  let store = stores.get(facet)
  if (!store) {
    store = createStore<FolderState>(() => NO_FOLDER)
    stores.set(facet, store)
  }
  return store
}
