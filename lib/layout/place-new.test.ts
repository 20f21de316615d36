import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { layoutGraph } from './layout-graph'
import { freeSpot, placeNew } from './place-new'
import { measureLayout } from './quality'
import { numbered, placedRects, tables } from './test-graphs'
import { GRID, type PlacedRect } from './types'

const size = fc.record({
  width: fc.integer({ min: 60, max: 500 }),
  height: fc.integer({ min: 60, max: 900 }),
})

describe('freeSpot', () => {
  test('is the wished place, on the grid, where nothing is near', () => {
    expect(freeSpot([], { width: 200, height: 100 }, { x: 313, y: -88 })).toEqual({
      x: 320,
      y: -80,
    })
  })

  test('moves aside as little as possible', () => {
    const wide = { x: 0, y: 0, width: 1000, height: 100 }
    expect(freeSpot([wide], { width: 200, height: 100 }, { x: 400, y: 60 })).toEqual({
      x: 400,
      y: 140,
    })
    const tall = { x: 0, y: 0, width: 100, height: 1000 }
    expect(freeSpot([tall], { width: 200, height: 100 }, { x: 60, y: 400 })).toEqual({
      x: 140,
      y: 400,
    })
  })

  test('a place that is no number becomes the origin', () => {
    const near = { x: Number.NaN, y: Number.POSITIVE_INFINITY }
    expect(freeSpot([], { width: 200, height: 100 }, near)).toEqual({ x: 0, y: 0 })
  })

  test('overlaps nothing, keeps 40 px away, and no place on the grid is nearer', () => {
    const rect = fc.record({
      x: fc.integer({ min: -600, max: 600 }),
      y: fc.integer({ min: -600, max: 600 }),
      width: fc.integer({ min: 60, max: 300 }),
      height: fc.integer({ min: 60, max: 300 }),
    })
    const point = fc.record({
      x: fc.integer({ min: -600, max: 600 }),
      y: fc.integer({ min: -600, max: 600 }),
    })
    fc.assert(
      fc.property(fc.array(rect, { maxLength: 12 }), size, point, (existing, block, near) => {
        const isFree = (x: number, y: number) =>
          existing.every(
            (other) =>
              x >= other.x + other.width + 40 ||
              other.x >= x + block.width + 40 ||
              y >= other.y + other.height + 40 ||
              other.y >= y + block.height + 40,
          )
        const spot = freeSpot(existing, block, near)
        expect(isFree(spot.x, spot.y)).toBe(true)
        const wish = { x: Math.round(near.x / GRID) * GRID, y: Math.round(near.y / GRID) * GRID }
        const distance = Math.hypot(spot.x - wish.x, spot.y - wish.y)
        for (let x = -20; x <= 20; x++) {
          for (let y = -20; y <= 20; y++) {
            if (Math.hypot(x, y) * GRID >= distance - 1e-6) continue
            expect(isFree(wish.x + x * GRID, wish.y + y * GRID)).toBe(false)
          }
        }
      }),
      { seed: 1, numRuns: 60 },
    )
  })
})

describe('placeNew', () => {
  test('places all new nodes and only those, on the grid, where nothing overlaps', () => {
    const graph = fc.record({
      sizes: fc.array(size, { minLength: 1, maxLength: 30 }),
      ends: fc.array(fc.tuple(fc.nat(45), fc.nat(45)), { maxLength: 60 }),
      added: fc.array(size, { maxLength: 15 }),
    })
    fc.assert(
      fc.property(graph, ({ sizes, ends, added }) => {
        const before = sizes.map((each, index) => ({ id: `n${index}`, ...each }))
        const fresh = added.map((each, index) => ({ id: `n${index + before.length}`, ...each }))
        const edges = ends.map(([source, target]) => ({
          source: `n${source}`,
          target: `n${target}`,
        }))
        const existing = placedRects(before, layoutGraph({ nodes: before, edges }))
        const places = placeNew(existing, fresh, edges, layoutGraph)
        expect([...places.keys()].sort()).toEqual(fresh.map(({ id }) => id).sort())
        for (const { x, y } of places.values()) {
          expect(Math.abs(x % GRID)).toBe(0)
          expect(Math.abs(y % GRID)).toBe(0)
        }
        const all = [...existing, ...placedRects(fresh, places)]
        expect(measureLayout(all, [])).toMatchObject({ overlaps: 0 })
        expect(placeNew(existing, fresh, edges, layoutGraph)).toEqual(places)
      }),
      { seed: 1, numRuns: 60 },
    )
  })

  test('a table that refers to another goes to its right, row beside row', () => {
    const user: PlacedRect = { id: 'User', x: 0, y: 0, width: 220, height: 240 }
    const [post] = tables(['Post'])
    if (!post) throw new Error('No table.')
    const edges = [{ source: 'Post', target: 'User', sourceY: 112, targetY: 52 }]
    expect(placeNew([user], [post], edges, layoutGraph).get('Post')).toEqual({ x: 320, y: -60 })
  })

  test('a table that is referred to goes to the left', () => {
    const post: PlacedRect = { id: 'Post', x: 0, y: 0, width: 220, height: 240 }
    const places = placeNew(
      [post],
      tables(['User']),
      [{ source: 'Post', target: 'User' }],
      layoutGraph,
    )
    expect(places.get('User')?.x).toBe(-320)
  })

  test('a table is placed near the one it belongs to, not near the rest', () => {
    const existing: PlacedRect[] = numbered('n', 40).map((id, index) => ({
      id,
      x: (index % 8) * 320,
      y: Math.floor(index / 8) * 300,
      width: 220,
      height: 240,
    }))
    const places = placeNew(
      existing,
      tables(['Note']),
      [{ source: 'Note', target: 'n39' }],
      layoutGraph,
    )
    const at = places.get('Note')
    const last = existing.at(-1)
    if (!at || !last) throw new Error('Not placed.')
    expect(Math.hypot(at.x - last.x, at.y - last.y)).toBeLessThan(450)
  })

  test('tables without relations to the diagram form a piece of their own outside it', () => {
    const existing: PlacedRect[] = [{ id: 'User', x: 0, y: 0, width: 1000, height: 300 }]
    const added = tables(['Role', 'Kind', 'Status'], 4)
    for (const { y } of placeNew(existing, added, [], layoutGraph).values()) {
      expect(y).toBeGreaterThanOrEqual(300 + 160)
    }
  })

  test('without a diagram, everything is laid out as a whole', () => {
    const nodes = tables(['A', 'B', 'C'])
    const edges = [
      { source: 'A', target: 'B' },
      { source: 'B', target: 'C' },
    ]
    expect(placeNew([], nodes, edges, layoutGraph)).toEqual(layoutGraph({ nodes, edges }))
  })

  test('a node that already has a place keeps it', () => {
    const user: PlacedRect = { id: 'User', x: 0, y: 0, width: 220, height: 240 }
    expect(placeNew([user], tables(['User']), [], layoutGraph).size).toBe(0)
  })
})
