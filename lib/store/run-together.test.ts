import { describe, expect, it } from 'vitest'
import { addField } from '@/lib/commands/add-field'
import { renameField } from '@/lib/commands/rename-field'
import { setFieldType } from '@/lib/commands/set-field-type'
import { type Ask, runTogether } from './run-together'
import { createFacetStore } from './store'

const TEXT = 'model User {\n  id    Int    @id\n  email String\n}\n'

function openStore() {
  const store = createFacetStore(() => 0)
  const files = [{ path: 'schema.prisma', text: TEXT }]
  const layout = { positions: {} }
  const design = { name: '', files, layout, viewport: null, prismaVersion: null }
  store.getState().actions.open(design, null)
  const { graph } = store.getState().document
  const block = graph.blockByName.get('User')
  if (!block) throw new Error('no block User')
  const text = () => store.getState().document.files.get('schema.prisma')?.syntax.text
  return { store, block, text }
}

describe('runTogether', () => {
  it('runs each on what the one before left, as one undo step', () => {
    const { store, block, text } = openStore()
    const place = { blockId: block.id, fieldId: block.fields[1]?.id ?? '' }
    const asks: Ask[] = [
      (ctx) => renameField.run(ctx, { ...place, name: 'mail' }),
      (ctx) => setFieldType.run(ctx, { ...place, type: 'Int', arity: 'optional' }),
      (ctx) => addField.run(ctx, { blockId: block.id, name: 'age', type: 'Int' }),
    ]
    const results = runTogether(store, asks, { label: 'Edit User' })
    expect(results).toHaveLength(3)
    expect(text()).toBe('model User {\n  id    Int    @id\n  mail  Int?\n  age   Int\n}\n')
    const { history, selection, notice } = store.getState()
    expect(history.undo.map(({ label }) => label)).toEqual(['Edit User'])
    const added = store.getState().document.graph.blockByName.get('User')?.fields[2]
    expect(selection.memberId).toBe(added?.id)
    expect(notice?.text).toBe('Edit User')
    store.getState().actions.undo()
    expect(text()).toBe(TEXT)
    store.getState().actions.redo()
    expect(text()).toContain('age   Int')
  })

  it('does nothing when one does not apply', () => {
    const { store, block, text } = openStore()
    const asks: Ask[] = [
      (ctx) => addField.run(ctx, { blockId: block.id, name: 'age', type: 'Int' }),
      (ctx) => addField.run(ctx, { blockId: block.id, name: 'age', type: 'Int' }),
    ]
    expect(runTogether(store, asks)).toBeNull()
    expect(text()).toBe(TEXT)
    expect(store.getState().history.undo).toEqual([])
  })
})
