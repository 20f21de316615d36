import { describe, expect, test } from 'vitest'
import { type BundleEdge, bundleLanes } from './bundle-lanes'
import { relationBends } from './edge-path'
import type { Rect } from './types'

const rect = (x: number, y: number, width = 200): Rect => ({ x, y, width, height: 300 })

const RECTS: Record<string, Rect> = {
  User: rect(0, 0),
  Post: rect(300, 200),
  Comment: rect(300, 600),
  Tag: rect(0, 700),
}

function edge(id: string, from: string, to: string, rowY = 100, keyY = 50): BundleEdge {
  const rectOf = (name: string) => RECTS[name] ?? rect(0, 0)
  return {
    id,
    source: { id: from, rect: rectOf(from), y: rowY },
    target: { id: to, rect: rectOf(to), y: keyY },
  }
}

function bendXs(edges: readonly BundleEdge[]): number[] {
  const lanes = bundleLanes(edges)
  return edges.map((each) => relationBends({ ...each, ...lanes.get(each.id) }).bendX)
}

describe('lanes', () => {
  test('a relation alone has one lane and no shift', () => {
    expect(bundleLanes([edge('a', 'Post', 'User')]).get('a')).toEqual({
      lane: 0,
      laneCount: 1,
      track: 0,
    })
  })

  test('relations between the same tables have a lane each, whichever way they lead', () => {
    const lanes = bundleLanes([
      edge('author', 'Post', 'User', 100),
      edge('editor', 'Post', 'User', 124),
      edge('pinned', 'User', 'Post', 148),
    ])
    expect([...lanes.values()].map(({ lane }) => lane).sort()).toEqual([0, 1, 2])
    for (const { laneCount } of lanes.values()) expect(laneCount).toBe(3)
  })

  test('parallel lines are ordered so that they do not cross', () => {
    const [upper = 0, lower = 0] = bendXs([
      edge('upper', 'User', 'Post', 100, 150),
      edge('lower', 'User', 'Post', 124, 174),
    ])
    // Both go down to the right: the upper one must bend farther right.
    expect(upper).toBeGreaterThan(lower)
  })

  test('the larger of two loops encloses the other', () => {
    const [large = 0, small = 0] = bendXs([
      edge('large', 'User', 'User', 200, 50),
      edge('small', 'User', 'User', 150, 74),
    ])
    expect(large).toBeGreaterThan(small)
  })
})

describe('tracks', () => {
  test('lines to the same row run together', () => {
    const [post, comment] = bendXs([edge('a', 'Post', 'User'), edge('b', 'Comment', 'User')])
    expect(post).toBe(comment)
  })

  test('lines to different rows in the same gap run apart', () => {
    const [user = 0, tag = 0] = bendXs([
      edge('a', 'Comment', 'User', 100, 50),
      edge('b', 'Post', 'Tag', 100, 50),
    ])
    expect(Math.abs(user - tag)).toBeGreaterThanOrEqual(10)
  })

  test('a line that would pass behind a table keeps to the gap beside it', () => {
    const far: BundleEdge = {
      id: 'far',
      source: { id: 'Narrow', rect: rect(0, 0, 100), y: 50 },
      target: { id: 'Far', rect: rect(1000, 900), y: 50 },
    }
    const wide: BundleEdge = {
      id: 'wide',
      source: { id: 'Wide', rect: rect(0, 400, 220), y: 50 },
      target: { id: 'Wide', rect: rect(0, 400, 220), y: 200 },
    }
    expect(bendXs([far])).toEqual([150])
    expect(bendXs([far, wide])[0]).toBe(270)
  })
})

test('the order of edges decides nothing but ties', () => {
  const edges = [
    edge('a', 'Post', 'User', 100),
    edge('b', 'Post', 'User', 124),
    edge('c', 'Comment', 'User'),
    edge('d', 'Comment', 'Tag'),
    edge('e', 'Post', 'Tag'),
  ]
  const sorted = (lanes: ReturnType<typeof bundleLanes>) =>
    [...lanes].sort(([first], [second]) => first.localeCompare(second))
  expect(sorted(bundleLanes([...edges].reverse()))).toEqual(sorted(bundleLanes(edges)))
})
