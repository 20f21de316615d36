import { describe, expect, it } from 'vitest'
import { highlightParts } from './highlight-parts'

describe('highlightParts', () => {
  it.each([
    ['User', '', 'User'],
    ['User', 'mail', 'User'],
    ['', 'mail', ''],
    ['UserEmail', 'EMAIL user', '[UserEmail]'],
    ['user_emails', 'email us', '[us]er_[email]s'],
    ['Banana', 'an ana', 'B[anana]'],
  ])('marks in %s the words of "%s"', (text, query, expected) => {
    const parts = highlightParts(text, query)
    expect(parts.map(({ text, isMarked }) => (isMarked ? `[${text}]` : text)).join('')).toBe(
      expected,
    )
    for (const { from, text: part } of parts) expect(text.startsWith(part, from)).toBe(true)
  })
})
