import { expect, test } from 'vitest'
import { TextHistory } from './text-history'

test('what is typed in one go is undone in one go', () => {
  const history = new TextHistory('')
  history.record('S', 0)
  history.record('SE', 100)
  history.record('SEL', 2_000)
  expect(history.undo()).toBe('SE')
  expect(history.undo()).toBe('')
  expect(history.undo()).toBeNull()
  expect(history.redo()).toBe('SE')
  expect(history.redo()).toBe('SEL')
  expect(history.redo()).toBeNull()
})

test('typing after undoing forgets what was undone', () => {
  const history = new TextHistory('a')
  history.record('ab', 0)
  expect(history.undo()).toBe('a')
  history.record('ac', 10)
  expect(history.redo()).toBeNull()
  expect(history.undo()).toBe('a')
})
