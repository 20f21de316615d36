import * as engine7 from '@prisma/prisma-schema-wasm'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { diagnosticsAt } from '@/components/code/language/code-actions'
import { installPrismaGlobals } from '@/lib/engines/prisma-globals'
import { createHandlers } from '@/lib/engines/prisma-schema/handlers'
import { quickFixes } from '@/lib/lint/quick-fixes'
import type { Diagnostic } from '@/lib/store/state'
import { createFacetStore } from '@/lib/store/store'
import { createFixFinder, type FixSource } from './fixes'

beforeAll(() => installPrismaGlobals(() => {}))

const FILES = [
  { path: 'schema.prisma', text: 'datasource db {\n  provider = "postgresql"\n}\n' },
  { path: 'a.prisma', text: '// 😀\nmodel A {\n  id    Int @id\n  shelf Shelf\n}\n' },
]

type Checker = NonNullable<Parameters<typeof createFixFinder>[0]['checker']>

const NO_FIXES: FixSource = () => []

function setUp(fixesFor: FixSource = NO_FIXES) {
  const store = createFacetStore(() => 0)
  const { actions } = store.getState()
  const layout = { positions: {} }
  const design = { name: 'Test', files: FILES, layout, viewport: null, prismaVersion: null }
  actions.open(design, 'design')
  const handlers = createHandlers(engine7, 7)
  const [diagnostic] = handlers.lint({ files: FILES })
  if (!diagnostic) throw new Error('Shelf was found to be a type')
  const checker = {
    fixes: async (_: 6 | 7, files: typeof FILES, about: Diagnostic) =>
      handlers.fixes({ files, diagnostic: about }),
  }
  const find = createFixFinder({ store, checker: checker as Checker, fixesFor })
  const text = () => store.getState().document.files.get('a.prisma')?.syntax.text
  return { store, actions, diagnostic, find, text }
}

/** What the engine's first fix comes to, as a command of ours. */
const declareEnum: FixSource = () => [
  {
    command: 'addBlock',
    args: { kind: 'enum', name: 'Shelf' },
    label: 'Create the enum Shelf',
    isPreferred: true,
  },
]

