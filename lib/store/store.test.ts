import { beforeEach, describe, expect, it } from 'vitest'
import type { Command } from '@/lib/commands/command'
import { designFiles } from '@/lib/document/document'
import { ALL_ON, withRule } from '@/lib/lint/switches'
import { changeSet } from '@/lib/text/change-set'
import { emptyDesign, exampleDesign } from './example'
import { createFacetStore, type FacetStore } from './store'

/** Appends text to the first file. */
const append: Command<{ text: string; creates: string }> = {
  name: 'append',
  run({ files }, { text, creates }) {
    const [[path, file] = ['', { text: '' }]] = [...files]
    const at = file.text.length
    return {
      edits: [{ path, edits: [{ from: at, to: at, insert: text }] }],
      label: 'Append',
      created: [{ name: creates, beside: null }],
      select: { block: creates, member: 'id' },
    }
  },
}

let now = 0
let store: FacetStore
beforeEach(() => {
  now = 0
  store = createFacetStore(() => now)
})

function text(): string {
  return designFiles(store.getState().document)[0]?.text ?? ''
}

function type(at: number, insert: string): void {
  const path = 'schema.prisma'
  const length = store.getState().document.files.get(path)?.syntax.text.length ?? 0
  store.getState().actions.type(path, changeSet(length, [{ from: at, to: at, insert }]))
}

describe('store', () => {
  it('runs a command as one step that undoes and redoes', () => {
    const { actions } = store.getState()
    actions.open(emptyDesign(), null)
    const before = text()
    const at = { x: 100, y: 60 }
    actions.run(append, { text: '\nmodel A {\n  id Int @id\n}\n', creates: 'A' }, at)
    const { document, selection, history } = store.getState()
    const block = document.graph.blockByName.get('A')
    expect(block && document.positions.get(block.id)).toEqual(at)
    expect(selection).toMatchObject({ blockIds: [block?.id], memberId: block?.fields[0]?.id })
    expect(history.undo).toHaveLength(1)
    actions.undo()
    expect(text()).toBe(before)
    expect(store.getState().selection.blockIds).toEqual([])
    actions.redo()
    const again = store.getState().document
    expect(again.graph.blockByName.get('A')?.id).toBe(block?.id)
    expect(again.positions.get(block?.id ?? '')).toEqual(at)
  })

  it('chooses a Prisma as one step among the others', () => {
    const { actions } = store.getState()
    actions.open(emptyDesign(), null)
    const before = text()
    const chosen = () => store.getState().document.prismaVersion
    type(0, '// a\n')
    actions.setPrismaVersion(6)
    actions.setPrismaVersion(6)
    type(5, '// b\n')
    actions.undo()
    expect([text(), chosen()]).toEqual([`// a\n${before}`, 6])
    actions.undo()
    expect([text(), chosen()]).toEqual([`// a\n${before}`, null])
    expect(store.getState().notice?.text).toBe('Undone: Choose Prisma 6')
    actions.undo()
    expect(text()).toBe(before)
    actions.redo()
    actions.redo()
    expect([text(), chosen()]).toEqual([`// a\n${before}`, 6])
  })

  it('takes over the version that another tab chose, and can undo that', () => {
    const { actions } = store.getState()
    actions.open(emptyDesign(), null)
    actions.takeOver({ ...emptyDesign(), prismaVersion: 6 })
    expect(store.getState().document.prismaVersion).toBe(6)
    actions.undo()
    expect(store.getState().document.prismaVersion).toBeNull()
  })

  it('switches lint off as one step, which keeps the text', () => {
    const { actions } = store.getState()
    actions.open(exampleDesign(), null)
    const before = text()
    actions.setLint(withRule(ALL_ON, 'unused-enum', false), 'Switch off Unused enum')
    expect(store.getState().document.lint.off).toEqual(new Set(['unused-enum']))
    expect(store.getState().history.undo.at(-1)?.label).toBe('Switch off Unused enum')
    actions.undo()
    expect(store.getState().document.lint).toBe(ALL_ON)
    actions.redo()
    expect(store.getState().document.lint.off.has('unused-enum')).toBe(true)
    expect(text()).toBe(before)
  })

  it('changes nothing when a command does not apply', () => {
    const { actions } = store.getState()
    actions.open(exampleDesign(), null)
    const before = store.getState().document
    expect(actions.run({ name: 'never', run: () => null }, {})).toBeNull()
    expect(store.getState().document).toBe(before)
    expect(store.getState().history.undo).toHaveLength(0)
  })

  it('joins typing and keeps it apart from what is done on the canvas', () => {
    const { actions } = store.getState()
    actions.open(emptyDesign(), null)
    type(0, '/')
    now = 100
    type(1, '/')
    actions.editInPlace(null)
    now = 200
    type(2, ' ')
    expect(store.getState().history.undo).toHaveLength(2)
  })

  it('places a block that is typed without moving any other', () => {
    const { actions } = store.getState()
    const model = 'model A {\n  id Int @id\n}\n'
    const files = [{ path: 'schema.prisma', text: model }]
    actions.open({ ...emptyDesign(), files, layout: { positions: { A: { x: 0, y: 0 } } } }, null)
    const first = store.getState().document.graph.blocks[0]?.id ?? ''
    type(model.length, 'model B {\n  id Int @id\n}\n')
    const { document } = store.getState()
    expect(document.positions.get(first)).toEqual({ x: 0, y: 0 })
    const second = document.graph.blockByName.get('B')?.id ?? ''
    expect(document.positions.has(second)).toBe(true)
  })

  it('carries messages of the engine along with the text', () => {
    const { actions } = store.getState()
    actions.open(emptyDesign(), null)
    const message = {
      path: 'schema.prisma',
      from: 10,
      to: 16,
      message: 'm',
      severity: 'error',
    } as const
    actions.setValidation({ state: 'checked', diagnostics: [message] })
    type(0, '// c\n')
    expect(store.getState().validation).toEqual({
      state: 'checking',
      diagnostics: [{ ...message, from: 15, to: 21 }],
    })
  })

  it('takes over what another tab did, and undo brings the own version back', () => {
    const { actions } = store.getState()
    actions.open(exampleDesign(), 'id')
    const before = text()
    const customer = store.getState().document.graph.blockByName.get('Customer')
    const theirs = before.replace('model Customer {', 'model Client {')
    const design = { ...exampleDesign(), name: 'Theirs' }
    actions.takeOver({ ...design, files: [{ path: 'schema.prisma', text: theirs }] })
    expect(text()).toBe(theirs)
    expect(store.getState().name).toBe('Theirs')
    expect(store.getState().document.graph.blockByName.get('Client')?.id).toBe(customer?.id)
    actions.undo()
    expect(text()).toBe(before)
  })

  it('forgets the history when another design is opened', () => {
    const { actions } = store.getState()
    actions.open(exampleDesign(), null)
    type(0, 'x')
    actions.open(emptyDesign(), null)
    actions.undo()
    expect(text()).toBe(emptyDesign().files[0]?.text)
  })
})
