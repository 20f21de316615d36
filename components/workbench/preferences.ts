/**
 * What a person arranged in the window, remembered in this browser: which panes are open and how
 * wide they are. Sizes are pixels.
 */

export interface Preferences {
  readonly isExplorerOpen: boolean
  readonly isCodeOpen: boolean
  readonly isInspectorOpen: boolean
  /** Whether the explorer lists a design of several files by file. */
  readonly showsFiles: boolean
  readonly explorerWidth: number
  readonly codeWidth: number
  readonly inspectorHeight: number
  readonly databaseHeight: number
}

export const PREFERENCES_KEY = 'facet-workbench'

/** Below this width of the window, in pixels, panes lie over the diagram instead of beside it. */
export const NARROW_WIDTH = 900

/** Below this height of the window, in pixels, the explorer and the inspector take turns. */
export const SHORT_HEIGHT = 560

/**
 * Reads what was stored, and fills in what suits a window of this size, in pixels. It uses nothing outside
 * itself because its source also runs in the page before React does (`first-paint.ts`).
 */
export function readPreferences(
  stored: string | null,
  windowWidth: number,
  windowHeight = 800,
): Preferences {
  let values: Readonly<Record<string, unknown>> = {}
  try {
    values = JSON.parse(stored ?? '{}') ?? {}
  } catch {
    // Damaged or written by hand: as if nothing had been stored.
  }
  const flag = (name: string, fallback: boolean) => {
    const value = values[name]
    return typeof value === 'boolean' ? value : fallback
  }
  const size = (name: string, least: number, most: number, fallback: number) => {
    const value = values[name]
    const wanted = typeof value === 'number' && Number.isFinite(value) ? value : fallback
    return Math.round(Math.min(most, Math.max(least, wanted)))
  }
  return {
    // Beside an open code pane, a small window has no room for it.
    isExplorerOpen: flag('isExplorerOpen', windowWidth >= 1100),
    isCodeOpen: flag('isCodeOpen', true),
    isInspectorOpen: flag('isInspectorOpen', true),
    showsFiles: flag('showsFiles', false),
    explorerWidth: size('explorerWidth', 200, 640, windowWidth < 1280 ? 272 : 304),
    codeWidth: size('codeWidth', 300, 1100, Math.min(520, Math.max(360, windowWidth * 0.32))),
    inspectorHeight: size('inspectorHeight', 160, 1200, Math.max(280, (windowHeight - 80) * 0.55)),
    databaseHeight: size('databaseHeight', 220, 1200, Math.max(320, windowHeight * 0.5)),
  }
}

/** The preferences of this browser, for the window as it is now. */
export function loadPreferences(): Preferences {
  let stored: string | null = null
  try {
    stored = localStorage.getItem(PREFERENCES_KEY)
  } catch {
    // Storage may be forbidden; the defaults do.
  }
  return readPreferences(stored, window.innerWidth, window.innerHeight)
}

/** Remembers some of the preferences and leaves the others as they are stored. */
export function savePreferences(changed: Partial<Preferences>): void {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(PREFERENCES_KEY) ?? '{}')
    const kept = typeof stored === 'object' ? stored : {}
    localStorage.setItem(PREFERENCES_KEY, JSON.stringify({ ...kept, ...changed }))
  } catch {
    // Full or forbidden storage: the window works all the same, it is only not remembered.
  }
}