describe('createFixFinder', () => {
  it('runs what the engine offers as one step, in the right file', async () => {
    const { find, diagnostic, text, actions, store } = setUp()
    const { fixes } = await find(diagnostic)
    expect(fixes.map(({ title }) => title)).toEqual([
      "Create new model 'Shelf'",
      "Create new enum 'Shelf'",
    ])
    fixes[1]?.run()
    expect(text()).toBe(`${FILES[1]?.text.trimEnd()}\nenum Shelf {\n\n}\n`)
    expect(store.getState().document.files.get('schema.prisma')?.syntax.text).toBe(FILES[0]?.text)
    actions.undo()
    expect(text()).toBe(FILES[1]?.text)
  })

  it('does nothing to a text that has become another, and says so', async () => {
    const { find, diagnostic, text, actions, store } = setUp()
    const [fix] = (await find(diagnostic)).fixes
    const length = FILES[1]?.text.length ?? 0
    actions.type('a.prisma', {
      before: length,
      after: length + 1,
      edits: [{ from: 0, to: 0, insert: '\n' }],
    })
    fix?.run()
    expect(text()).toBe(`\n${FILES[1]?.text}`)
    expect(store.getState().notice?.text).toContain('has changed meanwhile')
  })

  it('puts commands of ours first, and runs them on the text as it is then', async () => {
    const { find, diagnostic, store } = setUp(declareEnum)
    const { fixes } = await find(diagnostic)
    expect(fixes.map(({ title, isPreferred }) => [title, isPreferred])).toEqual([
      ['Create the enum Shelf', true],
      ["Create new model 'Shelf'", false],
      ["Create new enum 'Shelf'", false],
    ])
    fixes[0]?.run()
    expect(store.getState().document.graph.blockByName.get('Shelf')?.kind).toBe('enum')
  })

  it('leaves out of the engine’s offers what ours do already, but for spaces', async () => {
    const { find, diagnostic, store, actions } = setUp(declareEnum)
    const before = [...store.getState().document.files.values()]
    const [own] = (await find(diagnostic)).fixes
    own?.run()
    const edits = before.map(({ path, syntax }) => {
      const after = store.getState().document.files.get(path)?.syntax.text ?? ''
      return { path, from: 0, to: syntax.text.length, insert: `${after}\n\n` }
    })
    actions.undo()
    const checker = { fixes: async () => [{ title: 'The same', edits }] }
    const again = createFixFinder({ store, checker, fixesFor: declareEnum })
    expect((await again(diagnostic)).fixes.map(({ title }) => title)).toEqual([
      'Create the enum Shelf',
    ])
  })

  it('leaves out the engine’s empty declarations where ours declare the type', async () => {
    const { find, diagnostic } = setUp(quickFixes)
    expect((await find(diagnostic)).fixes.map(({ title }) => title)).toEqual([
      'Create the model Shelf',
      'Create the enum Shelf',
    ])
  })

  it('offers what is left when the engine fails, and says that it is not all', async () => {
    const { store, diagnostic } = setUp()
    const checker = { fixes: () => Promise.reject(new Error('It crashed')) }
    const ask = (fixesFor: FixSource) => createFixFinder({ store, checker, fixesFor })(diagnostic)
    expect(await ask(declareEnum)).toMatchObject({
      fixes: [{ title: 'Create the enum Shelf' }],
      isComplete: false,
    })
    expect(await ask(NO_FIXES)).toEqual({ fixes: [], isComplete: false })
  })

  it('does not keep back what is left while the engine hangs', async () => {
    const { store, diagnostic } = setUp()
    vi.useFakeTimers()
    const checker: Checker = {
      fixes: (_version, _files, _about, signal) =>
        new Promise((_, reject) => {
          signal?.addEventListener('abort', () => reject(signal.reason))
        }),
    }
    const found = createFixFinder({ store, checker, fixesFor: declareEnum })(diagnostic)
    await vi.advanceTimersByTimeAsync(2_000)
    expect(await found).toMatchObject({
      fixes: [{ title: 'Create the enum Shelf' }],
      isComplete: false,
    })
    vi.useRealTimers()
  })
})

describe('createFixFinder, for a hint', () => {
  it('offers what mends it, and last what does without it', async () => {
    const { find, store } = setUp()
    const block = store.getState().document.graph.blockByName.get('A')
    const blockId = block?.id ?? ''
    const call = { command: 'renameBlock' as const, args: { blockId, name: 'Shelved' } }
    const { fixes } = await find({
      rule: 'missing-unique',
      severity: 'hint',
      blockId,
      memberId: null,
      path: 'a.prisma',
      from: 0,
      to: 1,
      message: 'It could have another name.',
      fixes: [{ ...call, label: 'Rename it' }],
    })
    expect(fixes.map(({ title, isQuiet }) => [title.split(':')[0], isQuiet])).toEqual([
      ['Rename it', undefined],
      ['Accept here', true],
      ['Switch off the rule', true],
    ])
    fixes[0]?.run()
    expect(store.getState().document.graph.blockByName.has('Shelved')).toBe(true)
  })
})

describe('diagnosticsAt', () => {
  const finding = (path: string, from: number, to: number): Diagnostic => {
    return { path, from, to, message: '', severity: 'error' }
  }
  it('finds what touches the place, in its own file', () => {
    const all = [finding('a', 5, 8), finding('b', 5, 8), finding('a', 20, 20)]
    const at = (from: number, to = from) => diagnosticsAt(all, 'a', { from, to })
    expect(at(4)).toEqual([])
    expect(at(5)).toEqual([all[0]])
    expect(at(8)).toEqual([all[0]])
    expect(at(9)).toEqual([])
    expect(at(21)).toEqual([all[2]])
    expect(at(0, 30)).toEqual([all[0], all[2]])
  })
})
