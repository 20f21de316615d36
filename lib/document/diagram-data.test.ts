import { describe, expect, it } from 'vitest'
import { type DiagramState, PLAIN_DIAGRAM } from './diagram'
import { diagramData, diagramFromData } from './diagram-data'
import { addGroup, addNote, addView, hideBlocks, setColor, toggleCollapsed } from './diagram-edits'
import { applyStep, createDocument, designFromDocument, documentFromDesign } from './document'
import { EMPTY_HISTORY, recordEntry } from './history'
import { openWithSession, sessionOf } from './session'

const AREA = { x: 1, y: 2, width: 30, height: 40 }
const KEYS = new Map([
  ['a', 'A'],
  ['b', 'B'],
])
const IDS = new Map([...KEYS].map(([id, key]) => [key, id]))

/** Something of everything, with a block that is gone. */
function fullDiagram(a: string, b: string): DiagramState {
  const gone = 'gone'
  const positions = new Map([
    [a, { x: 5, y: 6 }],
    [gone, { x: 7, y: 8 }],
  ])
  const group = { title: 'Billing', blockIds: [a, gone], area: AREA }
  let diagram = addGroup(PLAIN_DIAGRAM, group).diagram
  diagram = addGroup(diagram, { title: 'Empty', blockIds: [], area: AREA }).diagram
  diagram = addView(diagram, { name: 'Few', blockIds: [a, gone], positions }).diagram
  diagram = addNote(diagram, { text: 'Here', at: AREA, viewId: '1' }).diagram
  diagram = addNote(diagram, { text: 'Everywhere', at: AREA, viewId: null }).diagram
  diagram = setColor(toggleCollapsed(hideBlocks(diagram, [b, gone]), [a]), [b], 'pink')
  return { ...diagram, detail: 'keys', nameMode: 'database' }
}

describe('diagramData', () => {
  it('has nothing to say of a plain diagram', () => {
    expect(diagramData({ ...PLAIN_DIAGRAM }, KEYS)).toBeNull()
    expect(diagramFromData(undefined, IDS)).toBe(PLAIN_DIAGRAM)
  })

  it('goes by name, without blocks that are gone', () => {
    const data = diagramData(fullDiagram('a', 'b'), KEYS)
    expect(data).toMatchObject({
      groups: [
        { title: 'Billing', blocks: ['A'] },
        { title: 'Empty', area: AREA },
      ],
      views: [{ name: 'Few', blocks: ['A'], positions: { A: { x: 5, y: 6 } } }],
      notes: [{ text: 'Here', view: '1' }, { text: 'Everywhere' }],
      collapsed: ['A'],
      hidden: ['B'],
      colors: { B: 'pink' },
    })
    expect(JSON.stringify(data)).not.toContain('gone')
    const again = diagramFromData(data ?? undefined, IDS)
    expect(diagramData(again, KEYS)).toEqual(data)
  })

  it('drops a group with the last of its blocks', () => {
    const { diagram } = addGroup(PLAIN_DIAGRAM, { title: '', blockIds: ['gone'], area: AREA })
    expect(diagramData(diagram, KEYS)).toBeNull()
  })
})

describe('a design with a diagram', () => {
  const about = { name: 'x', viewport: null }
  const models = 'model A {\n  id Int @id\n}\nmodel B {\n  id Int @id\n}\n'
  const document = createDocument([{ path: 'schema.prisma', text: models }])
  const [a = '', b = ''] = document.graph.blocks.map(({ id }) => id)
  const diagram = fullDiagram(a, b)
  const step = { files: [], positions: new Map(), diagram }
  const result = applyStep(document, step)
  if (!result) throw new Error('Nothing changed')

  it('is the same after it was written and read', () => {
    const design = designFromDocument(result.document, about, '1')
    expect(design.layout.shown).toBe('1')
    expect(designFromDocument(documentFromDesign(design), about, '1')).toEqual(design)
  })

  it('takes its diagram back when undone, also after a reload', () => {
    const design = designFromDocument(result.document, about)
    const entry = { label: '', isTyping: false, time: 0, forward: step, backward: result.inverse }
    const kept = sessionOf(result.document, recordEntry(EMPTY_HISTORY, entry))
    const opened = openWithSession(design, structuredClone(kept))
    const [first] = opened.history.undo
    const undone = first && applyStep(opened.document, first.backward)
    expect(undone?.document.diagram).toEqual(PLAIN_DIAGRAM)
    const redone = first && undone && applyStep(undone.document, first.forward)
    expect(redone?.document.diagram).toEqual(diagram)
  })

  it('opens without a history whose diagrams are damaged', () => {
    const design = designFromDocument(result.document, about)
    const damaged = { ...step, diagram: { ...diagram, hidden: ['x'] } as unknown as DiagramState }
    const entry = { label: '', isTyping: false, time: 0, forward: damaged, backward: step }
    const kept = sessionOf(result.document, recordEntry(EMPTY_HISTORY, entry))
    expect(openWithSession(design, kept).history).toBe(EMPTY_HISTORY)
  })
})
