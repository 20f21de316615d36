/** Which action a key press asks for. Pure; the page's state comes in as facts about the event. */

import { ACTION_LIST, type ActionId } from './app-actions'

/** What of a `KeyboardEvent` matters. */
export interface KeyPress {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

/** Where the focus is: typing text, on nothing but the page or the diagram, or elsewhere. */
export type KeyPlace = 'text' | 'page' | 'control'

/** Other keys for the same action, where platforms disagree; shown nowhere. */
const ALIASES: readonly (readonly [shortcut: string, id: ActionId])[] = [['mod+y', 'redo']]

/** Whether the key press is the shortcut, where `mod` is ⌘ on Apple platforms and Ctrl elsewhere. */
export function matchesShortcut(press: KeyPress, shortcut: string, isApple: boolean): boolean {
  const parts = shortcut.toLowerCase().split('+')
  const key = parts.pop() ?? ''
  const mod = isApple ? press.metaKey : press.ctrlKey
  const other = isApple ? press.ctrlKey : press.metaKey
  if (press.key.toLowerCase() !== key || other || press.altKey) return false
  if (mod !== parts.includes('mod')) return false
  // A sign such as `?` says itself whether it takes Shift; that depends on the keyboard.
  const isSign = key.length === 1 && key.toLowerCase() === key.toUpperCase()
  return isSign || press.shiftKey === parts.includes('shift')
}

/** The action that the app itself does for a key press; the diagram has keys of its own. */
export function actionForKey(press: KeyPress, place: KeyPlace, isApple: boolean): ActionId | null {
  for (const [id, { shortcut, scope }] of ACTION_LIST) {
    if (!shortcut || !scope || !isHeard(scope, place)) continue
    if (matchesShortcut(press, shortcut, isApple)) return id
  }
  if (place === 'text') return null
  return ALIASES.find(([shortcut]) => matchesShortcut(press, shortcut, isApple))?.[1] ?? null
}

function isHeard(scope: 'everywhere' | 'outside-text' | 'page' | 'diagram', place: KeyPlace) {
  if (scope === 'everywhere') return true
  if (scope === 'outside-text') return place !== 'text'
  return scope === 'page' && place === 'page'
}
