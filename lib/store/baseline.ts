/**
 * The version that a design is compared with: what migrations start from, and what the diagram
 * marks changes against. It belongs to a design but is no part of it: choosing one is neither an
 * undo step nor in a link. It is kept in the browser, so that a reload brings it back.
 *
 * A store of its own beside the design's (`baselineOf`), because most people never choose one.
 */

import { createStore, type StoreApi } from 'zustand/vanilla'
import { parse } from '@/lib/psl/parse'
import { compareGraphs, type GraphChanges, NO_CHANGES } from '@/lib/schema/compare-graphs'
import { deriveGraph } from '@/lib/schema/derive'
import type { SchemaGraph } from '@/lib/schema/graph'
import type { BaselineFile, BaselineStorage, KeptVersion } from '@/lib/storage/baseline-storage'
import { normalizeText } from '@/lib/text/line-endings'
import type { FacetStore } from './store'

/** A version to compare with. Lines end with `\n`; no byte order mark. */
export type Version = KeptVersion

export interface BaselineState {
  /** `null` is an empty database. */
  readonly baseline: Version | null
  /** What the design was when it was opened in this tab; `null` while nothing is open. */
  readonly opened: Version | null
  /** What the link carried that the design came by. */
  readonly link: Version | null
  /** Whether the diagram shows what changed since the baseline. */
  readonly isMarked: boolean
  /** What changed since the baseline, whether it is shown or not. */
  readonly changes: GraphChanges
  /** False when this browser refused to keep the baseline. */
  readonly isKept: boolean
}

export type BaselineStore = StoreApi<BaselineState> & {
  choose(baseline: Version | null): void
  setMarked(isMarked: boolean): void
  /** Remembers that the open design came by a link. */
  cameByLink(): void
}

const stores = new WeakMap<FacetStore, BaselineStore>()

/** The baseline of a store's design; the same for everybody who asks. */
export function baselineOf(facet: FacetStore): BaselineStore {
  let store = stores.get(facet)
  if (!store) {
    // The database library is fetched when there is something to keep or to find.
    const storage = lazyStorage(async () => {
      const { openBaselineStorage } = await import('@/lib/storage/baseline-storage')
      return openBaselineStorage()
    })
    store = createBaselineStore(facet, storage)
    stores.set(facet, store)
  }
  return store
}

function lazyStorage(load: () => Promise<BaselineStorage>): BaselineStorage {
  let loading: Promise<BaselineStorage> | null = null
  const use = () => {
    loading ??= load()
    return loading
  }
  return {
    load: async (id) => (await use().catch(() => null))?.load(id) ?? null,
    save: async (id, record) => (await use().catch(() => null))?.save(id, record) ?? false,
  }
}

const NOTHING = {
  baseline: null,
  link: null,
  isMarked: true,
  changes: NO_CHANGES,
  isKept: true,
} as const

export function createBaselineStore(facet: FacetStore, storage: BaselineStorage): BaselineStore {
  let before: SchemaGraph | null = null
  const store = createStore<BaselineState>(() => ({ ...NOTHING, opened: openedNow(facet) }))

  function show(baseline: Version | null): void {
    before = baseline && graphOf(baseline)
    store.setState({ baseline, changes: changesNow() })
  }

  function changesNow(): GraphChanges {
    return before ? compareGraphs(before, facet.getState().document.graph) : NO_CHANGES
  }

  async function keep(): Promise<void> {
    const { designId } = facet.getState()
    const { baseline, link, isMarked } = store.getState()
    if (designId === null) return
    const isKept = await storage.save(designId, { baseline, link, isMarked })
    store.setState({ isKept })
  }

  async function find(designId: string): Promise<void> {
    const record = await storage.load(designId)
    // Whoever was quicker with a choice of their own, or has moved on, is left alone.
    if (!record || facet.getState().designId !== designId || store.getState().baseline) return
    store.setState({ link: record.link, isMarked: record.isMarked })
    show(record.baseline)
  }

  facet.subscribe((state, previous) => {
    const isOpened = state.lastStep !== previous.lastStep && state.lastStep.origin === 'open'
    const isPlaced = state.document.version === previous.document.version
    if (isOpened && !isPlaced) {
      before = null
      store.setState({ ...NOTHING, opened: openedNow(facet) })
      if (state.designId !== null) void find(state.designId)
    } else if (state.designId !== previous.designId && state.designId !== null) {
      // A copy of nobody's became one's own.
      const { baseline, link } = store.getState()
      if (baseline || link) void keep()
    }
    if (before && state.document.graph !== previous.document.graph) {
      store.setState({ changes: changesNow() })
    }
  })
  const { designId } = facet.getState()
  if (designId !== null) void find(designId)

  return Object.assign(store, {
    choose(baseline: Version | null) {
      show(baseline)
      void keep()
    },
    setMarked(isMarked: boolean) {
      store.setState({ isMarked })
      void keep()
    },
    cameByLink() {
      const { opened } = store.getState()
      store.setState({ link: opened && { ...opened, label: 'What the link carried' } })
      void keep()
    },
  })
}

function openedNow(facet: FacetStore): Version | null {
  const { isReady, document } = facet.getState()
  if (!isReady) return null
  return { label: 'As it was opened', files: filesOf(document.files) }
}

/** The text of files, as the worker and the graph take it. */
export function filesOf(
  files: ReadonlyMap<string, { readonly syntax: { readonly text: string } }>,
): BaselineFile[] {
  return [...files].map(([path, { syntax }]) => ({ path, text: syntax.text }))
}

/** A version from files as they are outside: with byte order marks and any line endings. */
export function versionOf(label: string, files: readonly BaselineFile[]): Version {
  return {
    label,
    files: files.map(({ path, text }) => ({ path, text: normalizeText(text).text })),
  }
}

function graphOf({ files }: Version): SchemaGraph {
  return deriveGraph(new Map(files.map(({ path, text }) => [path, parse(text)])))
}
