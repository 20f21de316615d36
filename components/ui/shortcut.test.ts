import { describe, expect, test } from 'vitest'
import { ariaKeyShortcuts, shortcutKeys } from './shortcut'

describe('shortcuts', () => {
  function check(shortcut: string, apple: string, other: string) {
    expect(shortcutKeys(shortcut, 'apple').join(' ')).toBe(apple)
    expect(shortcutKeys(shortcut, 'other').join(' ')).toBe(other)
  }

  test('are shown in the order and signs of the platform', () => {
    check('mod+k', '⌘ K', 'Ctrl K')
    check('mod+shift+z', '⇧ ⌘ Z', 'Ctrl Shift Z')
    check('alt+arrowup', '⌥ ↑', 'Alt ↑')
    check('enter', '↵', 'Enter')
    check('mod+plus', '⌘ +', 'Ctrl +')
  })

  test('are told to assistive technology by their key values', () => {
    expect(ariaKeyShortcuts('mod+shift+z', 'apple')).toBe('Meta+Shift+Z')
    expect(ariaKeyShortcuts('mod+shift+z', 'other')).toBe('Control+Shift+Z')
    expect(ariaKeyShortcuts('delete', 'other')).toBe('Delete')
    expect(ariaKeyShortcuts('?', 'other')).toBe('?')
  })
})
