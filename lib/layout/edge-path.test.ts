import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bundleLanes } from './bundle-lanes'
import { type RelationEnd, relationBends, relationPath, STUB } from './edge-path'
import { GRID, type Rect } from './types'

const end = (x: number, y: number, rowY = 50, width = 200): RelationEnd => ({
  rect: { x, y, width, height: 300 },
  y: rowY,
})

/** Source stands at (0, 0), 200 wide; where the target stands decides the sides. */
function check(target: RelationEnd, sides: string, path: string) {
  const line = relationPath({ source: end(0, 0), target })
  expect(`${line.sourceSide} to ${line.targetSide}`).toBe(sides)
  expect(line.path).toBe(path)
}

describe('sides', () => {
  test('target on the right', () => {
    check(
      end(300, 100),
      'right to left',
      'M 200 50 H 242 Q 250 50 250 58 V 142 Q 250 150 258 150 H 300',
    )
  })

  test('target on the left', () => {
    check(
      end(-300, 100),
      'left to right',
      'M 0 50 H -42 Q -50 50 -50 58 V 142 Q -50 150 -58 150 H -100',
    )
  })

  test('target below: the line loops on the side where it is shorter', () => {
    check(
      end(20, 400),
      'right to right',
      'M 200 50 H 252 Q 260 50 260 58 V 442 Q 260 450 252 450 H 220',
    )
    check(
      end(0, 400, 50, 400),
      'left to left',
      'M 0 50 H -32 Q -40 50 -40 58 V 442 Q -40 450 -32 450 H 0',
    )
  })

  test('too near for two markers and a bend: a loop too', () => {
    check(
      end(255, 400),
      'right to right',
      'M 200 50 H 487 Q 495 50 495 58 V 442 Q 495 450 487 450 H 455',
    )
    expect(relationPath({ source: end(0, 0), target: end(256, 400) }).targetSide).toBe('left')
  })

  test('a relation of a table to itself loops on the right', () => {
    const line = relationPath({ source: end(0, 0, 90), target: end(0, 0, 40) })
    expect(line.path).toBe('M 200 90 H 232 Q 240 90 240 82 V 48 Q 240 40 232 40 H 200')
    expect(line.sourceSide).toBe('right')
    expect(line.targetSide).toBe('right')
  })
})

describe('shape', () => {
  test('level rows are joined by a straight line', () => {
    check(end(300, 0), 'right to left', 'M 200 50 H 300')
  })

  test('nearly level rows too: the source end moves within its row', () => {
    check(end(300, 9), 'right to left', 'M 200 59 H 300')
    expect(relationPath({ source: end(0, 0), target: end(300, 11) }).path).toContain('Q')
  })

  test('on a long way the bend is near the source, whichever side that is', () => {
    expect(relationBends({ source: end(0, 0), target: end(2000, 100) }).bendX).toBe(250)
    expect(relationBends({ source: end(2000, 0), target: end(0, 100) }).bendX).toBe(1950)
  })

  test('between neighbouring columns the bend is before the column on the right', () => {
    expect(relationBends({ source: end(0, 0), target: end(440, 100) }).bendX).toBe(390)
    expect(relationBends({ source: end(440, 0), target: end(0, 100) }).bendX).toBe(390)
  })

  test('the label sits in the middle of the segment down, or of the line when it is level', () => {
    const bent = relationPath({ source: end(0, 0), target: end(300, 100) })
    expect(bent.labelPoint).toEqual({ x: 250, y: 100 })
    const level = relationPath({ source: end(0, 0), target: end(300, 0) })
    expect(level.labelPoint).toEqual({ x: 275, y: 50 })
  })

  test('a row outside its table is drawn at the edge', () => {
    const line = relationPath({ source: end(0, 0, 900), target: end(300, 0, -900) })
    expect(line.sourcePoint).toEqual({ x: 200, y: 300 })
    expect(line.targetPoint).toEqual({ x: 300, y: 0 })
  })
})

