import { describe, expect, it } from 'vitest'
import { type DiagramState, PLAIN_DIAGRAM } from './diagram'
import {
  addGroup,
  addNote,
  addToGroup,
  addView,
  duplicateView,
  groupArea,
  groupByParts,
  groupOfBlock,
  hideBlocks,
  MIN_NOTE_SIZE,
  placeNote,
  recolorGroup,
  removeFromGroups,
  removeFromView,
  removeGroup,
  removeView,
  renameGroup,
  setColor,
  toggleCollapsed,
  unhideBlocks,
} from './diagram-edits'

const AREA = { x: 10, y: 20, width: 300, height: 200 }

function withGroups(...members: string[][]): DiagramState {
  return members.reduce<DiagramState>(
    (diagram, blockIds, index) =>
      addGroup(diagram, { title: `Group ${index + 1}`, blockIds, area: AREA }).diagram,
    PLAIN_DIAGRAM,
  )
}

const members = ({ groups }: DiagramState) => groups.map(({ blockIds }) => blockIds.join(''))

describe('groups', () => {
  it('hold a block one at a time', () => {
    expect(members(withGroups(['a', 'b'], ['b', 'c']))).toEqual(['a', 'bc'])
    const diagram = addToGroup(withGroups(['a', 'b'], ['c']), '2', ['b', 'c'])
    expect(members(diagram)).toEqual(['a', 'cb'])
    expect(groupOfBlock(diagram, 'b')?.id).toBe('2')
  })

  it('differ in colour while there are colours', () => {
    const colors = withGroups(['a'], ['b'], ['c']).groups.map(({ color }) => color)
    expect(new Set(colors).size).toBe(3)
  })

  it('stay where they were when the last block leaves', () => {
    const diagram = withGroups(['a'])
    const area = { x: 1, y: 2, width: 3, height: 4 }
    expect(removeFromGroups(diagram, ['a'], new Map([['1', area]])).groups[0]?.area).toEqual(area)
  })

  it('are as they were when nothing changes', () => {
    const diagram = withGroups(['a'])
    const color = diagram.groups[0]?.color ?? 'gray'
    expect(renameGroup(diagram, '1', 'Group 1')).toBe(diagram)
    expect(recolorGroup(diagram, '1', color)).toBe(diagram)
    expect(addToGroup(diagram, '1', ['a'])).toBe(diagram)
    expect(removeFromGroups(diagram, ['z'])).toBe(diagram)
    expect(removeGroup(diagram, 'z')).toBe(diagram)
  })

  it('get an id that no other has', () => {
    const diagram = removeGroup(withGroups(['a'], ['b']), '1')
    expect(addGroup(diagram, { title: '', blockIds: [], area: AREA }).id).not.toBe('2')
  })

  it('by parts keep the colour of those with the same title', () => {
    const before = recolorGroup(withGroups(['a']), '1', 'pink')
    const parts = [
      { title: 'Other', blockIds: ['b'] },
      { title: 'Group 1', blockIds: ['c'] },
    ]
    const { groups } = groupByParts(before, parts)
    expect(groups.map(({ title, color }) => `${title} ${color}`)).toEqual([
      'Other blue',
      'Group 1 pink',
    ])
  })
})

describe('groupArea', () => {
  const rects = new Map([
    ['a', { x: 0, y: 0, width: 100, height: 50 }],
    ['b', { x: 200, y: 100, width: 100, height: 50 }],
  ])
  const area = (...blockIds: string[]) => {
    const [group] = withGroups(blockIds).groups
    return group ? groupArea(group, rects) : null
  }

  it('lies around the blocks that are shown, with room for the title', () => {
    expect(area('a', 'b', 'z')).toEqual({ x: -20, y: -56, width: 340, height: 226 })
  })

  it('is its own without blocks, and none without shown blocks', () => {
    expect(area()).toEqual(AREA)
    expect(area('z')).toBeNull()
  })
})

describe('notes', () => {
  it('are never smaller than can be read', () => {
    const { diagram, id } = addNote(PLAIN_DIAGRAM, { text: '', at: AREA, viewId: null })
    const [note] = placeNote(diagram, id, { x: 5, y: 6, width: 1, height: 1 }).notes
    expect(note?.area).toEqual({ x: 5, y: 6, ...MIN_NOTE_SIZE })
  })
})

describe('named views', () => {
  const positions = new Map([['a', { x: 1, y: 2 }]])
  const view = { name: 'Billing', blockIds: ['a', 'b'], positions }

  it('have names that tell them apart', () => {
    const first = addView(PLAIN_DIAGRAM, view).diagram
    expect(addView(first, view).diagram.views.map(({ name }) => name)).toEqual([
      'Billing',
      'Billing 2',
    ])
  })

  it('are duplicated and removed with their notes', () => {
    const added = addView(PLAIN_DIAGRAM, view)
    const noted = addNote(added.diagram, { text: 'n', at: AREA, viewId: added.id }).diagram
    const copy = duplicateView(noted, added.id)
    expect(copy?.diagram.notes.map(({ viewId }) => viewId)).toEqual([added.id, copy?.id])
    const removed = copy && removeView(copy.diagram, added.id)
    expect(removed?.views.map(({ name }) => name)).toEqual(['Billing copy'])
    expect(removed?.notes.map(({ viewId }) => viewId)).toEqual([copy?.id])
  })

  it('forget the places of blocks that leave', () => {
    const added = addView(PLAIN_DIAGRAM, view)
    const [left] = removeFromView(added.diagram, added.id, ['a']).views
    expect(left?.blockIds).toEqual(['b'])
    expect(left?.positions.size).toBe(0)
  })
})

describe('blocks', () => {
  it('are collapsed together, and opened once all are collapsed', () => {
    const one = toggleCollapsed(PLAIN_DIAGRAM, ['a'])
    const both = toggleCollapsed(one, ['a', 'b'])
    expect([...both.collapsed]).toEqual(['a', 'b'])
    expect(toggleCollapsed(both, ['a', 'b']).collapsed.size).toBe(0)
  })

  it('are hidden, shown and coloured', () => {
    const hidden = hideBlocks(PLAIN_DIAGRAM, ['a', 'b'])
    expect(hideBlocks(hidden, ['a'])).toBe(hidden)
    expect([...unhideBlocks(hidden, ['a']).hidden]).toEqual(['b'])
    const colored = setColor(PLAIN_DIAGRAM, ['a'], 'red')
    expect(colored.colors.get('a')).toBe('red')
    expect(setColor(colored, ['b'], null)).toBe(colored)
    expect(setColor(colored, ['a'], null).colors.size).toBe(0)
  })
})
