import { expect, test } from 'vitest'
import { measureLayout } from './quality'
import type { PlacedRect } from './types'

const table = (id: string, x: number, y: number): PlacedRect => ({
  id,
  x,
  y,
  width: 200,
  height: 100,
})

const level = (source: string, target: string) => ({ source, target, sourceY: 50, targetY: 50 })

test('nothing has no length, no faults and no shape', () => {
  expect(measureLayout([], [])).toMatchObject({
    edgeLength: 0,
    meanEdgeLength: 0,
    crossings: 0,
    tablesCrossed: 0,
    overlaps: 0,
    utilisation: 0,
    aspectRatio: 0,
  })
})

test('lengths, direction and frame', () => {
  const rects = [table('User', 0, 0), table('Post', 300, 0), table('Comment', 600, 100)]
  const quality = measureLayout(rects, [level('Post', 'User'), level('Comment', 'Post')])
  // One straight line of 100, one that also goes down 100.
  expect(quality.edgeLength).toBe(300)
  expect(quality.meanEdgeLength).toBe(150)
  expect(quality.leftward).toBe(1)
  expect(quality.frame).toEqual({ x: 0, y: 0, width: 800, height: 200 })
  expect(quality.aspectRatio).toBe(4)
  expect(quality.utilisation).toBeCloseTo(60_000 / 160_000)
})

test('lines that cross are counted once a pair', () => {
  const rects = [table('A', 0, 0), table('B', 0, 400), table('C', 300, 0), table('D', 300, 400)]
  const slanting = { source: 'C', target: 'B', sourceY: 20, targetY: 80 }
  expect(measureLayout(rects, [level('D', 'A'), slanting]).crossings).toBe(1)
  expect(measureLayout(rects, [level('C', 'A'), level('D', 'B')]).crossings).toBe(0)
})

test('a bent line that crosses a straight one where both bend counts', () => {
  const rects = [table('A', 0, 0), table('B', 0, 200), { ...table('C', 300, 190), height: 400 }]
  const straight = { source: 'C', target: 'B', sourceY: 60, targetY: 50 }
  const bent = { source: 'C', target: 'A', sourceY: 200, targetY: 50 }
  expect(measureLayout(rects, [straight, bent]).crossings).toBe(1)
})

test('lines that run together to one row do not count as crossing', () => {
  const rects = [
    table('Hub', 0, 200),
    table('A', 300, 0),
    table('B', 300, 200),
    table('C', 300, 400),
  ]
  const edges = ['A', 'B', 'C'].map((source) => level(source, 'Hub'))
  expect(measureLayout(rects, edges).crossings).toBe(0)
})

test('a table behind which a line passes is counted, its own tables are not', () => {
  const rects = [table('A', 0, 0), table('Between', 300, 0), table('B', 600, 0)]
  expect(measureLayout(rects, [level('B', 'A')]).tablesCrossed).toBe(1)
  expect(measureLayout(rects, [level('Between', 'A')]).tablesCrossed).toBe(0)
})

test('overlaps are counted by pair; touching is not overlapping', () => {
  expect(measureLayout([table('A', 0, 0), table('B', 199, 99)], []).overlaps).toBe(1)
  expect(measureLayout([table('A', 0, 0), table('B', 200, 0)], []).overlaps).toBe(0)
})

test('relations to tables that are not drawn are left out', () => {
  expect(measureLayout([table('A', 0, 0)], [level('A', 'Gone')]).meanEdgeLength).toBe(0)
})