const place = fc.record({
  rect: fc.record({
    x: fc.integer({ min: -900, max: 900 }),
    y: fc.integer({ min: -900, max: 900 }),
    width: fc.integer({ min: 100, max: 400 }),
    height: fc.constant(400),
  }),
  y: fc.integer({ min: 20, max: 380 }),
})

describe('any two tables', () => {
  test('both ends leave outwards and straight, long enough for markers; always the same path', () => {
    const route = fc.record({
      source: place,
      target: place,
      track: fc.integer({ min: -200, max: 200 }),
      lane: fc.nat(4),
      laneCount: fc.constant(5),
    })
    fc.assert(
      fc.property(route, (each) => {
        const bends = relationBends(each)
        const out = (side: string) => (side === 'right' ? 1 : -1)
        const fromSource = (bends.bendX - bends.sourceX) * out(bends.sourceSide)
        const fromTarget = (bends.bendX - bends.targetX) * out(bends.targetSide)
        // A corner takes 8 px of what is straight.
        expect(fromSource).toBeGreaterThanOrEqual(STUB + 8)
        expect(fromTarget).toBeGreaterThanOrEqual(STUB + 8)
        expect(relationPath(each)).toEqual(relationPath(structuredClone(each)))
        expect(relationPath(each).path).not.toMatch(/NaN|undefined|Infinity/)
      }),
      { seed: 1, numRuns: 500 },
    )
  })

  test('parallel relations never lie on one another, if the layout set their tables', () => {
    const cells = (count: number) => fc.integer({ min: -count, max: count }).map((n) => n * GRID)
    const rect = fc.record({
      x: cells(45),
      y: cells(45),
      width: fc.integer({ min: 100, max: 400 }),
      height: fc.constant(400),
    })
    const rows = fc.uniqueArray(fc.integer({ min: 0, max: 14 }), { minLength: 2, maxLength: 5 })
    const row = (index: number) => 40 + 24 * index
    fc.assert(
      fc.property(rect, rect, rows, fc.boolean(), (a, b, indexes, back) => {
        fc.pre(roomBetween(a, b))
        const edges = indexes.map((index, lane) => {
          const from = { id: 'A', rect: a, y: row(index) }
          // All refer to the same key.
          const to = { id: 'B', rect: b, y: row(0) }
          const turned = back && lane % 2 === 1
          return {
            id: String(lane),
            source: turned ? { ...to, y: row(index) } : from,
            target: turned ? { ...from, y: row(0) } : to,
          }
        })
        const lanes = bundleLanes(edges)
        const lines = edges.map((edge) => relationBends({ ...edge, ...lanes.get(edge.id) }))
        for (const [index, first] of lines.entries()) {
          for (const second of lines.slice(index + 1)) {
            expect(sharedLength(segments(first), segments(second))).toBe(0)
          }
        }
      }),
      { seed: 1, numRuns: 2000 },
    )
  })
})

/** Whether the layout would have set two tables like this: above one another or with room for lines. */
function roomBetween(a: Rect, b: Rect): boolean {
  const across = Math.max(b.x - (a.x + a.width), a.x - (b.x + b.width))
  const down = Math.max(b.y - (a.y + a.height), a.y - (b.y + b.height))
  return across >= 80 || down >= 20
}

interface Segment {
  readonly level: 'across' | 'down'
  readonly at: number
  readonly from: number
  readonly to: number
}

function segments(bends: ReturnType<typeof relationBends>): Segment[] {
  const { sourceX, sourceY, bendX, targetX, targetY } = bends
  const piece = (level: Segment['level'], at: number, a: number, b: number): Segment => ({
    level,
    at,
    from: Math.min(a, b),
    to: Math.max(a, b),
  })
  return [
    piece('across', sourceY, sourceX, bendX),
    piece('down', bendX, sourceY, targetY),
    piece('across', targetY, bendX, targetX),
  ]
}

/** How far two lines run on top of each other, in pixels. */
function sharedLength(first: readonly Segment[], second: readonly Segment[]): number {
  let shared = 0
  for (const a of first) {
    for (const b of second) {
      if (a.level !== b.level || a.at !== b.at) continue
      shared += Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from))
    }
  }
  return shared
}
