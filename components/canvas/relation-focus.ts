/** Going by keyboard from a relation to where it is edited, and back. */

import type { BlockId, FieldId } from '@/lib/schema/graph'
import type { FacetStore } from '@/lib/store/store'
import type { CanvasStore } from './canvas-store'
import { blockElement } from './focus'

export function lineElement(relationId: string): SVGElement | null {
  return document.querySelector(`.canvas [data-link="${CSS.escape(relationId)}"]`)
}

/** Focuses a relation's line, once it has been drawn. */
export function focusLineSoon(relationId: string): void {
  requestAnimationFrame(() => lineElement(relationId)?.focus({ preventScroll: true }))
}

/** Selects a relation and puts the focus on the first thing that can be changed of it. */
export function editRelation(store: FacetStore, relationId: string): void {
  const { actions } = store.getState()
  actions.select({ relationId })
  actions.setExplorerOpen(true)
  focusInspectorSoon()
}

/** Focuses the inspector's first control, unfolding it if need be. */
export function focusInspectorSoon(): void {
  let attempts = 0
  const look = () => {
    const inspector = document.querySelector('aside[aria-label="Inspector"]')
    const fold = inspector?.querySelector<HTMLElement>('button[aria-expanded]')
    if (fold?.getAttribute('aria-label') === 'Show inspector') fold.click()
    const controls = inspector?.querySelectorAll<HTMLElement>(CONTROLS) ?? []
    const control = [...controls].find((element) => element !== fold)
    if (control) control.focus()
    // It may have to be fetched, or to open first.
    else if (attempts++ < ATTEMPTS) requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

const CONTROLS = 'input:not([type=hidden]), textarea, select, [role=combobox], button'
const ATTEMPTS = 60

/** Opens the popover that gives an end of the relation another block, beside its line. */
export function reconnectFrom(canvas: CanvasStore, relationId: string): void {
  const box = lineElement(relationId)?.getBoundingClientRect()
  const middle = { x: window.innerWidth / 2, y: window.innerHeight / 3 }
  const at = box ? { x: box.left + box.width / 2, y: box.top + box.height / 2 } : middle
  canvas.setState({
    reconnect: {
      relationId,
      at: {
        x: Math.max(16, Math.min(at.x, window.innerWidth - 16)),
        y: Math.max(16, Math.min(at.y, window.innerHeight - 16)),
      },
    },
  })
}

/** Opens the popover for a relation from a block, beside it, with the other side still to choose. */
export function relateFrom(
  canvas: CanvasStore,
  fromId: BlockId,
  fromMemberId: FieldId | null,
): void {
  const box = blockElement(fromId)?.getBoundingClientRect()
  if (!box) return
  const at = {
    x: Math.max(16, Math.min(box.right, window.innerWidth - 16)),
    y: Math.max(16, Math.min(box.top, window.innerHeight - 16)),
  }
  canvas.setState({ relate: { fromId, fromMemberId, toId: null, at } })
}
