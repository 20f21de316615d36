import { beforeEach, describe, expect, it } from 'vitest'
import { hideBlocks } from '@/lib/document/diagram-edits'
import { shownBoard } from './board'
import { emptyDesign } from './example'
import { createFacetStore, type FacetStore } from './store'

let store: FacetStore
beforeEach(() => {
  store = createFacetStore(() => 0)
  const text = ['A', 'B', 'C'].map((name) => `model ${name} {\n  id Int @id\n}\n`).join('')
  const files = [{ path: 'schema.prisma', text }]
  const positions = { A: { x: 0, y: 0 }, B: { x: 400, y: 0 }, C: { x: 800, y: 0 } }
  store.getState().actions.open({ ...emptyDesign(), files, layout: { positions } }, null)
})

const idOf = (name: string) => store.getState().document.graph.blockByName.get(name)?.id ?? ''
const isDrawn = (name: string) => shownBoard(store.getState()).positions.has(idOf(name))
const reveal = (name: string) =>
  store.getState().actions.show({ view: 'diagram', blockIds: [idOf(name)] })
const focusOnA = () => {
  const positions = new Map([[idOf('A'), { x: 0, y: 0 }]])
  store.getState().actions.setFocus({ blockIds: [idOf('A')], depth: 1, positions })
}
const hide = (name: string) => {
  const { actions, document } = store.getState()
  actions.setDiagram(hideBlocks(document.diagram, [idOf(name)]), 'Hide')
}

describe('showing a block', () => {
  it('brings a hidden one back, says so, and can be undone', () => {
    hide('B')
    reveal('B')
    expect(isDrawn('B')).toBe(true)
    expect(store.getState().notice?.text).toBe('B was hidden and is shown again.')
    store.getState().actions.undo()
    expect(isDrawn('B')).toBe(false)
  })

  it('leaves a focus only for what it does not show', () => {
    focusOnA()
    reveal('A')
    expect(store.getState().focus).not.toBeNull()
    reveal('B')
    expect(store.getState().focus).toBeNull()
    expect(store.getState().notice?.text).toBe('Left the focus to show B.')
  })

  it('leaves a focus and unhides at once', () => {
    hide('B')
    focusOnA()
    reveal('B')
    expect(isDrawn('B')).toBe(true)
    expect(store.getState().notice?.text).toBe('Left the focus. B was hidden and is shown again.')
  })

  it('leaves a named view that lacks it', () => {
    const { actions, document } = store.getState()
    const view = { id: '1', name: 'Few', blockIds: [idOf('A')], positions: new Map() }
    actions.setDiagram({ ...document.diagram, views: [view] }, 'Add view')
    actions.showView('1')
    reveal('A')
    expect(store.getState().viewId).toBe('1')
    reveal('C')
    expect(store.getState().viewId).toBeNull()
    expect(store.getState().notice?.text).toBe('Left the view Few to show C.')
  })
})
