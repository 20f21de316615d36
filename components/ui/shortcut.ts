/**
 * Keyboard shortcuts as people read them. A shortcut is written once, as `mod+shift+z`, and shown
 * in the manner of the platform. Matching key events is not this module's business.
 */

export type Platform = 'apple' | 'other'

interface KeyNames {
  apple: string
  other: string
  /** The name `aria-keyshortcuts` uses, from the UI Events key values. */
  aria: string
}

const KEY_NAMES: Record<string, KeyNames> = {
  enter: { apple: '↵', other: 'Enter', aria: 'Enter' },
  escape: { apple: 'Esc', other: 'Esc', aria: 'Escape' },
  backspace: { apple: '⌫', other: 'Backspace', aria: 'Backspace' },
  delete: { apple: '⌦', other: 'Del', aria: 'Delete' },
  tab: { apple: '⇥', other: 'Tab', aria: 'Tab' },
  space: { apple: 'Space', other: 'Space', aria: 'Space' },
  arrowup: { apple: '↑', other: '↑', aria: 'ArrowUp' },
  arrowdown: { apple: '↓', other: '↓', aria: 'ArrowDown' },
  arrowleft: { apple: '←', other: '←', aria: 'ArrowLeft' },
  arrowright: { apple: '→', other: '→', aria: 'ArrowRight' },
  plus: { apple: '+', other: '+', aria: 'Plus' },
  minus: { apple: '−', other: '−', aria: '-' },
}

/** Modifiers in the order each platform writes them: ⌃⌥⇧⌘, and Ctrl Alt Shift. */
const MODIFIERS: Record<Platform, readonly (readonly [name: string, shown: string])[]> = {
  apple: [
    ['ctrl', '⌃'],
    ['alt', '⌥'],
    ['shift', '⇧'],
    ['mod', '⌘'],
  ],
  other: [
    ['mod', 'Ctrl'],
    ['ctrl', 'Ctrl'],
    ['alt', 'Alt'],
    ['shift', 'Shift'],
  ],
}

const ARIA_MODIFIERS: Record<Platform, Record<string, string>> = {
  apple: { mod: 'Meta', ctrl: 'Control', alt: 'Alt', shift: 'Shift' },
  other: { mod: 'Control', ctrl: 'Control', alt: 'Alt', shift: 'Shift' },
}

/** The keycaps of a shortcut such as `mod+shift+z`, in the platform's order: `⇧ ⌘ Z`. */
export function shortcutKeys(shortcut: string, platform: Platform): string[] {
  const parts = shortcut.toLowerCase().split('+')
  const key = parts.pop() ?? ''
  const shown = MODIFIERS[platform].filter(([name]) => parts.includes(name)).map(([, s]) => s)
  return [...shown, KEY_NAMES[key]?.[platform] ?? key.toUpperCase()]
}

/** The same shortcut as the value of `aria-keyshortcuts`: `Meta+Shift+Z`. */
export function ariaKeyShortcuts(shortcut: string, platform: Platform): string {
  const parts = shortcut.toLowerCase().split('+')
  const key = parts.pop() ?? ''
  const modifiers = parts.map((part) => ARIA_MODIFIERS[platform][part] ?? part)
  return [...modifiers, KEY_NAMES[key]?.aria ?? key.toUpperCase()].join('+')
}
