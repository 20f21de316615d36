/** Which database is being tried beside a design, if any. Small, because the first load has it. */

import { createStore, type StoreApi } from 'zustand/vanilla'
import type { FacetStore } from '@/lib/store/store'

/** The databases that run in a page. */
export type TriedProvider = 'postgresql' | 'sqlite'

/** What runs in a page for each database; CockroachDB speaks PostgreSQL’s language. */
const RUNS: Readonly<Record<string, TriedProvider>> = {
  postgresql: 'postgresql',
  postgres: 'postgresql',
  cockroachdb: 'postgresql',
  sqlite: 'sqlite',
}

/** `null` for a database that does not run in a page, and has nothing to stand in for it. */
export function triedProvider(provider: string): TriedProvider | null {
  return RUNS[provider] ?? null
}

export interface TrialPane {
  /** `null` while none is. */
  readonly provider: TriedProvider | null
  /** The database that was asked for, where another runs in its place. */
  readonly insteadOf: string | null
  /** Counts the openings, so that asking again is noticed. */
  readonly opened: number
}

const panes = new WeakMap<FacetStore, StoreApi<TrialPane>>()

/** The pane of a store's design; the same for everybody who asks. */
export function trialPaneOf(store: FacetStore): StoreApi<TrialPane> {
  let pane = panes.get(store)
  if (!pane) {
    pane = createStore<TrialPane>(() => ({ provider: null, insteadOf: null, opened: 0 }))
    panes.set(store, pane)
  }
  return pane
}

export function openTrial(
  store: FacetStore,
  provider: TriedProvider,
  insteadOf: string | null = null,
): void {
  const pane = trialPaneOf(store)
  pane.setState({ provider, insteadOf, opened: pane.getState().opened + 1 })
}

export function closeTrial(store: FacetStore): void {
  trialPaneOf(store).setState({ provider: null, insteadOf: null })
}
