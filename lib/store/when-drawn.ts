/** Tells when the first design is on the screen, so that heavy work can wait until then. */

import { isDrawn } from '@/lib/schema/graph'
import type { FacetState } from './state'
import type { FacetStore } from './store'

/** Without a browser that says when it is idle, this long after the diagram, in ms. */
const FALLBACK_DELAY = 100

/** An idle moment is not waited for longer than this, in ms. */
const LONGEST_WAIT = 1000

/**
 * Calls back once, as soon as the open design has been painted and the browser has nothing better
 * to do. The returned function gives up waiting.
 */
export function whenDrawn(store: FacetStore, callback: () => void): () => void {
  let isOver = false
  const run = () => {
    if (!isOver) callback()
  }
  const stop = whenPainted(store, () => {
    if (typeof requestIdleCallback === 'undefined') setTimeout(run, FALLBACK_DELAY)
    else requestIdleCallback(run, { timeout: LONGEST_WAIT })
  })
  return () => {
    isOver = true
    stop()
  }
}

/**
 * Calls back once, as soon as the open design has been painted: for what somebody may want at once.
 * The returned function gives up waiting.
 */
export function whenPainted(store: FacetStore, callback: () => void): () => void {
  let isOver = false
  const run = () => {
    if (!isOver) callback()
  }
  // The first frame begins before the diagram is painted, the second after it.
  const wait = () => requestAnimationFrame(() => requestAnimationFrame(run))
  const unsubscribe = store.subscribe((state) => {
    if (!isPlaced(state)) return
    unsubscribe()
    wait()
  })
  if (isPlaced(store.getState())) {
    unsubscribe()
    wait()
  }
  return () => {
    isOver = true
    unsubscribe()
  }
}

function isPlaced({ isReady, document }: FacetState): boolean {
  return (
    isReady &&
    (document.positions.size > 0 || !document.graph.blocks.some(({ kind }) => isDrawn(kind)))
  )
}
