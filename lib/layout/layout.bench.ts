/** What layout and lines cost, and how good the layouts are. */

import type { Benchmark } from '@/bin/bench/benchmark'
import { type BundleEdge, bundleLanes } from './bundle-lanes'
import { relationPath } from './edge-path'
import { layoutGraph } from './layout-graph'
import { measureLayout } from './quality'
import { grownSchema, numbered, placedRects, tables } from './test-graphs'

const SIZES = [10, 30, 127, 300, 1000]

/** In ms, by number of models. */
const BUDGETS: Readonly<Record<number, number>> = { 300: 300, 1000: 1500 }

/** How good the layouts are, by size. */
export function report() {
  return Object.fromEntries(
    SIZES.map((size) => {
      const { nodes, edges } = grownSchema(size)
      const quality = measureLayout(placedRects(nodes, layoutGraph({ nodes, edges })), edges)
      const { meanEdgeLength, crossings, tablesCrossed, utilisation, aspectRatio } = quality
      return [
        `${size} models`,
        {
          'mean line (px)': Math.round(meanEdgeLength),
          'crossings a line': Number((crossings / edges.length).toFixed(2)),
          'tables crossed a line': Number((tablesCrossed / edges.length).toFixed(2)),
          'area used': Number(utilisation.toFixed(2)),
          'width : height': Number(aspectRatio.toFixed(2)),
        },
      ]
    }),
  )
}

export const benchmarks: readonly Benchmark[] = [
  ...SIZES.map((size) => ({
    name: `lay out ${size.toLocaleString('en')} models`,
    budget: BUDGETS[size] ?? null,
    prepare() {
      const graph = grownSchema(size)
      return () => void layoutGraph(graph)
    },
  })),
  {
    name: 'lay out 5,000 blocks without relations',
    budget: null,
    prepare() {
      const isolated = { nodes: tables(numbered('n', 5000), 4), edges: [] }
      return () => void layoutGraph(isolated)
    },
  },
  {
    name: 'draw every line of 1,000 models once',
    budget: null,
    prepare() {
      const lines = linesOf(1000)
      return () => {
        for (const line of lines) relationPath(line)
      }
    },
  },
  {
    name: 'keep the lines of 1,000 models apart',
    budget: null,
    prepare() {
      const lines = linesOf(1000)
      return () => void bundleLanes(lines)
    },
  },
]

function linesOf(size: number): BundleEdge[] {
  const { nodes, edges } = grownSchema(size)
  const rects = new Map(
    placedRects(nodes, layoutGraph({ nodes, edges })).map((rect) => [rect.id, rect]),
  )
  return edges.flatMap((edge, index): BundleEdge[] => {
    const source = rects.get(edge.source)
    const target = rects.get(edge.target)
    if (!source || !target) return []
    return [
      {
        id: String(index),
        source: { id: source.id, rect: source, y: edge.sourceY ?? 0 },
        target: { id: target.id, rect: target, y: edge.targetY ?? 0 },
      },
    ]
  })
}
