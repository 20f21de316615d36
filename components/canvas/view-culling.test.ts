import { describe, expect, test } from 'vitest'
import type { Rect } from '@/lib/layout/types'
import { levelAt, nextNear, visibleRect } from './view-culling'

const NONE: ReadonlySet<string> = new Set()

function column(count: number): Map<string, Rect> {
  const entries = Array.from({ length: count }, (_, index): [string, Rect] => [
    `b${index}`,
    { x: 0, y: index * 100, width: 50, height: 50 },
  ])
  return new Map(entries)
}

test('the level does not flicker at the threshold', () => {
  expect(levelAt(0.42, 'rows')).toBe('rows')
  expect(levelAt(0.42, 'far')).toBe('far')
  expect(levelAt(0.5, 'far')).toBe('rows')
  expect(levelAt(0.3, 'rows')).toBe('far')
})

test('the visible part of the canvas', () => {
  const view = visibleRect({ x: -100, y: 50, zoom: 0.5 }, { width: 400, height: 300 })
  expect(view).toEqual({ x: 200, y: -100, width: 800, height: 600 })
})

describe('nextNear', () => {
  const view = { x: 0, y: 0, width: 100, height: 1000 }

  test('adds the nearest to the middle first, some at a time', () => {
    const first = nextNear(column(100), view, NONE, 3)
    expect([...first.near].sort()).toEqual(['b4', 'b5', 'b6'].sort())
    expect(first.isComplete).toBe(false)
  })

  test('comes to rest with the same set', () => {
    const bounds = column(100)
    let near = NONE
    for (let round = 0; round < 10; round++) near = nextNear(bounds, view, near, 5).near
    const again = nextNear(bounds, view, near, 5)
    expect(again).toEqual({ near, isComplete: true })
    expect(again.near).toBe(near)
    expect(near.has('b0')).toBe(true)
    expect(near.has('b40')).toBe(false)
  })

  test('keeps what is just out of view and lets go what is far', () => {
    const bounds = column(100)
    const near = new Set(['b5', 'b15', 'b40'])
    const next = nextNear(bounds, view, near, 0).near
    expect([...next]).toEqual(['b5', 'b15'])
  })
})
