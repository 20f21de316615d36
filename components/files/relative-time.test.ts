import { expect, it } from 'vitest'
import { relativeTime } from './relative-time'

const NOW = Date.UTC(2026, 5, 15, 12)
const MINUTE = 60_000

it.each([
  [0, 'just now'],
  [59_000, 'just now'],
  [MINUTE, '1 minute ago'],
  [59 * MINUTE, '59 minutes ago'],
  [60 * MINUTE, '1 hour ago'],
  [24 * 60 * MINUTE, 'yesterday'],
  [3 * 24 * 60 * MINUTE, '3 days ago'],
  [30 * 24 * 60 * MINUTE, 'May 16, 2026'],
  [-5000, 'just now'],
])('%i ms ago', (age, expected) => {
  expect(relativeTime(NOW - age, NOW)).toBe(expected)
})
