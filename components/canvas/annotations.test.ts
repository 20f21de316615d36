import { describe, expect, it } from 'vitest'
import { type DiagramState, PLAIN_DIAGRAM } from '@/lib/document/diagram'
import { addGroup } from '@/lib/document/diagram-edits'
import type { Board } from '@/lib/store/board'
import { regroup, shownGroups } from './annotations'

const BOARD: Board = { kind: 'whole', view: null, blockIds: null, positions: new Map() }
const AREA = { x: 2000, y: 0, width: 300, height: 200 }

function diagramOf(...groups: string[]): DiagramState {
  return groups.reduce<DiagramState>(
    (diagram, members) =>
      addGroup(diagram, { title: members, blockIds: [...members], area: AREA }).diagram,
    PLAIN_DIAGRAM,
  )
}

/** `a 0` puts the block `a`, 100 pixels square, at x = 0. */
function rectsOf(text: string) {
  return new Map(
    text.split(', ').map((part) => {
      const [id = '', x] = part.split(' ')
      return [id, { x: Number(x), y: 0, width: 100, height: 100 }]
    }),
  )
}

function check(groups: string[], rects: string, dropped: string, expected: string[]) {
  const next = regroup(diagramOf(...groups), BOARD, rectsOf(rects), new Set(dropped))
  expect(next.groups.map(({ blockIds }) => blockIds.join(''))).toEqual(expected)
}

describe('dropping blocks', () => {
  it('into a group joins it', () => {
    check(['ab'], 'a 0, b 500, c 250', 'c', ['abc'])
    check(['ab', 'cd'], 'a 0, b 500, c 250, d 900', 'c', ['abc', 'd'])
  })

  it('into an empty group joins it', () => {
    check([''], 'a 2100', 'a', ['a'])
  })

  it('outside the rest of its group leaves it', () => {
    check(['abc'], 'a 0, b 500, c 900', 'c', ['ab'])
    check(['abc'], 'a 0, b 500, c 250', 'c', ['abc'])
  })

  it('that are all of a group keeps them, wherever they land', () => {
    check(['ab'], 'a 5000, b 9000', 'ab', ['ab'])
    check(['a', 'bc'], 'a 250, b 0, c 500', 'a', ['a', 'bc'])
  })
})

describe('shownGroups', () => {
  it('lie around what stays while a block is dragged', () => {
    const rects = rectsOf('a 0, b 500, c 250')
    const dragged = new Set(['b'])
    const [shown] = shownGroups(diagramOf('ab'), BOARD, rects, dragged)
    expect(shown?.area.width).toBe(140)
    expect(shown?.isTarget).toBe(false)
    const over = shownGroups(diagramOf('ab'), BOARD, rects, new Set(['c']))
    expect(over[0]?.isTarget).toBe(true)
  })

  it('are the same objects while nothing of them changes', () => {
    const diagram = diagramOf('a', 'b')
    const rects = rectsOf('a 0, b 500')
    const before = shownGroups(diagram, BOARD, rects)
    expect(shownGroups(diagram, BOARD, new Map(rects), new Set(), before)).toBe(before)
  })
})
