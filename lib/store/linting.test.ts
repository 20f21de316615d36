import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Linter } from '@/lib/lint/linter'
import { withRule } from '@/lib/lint/switches'
import { changeSet } from '@/lib/text/change-set'
import { PIECE } from './idle-work'
import { startLinting } from './linting'
import { createFacetStore } from './store'

const TEXT = 'enum Role {\n  READER\n}\n'

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => setTimeout(run, 16))
})

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

function setUp() {
  const store = createFacetStore(() => 0)
  const { actions } = store.getState()
  const layout = { positions: { Role: { x: 0, y: 0 } } }
  const files = [{ path: 'a.prisma', text: TEXT }]
  actions.open({ name: 'Test', files, layout, viewport: null, prismaVersion: null }, 'design')
  const linter = new Linter()
  const run = vi.spyOn(linter, 'inPieces')
  const stop = startLinting(store, async () => linter)
  const type = (insert: string) => {
    const { syntax } = store.getState().document.files.get('a.prisma') ?? {}
    actions.type('a.prisma', changeSet(syntax?.text.length ?? 0, [{ from: 0, to: 0, insert }]))
  }
  const found = () => store.getState().findings?.map(({ rule, from }) => `${rule} ${from}`)
  return { store, actions, run, stop, type, found }
}

it('looks once the diagram is drawn, and again when typing pauses', async () => {
  const { run, type, found } = setUp()
  expect(found()).toBeUndefined()
  await vi.advanceTimersByTimeAsync(500)
  expect(found()).toEqual(['unused-enum 5'])
  for (const key of '// ') {
    type(key)
    await vi.advanceTimersByTimeAsync(100)
  }
  expect(run).toHaveBeenCalledTimes(1)
  expect(found(), 'moved along').toEqual(['unused-enum 8'])
  await vi.advanceTimersByTimeAsync(500)
  expect(run).toHaveBeenCalledTimes(2)
})

it('looks at once when a rule is switched off', async () => {
  const { store, actions, found } = setUp()
  await vi.advanceTimersByTimeAsync(500)
  actions.setLint(withRule(store.getState().document.lint, 'unused-enum', false), 'Off')
  expect(found()).toEqual([])
  actions.undo()
  expect(found()).toEqual(['unused-enum 5'])
})

it('forgets what it found in another design, and stops when told', async () => {
  const { actions, store, stop, found } = setUp()
  await vi.advanceTimersByTimeAsync(500)
  const layout = { positions: {} }
  const files = [{ path: 'b.prisma', text: '' }]
  actions.open({ name: 'Other', files, layout, viewport: null, prismaVersion: null }, 'other')
  expect(store.getState().findings).toBeNull()
  await vi.advanceTimersByTimeAsync(500)
  expect(found()).toEqual([])
  stop()
  actions.open({ name: 'Other', files, layout, viewport: null, prismaVersion: null }, 'third')
  await vi.advanceTimersByTimeAsync(5000)
  expect(store.getState().findings).toBeNull()
})

it('takes up again what typing has cut short, and shows nothing until all is looked at', async () => {
  const { type, found } = setUp()
  await vi.advanceTimersByTimeAsync(500)
  // Time stands still but for this: every piece is over after one step.
  let now = 0
  vi.spyOn(performance, 'now').mockImplementation(() => (now += PIECE))
  type('enum Colour {\n  RED\n}\n')
  await vi.advanceTimersByTimeAsync(302)
  expect(found(), 'half-way').toEqual(['unused-enum 27'])
  type('//\n')
  await vi.advanceTimersByTimeAsync(302)
  expect(found(), 'moved along').toEqual(['unused-enum 30'])
  await vi.advanceTimersByTimeAsync(500)
  expect(found()).toEqual(['unused-enum 8', 'unused-enum 30'])
})
