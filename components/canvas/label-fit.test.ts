import { describe, expect, test } from 'vitest'
import { fitLabel, LINE_HEIGHT, wordsOf } from './label-fit'

describe('wordsOf', () => {
  test.each([
    ['User', ['User']],
    ['OrderLineItem', ['Order', 'Line', 'Item']],
    ['order_line', ['order_', 'line']],
    ['APIKey', ['API', 'Key']],
    ['userId2', ['user', 'Id2']],
    ['__x', ['__', 'x']],
    ['Größe', ['Größe']],
  ])('%s', (name, words) => {
    expect(wordsOf(name)).toEqual(words)
    expect(words.join('')).toBe(name)
  })
})

describe('fitLabel', () => {
  const box = { width: 100, height: 60 }

  test('takes the wanted size where there is room', () => {
    expect(fitLabel('User', box, 20, 5)).toEqual({ fontSize: 20, lines: ['User'] })
  })

  test('breaks between words before it shrinks', () => {
    expect(fitLabel('OrderItem', box, 20, 5)).toEqual({ fontSize: 20, lines: ['Order', 'Item'] })
  })

  test('shrinks until the longest word fits', () => {
    const label = fitLabel('Organization', box, 20, 5)
    expect(label?.lines).toEqual(['Organization'])
    expect(label?.fontSize).toBeCloseTo(100 / (12 * 0.6))
  })

  test('never exceeds the box', () => {
    const label = fitLabel('VeryLongNameOfManyManyWords', box, 30, 5)
    const height = (label?.lines.length ?? 0) * (label?.fontSize ?? 0) * LINE_HEIGHT
    expect(height).toBeLessThanOrEqual(60)
  })

  test('cuts what would be too small, and gives up where nothing would be left', () => {
    expect(fitLabel('Impersonations', { width: 42, height: 20 }, 12, 7)?.lines).toEqual([
      'Impersona…',
    ])
    expect(fitLabel('Impersonations', { width: 15, height: 20 }, 12, 7)).toBeNull()
  })
})
