import { describe, expect, it } from 'vitest'
import { ACTION_LIST } from './app-actions'
import { actionForKey, type KeyPlace, type KeyPress, matchesShortcut } from './shortcuts'

/** `Ctrl+Shift+z`, with the key as the browser names it. */
function press(text: string): KeyPress {
  const parts = text.split('+')
  return {
    key: parts[parts.length - 1] ?? '',
    ctrlKey: parts.includes('Ctrl'),
    metaKey: parts.includes('Meta'),
    shiftKey: parts.includes('Shift'),
    altKey: parts.includes('Alt'),
  }
}

function check(text: string, place: KeyPlace, expected: string | null, isApple = false) {
  expect(actionForKey(press(text), place, isApple)).toBe(expected)
}

describe('shortcuts', () => {
  it('use Ctrl, and on Apple platforms ⌘', () => {
    check('Ctrl+k', 'page', 'search')
    check('Meta+k', 'page', null)
    check('Meta+k', 'page', 'search', true)
    check('Ctrl+k', 'page', null, true)
  })

  it('tell undo from redo', () => {
    check('Ctrl+z', 'control', 'undo')
    check('Ctrl+Shift+Z', 'control', 'redo')
    check('Ctrl+y', 'page', 'redo')
    check('Ctrl+Alt+z', 'page', null)
  })

  it('leave undo to whatever text is being typed', () => {
    check('Ctrl+z', 'text', null)
    check('Ctrl+y', 'text', null)
    check('Ctrl+s', 'text', 'save')
  })

  it('are letters only where nothing else has the focus', () => {
    check('m', 'page', 'addModel')
    check('M', 'page', 'addModel')
    check('m', 'text', null)
    check('m', 'control', null)
    check('Ctrl+m', 'page', null)
  })

  it('take a sign with or without Shift, as keyboards differ', () => {
    check('Shift+?', 'page', 'showShortcuts')
    check('?', 'control', 'showShortcuts')
    check('?', 'text', null)
  })

  it('leave to the diagram what is its own', () => {
    check('Ctrl+d', 'page', null)
    check('F2', 'page', null)
  })

  it('are each for one action', () => {
    const shortcuts = ACTION_LIST.flatMap(([, { shortcut }]) => (shortcut ? [shortcut] : []))
    expect(new Set(shortcuts).size).toBe(shortcuts.length)
  })

  it('match exactly', () => {
    expect(matchesShortcut(press('Shift+m'), 'm', false)).toBe(false)
    expect(matchesShortcut(press('Ctrl+Shift+Z'), 'mod+z', false)).toBe(false)
  })
})
