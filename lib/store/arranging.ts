/**
 * Laying out, which comes once what has a place already is on the screen. A design without places
 * waits for it; so does everything that is done by hand.
 */

import { arrangeInRows } from '@/lib/layout/arrange-in-rows'
import type { Arrange } from '@/lib/layout/types'
import type { FacetStore } from './store'

let current: Arrange | null = null

/** Without a connection it rejects, and the next call tries again. */
export async function fetchArranging(): Promise<Arrange> {
  const { layoutGraph } = await import('@/lib/layout/layout-graph')
  current = layoutGraph
  return layoutGraph
}

/** For blocks that appear at once and cannot wait: before it has come, they are set in rows. */
export function arrangeNow(): Arrange {
  return current ?? arrangeInRows
}

/** Does it at once, or as soon as it can be done. */
export function withArranging(store: FacetStore, act: (arrange: Arrange) => void): void {
  if (current) {
    act(current)
    return
  }
  fetchArranging().then(act, () => {
    const text =
      'What lays out blocks could not be loaded. Nothing was changed; check the connection and try again.'
    store.getState().actions.notify({ kind: 'error', text })
  })
}
