'use client'

import { useReactFlow } from '@xyflow/react'
import { Slot } from 'radix-ui/slot'
import { type KeyboardEvent, type MouseEvent, type ReactNode, useState } from 'react'
import { MENUS } from '@/components/menus/menu-chunk'
import { LateContextMenu } from '@/components/ui/late-menu'
import type { Point } from '@/lib/document/design'
import type { BlockId, FieldId } from '@/lib/schema/graph'
import { useFacetStore } from '@/lib/store/provider'
import { withEditing } from './editing-chunk'
import { blockOf, isElsewhere, isTextInput, linkOf, memberOf } from './focus'

/** What a menu is about, and where on the canvas it was asked for. */
export type MenuSubject =
  | { readonly kind: 'background'; readonly at: Point }
  | { readonly kind: 'block'; readonly blockId: BlockId }
  | { readonly kind: 'row'; readonly blockId: BlockId; readonly memberId: FieldId }
  | { readonly kind: 'relation'; readonly relationId: string }
  | { readonly kind: 'group' | 'note'; readonly id: string }

/** The menu of whatever was pressed: a row, a block, a relation, or the background. */
export function DiagramContextMenu({ children }: { readonly children: ReactNode }) {
  const flow = useReactFlow()
  const store = useFacetStore()
  const [subject, setSubject] = useState<MenuSubject | null>(null)

  const prepare = (event: MouseEvent) => {
    // The browser's own menu serves text better.
    if (isTextInput(event.target) || isElsewhere(event)) {
      event.stopPropagation()
      return
    }
    const next = subjectOf(event.target, () =>
      flow.screenToFlowPosition({ x: event.clientX, y: event.clientY }),
    )
    const { actions, selection } = store.getState()
    if (next.kind === 'relation') actions.select({ relationId: next.relationId })
    else if (next.kind === 'row') {
      actions.select({ blockIds: [next.blockId], memberId: next.memberId })
    } else if (next.kind === 'block' && !selection.blockIds.includes(next.blockId)) {
      actions.select({ blockIds: [next.blockId] })
    }
    setSubject(next)
    // Before that, it opens empty and is filled as soon as it can be.
    withEditing(store, () => {})
  }

  return (
    <LateContextMenu
      late={MENUS}
      render={({ DiagramMenu }, trigger) => <DiagramMenu trigger={trigger} subject={subject} />}
    >
      <Slot onContextMenuCapture={prepare} onKeyDown={openByKey}>
        {children}
      </Slot>
    </LateContextMenu>
  )
}

function subjectOf(target: EventTarget, point: () => Point): MenuSubject {
  const relationId = linkOf(target)
  if (relationId !== null) return { kind: 'relation', relationId }
  const blockId = blockOf(target)
  if (blockId === null) return annotationOf(target) ?? { kind: 'background', at: point() }
  const memberId = memberOf(target)
  return memberId === null ? { kind: 'block', blockId } : { kind: 'row', blockId, memberId }
}

function annotationOf(target: EventTarget): MenuSubject | null {
  const element = target instanceof Element ? target.closest('[data-group], [data-note]') : null
  if (!(element instanceof HTMLElement)) return null
  const { group, note } = element.dataset
  if (group !== undefined) return { kind: 'group', id: group }
  return note === undefined ? null : { kind: 'note', id: note }
}

/** Not every system turns these keys into a request for a menu. */
function openByKey(event: KeyboardEvent): void {
  const isMenuKey = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)
  const { target } = event
  if (!isMenuKey || isElsewhere(event) || isTextInput(target)) return
  if (!(target instanceof Element)) return
  event.preventDefault()
  openMenuAt(target)
}

/** Opens the menu of an element, at its beginning. */
export function openMenuAt(target: Element): void {
  const box = target.getBoundingClientRect()
  const isLarge = box.width > window.innerWidth / 2
  target.dispatchEvent(
    new window.MouseEvent('contextmenu', {
      bubbles: true,
      cancelable: true,
      clientX: isLarge ? box.left + box.width / 2 : box.left + Math.min(box.width, 80),
      clientY: isLarge ? box.top + box.height / 2 : box.top + Math.min(box.height, 24),
    }),
  )
}
