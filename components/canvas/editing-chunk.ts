'use client'

/**
 * What changes the design by gesture: the commands, the inputs in place, the menus. None of it is
 * needed to draw the diagram, so it is fetched once that is on the screen. Whatever is asked for
 * before it has come is done when it has, in the order in which it was asked for.
 */

import { latePart, useLatePart } from '@/components/ui/late-part'
import { fetchArranging } from '@/lib/store/arranging'
import type { FacetStore } from '@/lib/store/store'

export type Editing = typeof import('./editing-parts').EDITING

const EDITING = latePart(async () => {
  // Blocks that are added are laid out, so that comes along.
  const [parts] = await Promise.all([import('./editing-parts'), fetchArranging()])
  return parts.EDITING
})

/** Without a connection it rejects, and the next call tries again. */
export const fetchEditing = EDITING.fetch

/** Does it at once, or as soon as it can be done. */
export function withEditing(store: FacetStore, act: (editing: Editing) => void): void {
  if (EDITING.current) {
    act(EDITING.current)
    return
  }
  fetchEditing().then(act, () => {
    const text =
      'Editing could not be loaded. Nothing was changed; check the connection and try again.'
    store.getState().actions.notify({ kind: 'error', text })
  })
}

/** `null` until it has come. */
export function useEditing(): Editing | null {
  return useLatePart(EDITING)
}
