/** Finds and focuses what stands for blocks and rows in the page. */

import type { SyntheticEvent } from 'react'
import type { BlockId, FieldId } from '@/lib/schema/graph'

export function blockElement(blockId: BlockId): HTMLElement | null {
  return document.querySelector(`.canvas .react-flow__node[data-id="${CSS.escape(blockId)}"]`)
}

export function memberElement(blockId: BlockId, memberId: FieldId): HTMLElement | null {
  const selector = `.canvas-row[data-member="${CSS.escape(memberId)}"]`
  return blockElement(blockId)?.querySelector<HTMLElement>(selector) ?? null
}

/**
 * Focuses a row, or its block while it has no row, once what is to be drawn has been drawn; unless
 * a quick hand has opened something else in the meantime: a text to edit, a popover or a menu.
 */
export function focusSoon(blockId: BlockId, memberId: FieldId | null): void {
  const before = document.activeElement
  requestAnimationFrame(() => {
    const now = document.activeElement
    if (now !== before && isTextInput(now) && now?.closest('.canvas')) return
    const opened = now?.closest('[role="dialog"], [role="alertdialog"], [role="menu"]')
    if (opened && !opened.contains(before)) return
    const row = memberId === null ? null : memberElement(blockId, memberId)
    const element = row ?? blockElement(blockId)
    element?.focus({ preventScroll: true })
  })
}

/** The block that an event happened in. */
export function blockOf(target: EventTarget | null): BlockId | null {
  if (!(target instanceof Element)) return null
  return target.closest('.react-flow__node')?.getAttribute('data-id') ?? null
}

/** The member whose row an event happened on. */
export function memberOf(target: EventTarget | null): FieldId | null {
  if (!(target instanceof Element)) return null
  return target.closest('[data-member]')?.getAttribute('data-member') ?? null
}

/** The line that an event happened on. */
export function linkOf(target: EventTarget | null): string | null {
  if (!(target instanceof Element)) return null
  return target.closest('[data-link]')?.getAttribute('data-link') ?? null
}

/** Which part of a row an event happened on. */
export function partOf(target: EventTarget | null): 'name' | 'type' {
  const part = target instanceof Element ? target.closest('[data-part]') : null
  return part?.getAttribute('data-part') === 'type' ? 'type' : 'name'
}

/** Whether keys pressed here are text. */
export function isTextInput(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
}

/**
 * Whether an event reached a handler through React from a menu or popover, which stands elsewhere
 * in the page.
 */
export function isElsewhere({ target, currentTarget }: SyntheticEvent): boolean {
  return !(target instanceof Node && currentTarget.contains(target))
}
