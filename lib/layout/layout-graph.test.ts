import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { layoutGraph } from './layout-graph'
import { measureLayout } from './quality'
import { grownSchema, numbered, placedRects, type TestGraph, tables } from './test-graphs'
import { GRID, type LayoutEdge, type PlacedRect } from './types'

function layOut(graph: TestGraph): PlacedRect[] {
  return placedRects(graph.nodes, layoutGraph(graph))
}

/** Pairs that come closer than the room promised for lines. */
function tooClose(rects: readonly PlacedRect[]): string[] {
  const pairs: string[] = []
  for (const [index, a] of rects.entries()) {
    for (const b of rects.slice(index + 1)) {
      const across = Math.max(b.x - (a.x + a.width), a.x - (b.x + b.width))
      const down = Math.max(b.y - (a.y + a.height), a.y - (b.y + b.height))
      if (across < 80 && down < 40) pairs.push(`${a.id} and ${b.id}: ${across} × ${down}`)
    }
  }
  return pairs
}

function chain(count: number): LayoutEdge[] {
  return Array.from({ length: count - 1 }, (_, index) => ({
    source: `n${index + 1}`,
    target: `n${index}`,
  }))
}

const randomGraph = fc
  .record({
    sizes: fc.array(
      fc.record({
        width: fc.integer({ min: 60, max: 600 }),
        height: fc.integer({ min: 60, max: 3000 }),
      }),
      {
        maxLength: 70,
      },
    ),
    ends: fc.array(fc.tuple(fc.nat(80), fc.nat(80)), { maxLength: 140 }),
  })
  .map(
    ({ sizes, ends }): TestGraph => ({
      nodes: sizes.map((size, index) => ({ id: `n${index}`, ...size })),
      // Some ends name nodes that do not exist; some edges are loops, parallel or in cycles.
      edges: ends.map(([source, target]) => ({ source: `n${source}`, target: `n${target}` })),
    }),
  )

describe('any graph', () => {
  test('every node has a place on the grid, apart from all others, and always the same', () => {
    fc.assert(
      fc.property(randomGraph, (graph) => {
        const rects = layOut(graph)
        expect(tooClose(rects)).toEqual([])
        for (const { x, y } of rects) {
          expect(Math.abs(x % GRID)).toBe(0)
          expect(Math.abs(y % GRID)).toBe(0)
        }
        expect(layOut(graph)).toEqual(rects)
      }),
      { seed: 1, numRuns: 20 },
    )
  })

  test('row positions, weights and proportion may be nonsense', () => {
    const nodes = tables(['A', 'B', 'C'])
    const edges = [
      { source: 'A', target: 'B', sourceY: Number.NaN, targetY: -50, weight: -1 },
      { source: 'B', target: 'C', sourceY: 1e9, weight: Number.POSITIVE_INFINITY },
    ]
    for (const aspectRatio of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      const rects = placedRects(nodes, layoutGraph({ nodes, edges, aspectRatio }))
      expect(tooClose(rects)).toEqual([])
    }
  })

  test('sizes that are not positive take one cell, and of two nodes with one id the first counts', () => {
    const nodes = [
      { id: 'A', width: 0, height: Number.NaN },
      { id: 'B', width: 100, height: 100 },
      { id: 'B', width: 900, height: 900 },
    ]
    const places = layoutGraph({ nodes, edges: [] })
    expect([...places.keys()]).toEqual(['A', 'B'])
    for (const { x, y } of places.values()) expect(Number.isFinite(x + y)).toBe(true)
  })
})

describe('small graphs', () => {
  test('nothing', () => {
    expect(layoutGraph({ nodes: [], edges: [] }).size).toBe(0)
  })

  test('one node, also when it refers to itself', () => {
    const edges = [{ source: 'Tree', target: 'Tree' }]
    expect(layoutGraph({ nodes: tables(['Tree']), edges })).toEqual(
      new Map([['Tree', { x: 0, y: 0 }]]),
    )
  })

  test('reads from left to right: the table referred to first', () => {
    const places = layoutGraph({
      nodes: tables(['Comment', 'Post', 'User']),
      edges: [
        { source: 'Post', target: 'User' },
        { source: 'Comment', target: 'Post' },
      ],
    })
    const x = (id: string) => places.get(id)?.x ?? Number.NaN
    expect(x('User')).toBeLessThan(x('Post'))
    expect(x('Post')).toBeLessThanOrEqual(x('Comment'))
  })

  test('a cycle is laid out without a table crossed', () => {
    const nodes = tables(['A', 'B', 'C'])
    const edges = [
      { source: 'A', target: 'B' },
      { source: 'B', target: 'C' },
      { source: 'C', target: 'A' },
    ]
    expect(measureLayout(layOut({ nodes, edges }), edges)).toMatchObject({ tablesCrossed: 0 })
  })
})

