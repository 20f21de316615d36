import { beforeEach, describe, expect, it } from 'vitest'
import { PLAIN_DIAGRAM } from '@/lib/document/diagram'
import type { BlockId } from '@/lib/schema/graph'
import { changeSet } from '@/lib/text/change-set'
import { shownBoard } from './board'
import { emptyDesign } from './example'
import { createFacetStore, type FacetStore } from './store'

const MODELS = ['A', 'B', 'C'].map((name) => `model ${name} {\n  id Int @id\n}\n`).join('')

let store: FacetStore
let a: BlockId
let b: BlockId
beforeEach(() => {
  store = createFacetStore(() => 0)
  const files = [{ path: 'schema.prisma', text: MODELS }]
  const positions = { A: { x: 0, y: 0 }, B: { x: 400, y: 0 }, C: { x: 800, y: 0 } }
  store.getState().actions.open({ ...emptyDesign(), files, layout: { positions } }, null)
  a = idOf('A')
  b = idOf('B')
})

const board = () => shownBoard(store.getState())
const mainPlace = (id: BlockId) => store.getState().document.positions.get(id)
const idOf = (name: string) => store.getState().document.graph.blockByName.get(name)?.id ?? ''

function addView(): void {
  const view = { id: '1', name: 'Few', blockIds: [a, b], positions: new Map() }
  store.getState().actions.setDiagram({ ...PLAIN_DIAGRAM, views: [view] }, 'Add view')
  store.getState().actions.showView('1')
}

function typeModel(name: string): void {
  const length = store.getState().document.files.get('schema.prisma')?.syntax.text.length ?? 0
  const insert = `model ${name} {\n  id Int @id\n}\n`
  const edit = { from: length, to: length, insert }
  store.getState().actions.type('schema.prisma', changeSet(length, [edit]))
}

describe('shownBoard', () => {
  it('gives the same object for as long as nothing of it changes', () => {
    addView()
    const before = board()
    store.getState().actions.select({ blockIds: [a] })
    expect(board()).toBe(before)
  })

  it('leaves out what is hidden, except where a view names it', () => {
    const { actions } = store.getState()
    addView()
    const { diagram } = store.getState().document
    actions.setDiagram({ ...diagram, hidden: new Set([a]) }, 'Hide')
    expect([...board().positions.keys()]).toEqual([a, b])
    actions.showView(null)
    expect([...board().positions.keys()]).toEqual([b, idOf('C')])
  })
})

describe('a named view', () => {
  it('has places of its own, moved and undone apart from the whole diagram', () => {
    const { actions } = store.getState()
    addView()
    actions.moveBlocks(new Map([[a, { x: 70, y: 80 }]]))
    expect(board().positions.get(a)).toEqual({ x: 70, y: 80 })
    expect(board().positions.get(b)).toEqual({ x: 400, y: 0 })
    expect(mainPlace(a)).toEqual({ x: 0, y: 0 })
    actions.showView(null)
    actions.undo()
    // What is undone is seen.
    expect(store.getState().viewId).toBe('1')
    expect(board().positions.get(a)).toEqual({ x: 0, y: 0 })
    actions.undo()
    expect(store.getState().viewId).toBeNull()
    actions.redo()
    actions.redo()
    expect(board().positions.get(a)).toEqual({ x: 70, y: 80 })
  })

  it('gives way to the whole diagram when a move there is undone', () => {
    const { actions } = store.getState()
    addView()
    actions.showView(null)
    actions.moveBlocks(new Map([[a, { x: 70, y: 80 }]]))
    actions.showView('1')
    actions.undo()
    expect(store.getState().viewId).toBeNull()
    expect(mainPlace(a)).toEqual({ x: 0, y: 0 })
  })

  it('ignores moves of blocks that are not in it, and moves that lead nowhere', () => {
    const { actions } = store.getState()
    addView()
    const { length } = store.getState().history.undo
    actions.moveBlocks(new Map([[idOf('C'), { x: 1, y: 1 }]]))
    actions.moveBlocks(new Map([[a, { x: 0, y: 0 }]]))
    expect(store.getState().history.undo).toHaveLength(length)
  })

  it('is joined by what is made while it is shown, and keeps it when undone and redone', () => {
    const { actions } = store.getState()
    addView()
    typeModel('D')
    const d = idOf('D')
    expect(board().view?.blockIds).toEqual([a, b, d])
    expect(board().positions.has(d)).toBe(true)
    expect(mainPlace(d)).toBeDefined()
    actions.undo()
    expect(board().view?.blockIds).toEqual([a, b])
    actions.redo()
    expect(board().view?.blockIds).toEqual([a, b, d])
  })
})

describe('a focus', () => {
  it('moves its blocks without an undo step, and shows what is made', () => {
    const { actions } = store.getState()
    const focus = { blockIds: [a], depth: 1, positions: new Map([[a, { x: 5, y: 5 }]]) } as const
    actions.setFocus(focus)
    actions.moveBlocks(
      new Map([
        [a, { x: 9, y: 9 }],
        [b, { x: 1, y: 1 }],
      ]),
    )
    expect([...board().positions]).toEqual([[a, { x: 9, y: 9 }]])
    expect(store.getState().history.undo).toHaveLength(0)
    typeModel('D')
    expect(board().positions.has(idOf('D'))).toBe(true)
    actions.undo()
    expect(store.getState().focus).not.toBeNull()
  })
})
