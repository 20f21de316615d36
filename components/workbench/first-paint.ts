/**
 * What runs before the first paint: the widths of the panes as this person left them, as CSS
 * variables, so that the frame that the server sends does not shift when React starts.
 */

import { NARROW_WIDTH, PREFERENCES_KEY, readPreferences } from './preferences'

function setPaneWidths(read: typeof readPreferences, key: string, narrow: number): void {
  let stored: string | null = null
  try {
    stored = localStorage.getItem(key)
  } catch {
    // Storage may be forbidden.
  }
  const preferences = read(stored, window.innerWidth)
  const width = (isOpen: boolean, size: number) =>
    `${isOpen && window.innerWidth >= narrow ? size : 0}px`
  const { style } = document.documentElement
  style.setProperty(
    '--explorer-width',
    width(preferences.isExplorerOpen, preferences.explorerWidth),
  )
  style.setProperty('--code-width', width(preferences.isCodeOpen, preferences.codeWidth))
}

/** The source of a script for the page; both functions in it use nothing outside themselves. */
export function firstPaintScript(): string {
  const key = JSON.stringify(PREFERENCES_KEY)
  return `(${setPaneWidths.toString()})(${readPreferences.toString()},${key},${NARROW_WIDTH})`
}