describe('shapes that other layouts make too long', () => {
  const shapes: Record<string, TestGraph> = {
    'a chain of 30': { nodes: tables(numbered('n', 30)), edges: chain(30) },
    'a star of 60': {
      nodes: tables(['hub', ...numbered('n', 60)]),
      edges: numbered('n', 60).map((source) => ({ source, target: 'hub' })),
    },
    'a star of 150': {
      nodes: tables(['hub', ...numbered('n', 150)]),
      edges: numbered('n', 150).map((source) => ({ source, target: 'hub' })),
    },
    '40 enums': { nodes: tables(numbered('n', 40), 4), edges: [] },
    '2,000 enums': { nodes: tables(numbered('n', 2000), 4), edges: [] },
    '60 pairs': {
      nodes: tables([...numbered('a', 60), ...numbered('b', 60)]),
      edges: numbered('', 60).map((index) => ({ source: `a${index}`, target: `b${index}` })),
    },
    '120 grown models': grownSchema(120),
    '300 grown models': grownSchema(300),
  }
  test.each(Object.keys(shapes))('%s', (name) => {
    const graph = shapes[name]
    if (!graph) throw new Error(name)
    const rects = layOut(graph)
    expect(tooClose(rects)).toEqual([])
    const { aspectRatio } = measureLayout(rects, graph.edges)
    expect(aspectRatio).toBeGreaterThan(1)
    expect(aspectRatio).toBeLessThan(2.5)
  })
})

test('a chain that wraps keeps neighbours near each other', () => {
  const graph = { nodes: tables(numbered('n', 30)), edges: chain(30) }
  // Straight lines would be 100 long; a few turns are allowed.
  expect(measureLayout(layOut(graph), graph.edges).meanEdgeLength).toBeLessThan(260)
})

test('blocks without relations stand apart from the rest', () => {
  const related = tables(numbered('n', 8))
  const enums = tables(numbered('enum', 12), 4)
  const rects = layOut({ nodes: [...related, ...enums], edges: chain(8) })
  const frame = (prefix: string) => {
    const some = rects.filter(({ id }) => id.startsWith(prefix))
    return {
      left: Math.min(...some.map(({ x }) => x)),
      top: Math.min(...some.map(({ y }) => y)),
      right: Math.max(...some.map(({ x, width }) => x + width)),
      bottom: Math.max(...some.map(({ y, height }) => y + height)),
    }
  }
  const tablesFrame = frame('n')
  const enumsFrame = frame('enum')
  expect(enumsFrame.left >= tablesFrame.right || enumsFrame.top >= tablesFrame.bottom).toBe(true)
})

test('two components do not mix', () => {
  const edges = [...chain(6), ...chain(6).map(({ source, target }) => flip(source, target))]
  const rects = layOut({ nodes: tables([...numbered('n', 6), ...numbered('m', 6)]), edges })
  expect(measureLayout(rects, edges)).toMatchObject({ tablesCrossed: 0, crossings: 0 })

  function flip(source: string, target: string): LayoutEdge {
    return { source: source.replace('n', 'm'), target: target.replace('n', 'm') }
  }
})

test('far better than a plain grid', () => {
  const graph = grownSchema(120)
  const columns = Math.ceil(Math.sqrt(1.6 * graph.nodes.length))
  const tallest = Math.max(...graph.nodes.map(({ height }) => height))
  const grid = measureLayout(
    graph.nodes.map((node, index) => ({
      ...node,
      x: (index % columns) * 420,
      y: Math.floor(index / columns) * (tallest / 2),
    })),
    graph.edges,
  )
  const ours = measureLayout(layOut(graph), graph.edges)
  expect(ours.meanEdgeLength).toBeLessThan(grid.meanEdgeLength / 2)
  expect(ours.crossings).toBeLessThan(grid.crossings / 2)
  expect(ours.tablesCrossed).toBeLessThan(grid.tablesCrossed / 2)
})

test('progress goes from little to all, without going back', () => {
  const seen: number[] = []
  layoutGraph(grownSchema(60), { onProgress: (done) => seen.push(done) })
  expect(seen.length).toBeGreaterThan(3)
  expect(seen).toEqual([...seen].sort((a, b) => a - b))
  expect(seen.at(-1)).toBe(1)
})
