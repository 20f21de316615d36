import { expect, it } from 'vitest'
import { createFacetStore } from '@/lib/store/store'
import { changeSet } from '@/lib/text/change-set'
import { bindEditor } from '../binding'
import { createFakeMonaco } from '../fake-monaco'
import { askedPlace, changesElsewhere, createLanguageHost } from './language-host'

function setUp() {
  const store = createFacetStore(() => 0)
  const { actions } = store.getState()
  const files = ['A', 'B'].map((name) => {
    return { path: `${name}.prisma`, text: `model ${name} { // é 😀` }
  })
  const layout = { positions: {} }
  actions.open({ name: 'Test', files, layout, viewport: null, prismaVersion: null }, 'design')
  const { monaco, editor } = createFakeMonaco()
  const binding = bindEditor({ monaco, editor, store, onModelsChange: () => {} })
  const host = createLanguageHost({ monaco, editor, store, binding })
  const type = (path: string) => {
    const length = store.getState().document.files.get(path)?.syntax.text.length ?? 0
    actions.type(path, changeSet(length, [{ from: length, to: length, insert: '!' }]))
  }
  return { actions, binding, host, type }
}

it('is of the design at that moment, and the same until it changes', () => {
  const { host, actions, type } = setUp()
  const before = host.snapshot()
  expect(host.snapshot()).toBe(before)
  expect(before.version).toBe(7)
  type('A.prisma')
  expect(host.snapshot().files.get('A.prisma')?.text).toBe('model A { // é 😀!')
  actions.setPrismaVersion(6)
  expect(host.snapshot().version).toBe(6)
})

it('asks only about models that show a file of the design', () => {
  const { host, binding } = setUp()
  const model = binding.modelOf('B.prisma')
  if (!model) throw new Error('B.prisma has gone')
  const end = model.getPositionAt(model.getValueLength())
  expect(askedPlace(host, model, end)).toEqual({
    snapshot: host.snapshot(),
    path: 'B.prisma',
    offset: 'model B { // é 😀'.length,
  })
  const stranger = { uri: { toString: () => 'inmemory://1' } } as unknown as typeof model
  expect(askedPlace(host, stranger, end)).toBeNull()
})

it('tells of changes in other files than the one on show', () => {
  const { host, type } = setUp()
  let told = 0
  const elsewhere = changesElsewhere(host)
  elsewhere.event(() => told++)
  type('A.prisma')
  expect(told).toBe(0)
  type('B.prisma')
  expect(told).toBe(1)
  elsewhere.dispose()
  type('B.prisma')
  expect(told).toBe(1)
})
