import { describe, expect, it } from 'vitest'
import type { MigrationAnswer } from '@/lib/engines/sql-planner/main'
import type { MigrationProvider } from '@/lib/engines/sql-planner/shared'
import type { Version } from '@/lib/store/baseline'
import { createFacetStore } from '@/lib/store/store'
import { changeSet } from '@/lib/text/change-set'
import { createSqlPreviewer, type PreviewEngines } from './sql-preview'

/** A store with one file, and an engine whose questions the test answers by hand. */
function setUp() {
  const store = createFacetStore(() => 0)
  const open = (text: string, id: string) =>
    store.getState().actions.open(
      {
        name: 'Test',
        files: [{ path: 'a.prisma', text }],
        layout: { positions: {} },
        viewport: null,
        prismaVersion: null,
      },
      id,
    )
  open('model A {\n}\n', 'one')
  const questions: {
    text: string
    provider: string
    from: string | null
    answer(result: MigrationAnswer | 'superseded'): void
    fail(error: unknown): void
  }[] = []
  let loads = 0
  let disposals = 0
  const engines: PreviewEngines = {
    migration: ({ from, to, provider }) =>
      new Promise((answer, fail) => {
        const text = to[0]?.text ?? ''
        questions.push({ text, provider, from: from?.[0]?.text ?? null, answer, fail })
      }),
    dispose: () => {
      disposals++
    },
  }
  const previewer = createSqlPreviewer(store, async () => {
    loads++
    return engines
  })
  const type = (insert: string) =>
    store.getState().actions.type('a.prisma', {
      ...changeSet(lengthNow(), [{ from: 0, to: 0, insert }]),
    })
  const lengthNow = () => store.getState().document.files.get('a.prisma')?.syntax.text.length ?? 0
  return { store, open, type, previewer, questions, counts: () => ({ loads, disposals }) }
}

/** Lets everything that is already settled be noticed. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 0))

const sql = (text: string): MigrationAnswer => ({
  kind: 'migration',
  sql: text,
  steps: [],
  warnings: [],
  untranslated: [],
})
const invalid = (message: string): MigrationAnswer => ({
  kind: 'invalid',
  version: 'to',
  message,
  untranslated: [],
})

const of = (provider: MigrationProvider, baseline: Version | null = null) => ({
  provider,
  baseline,
})

describe('the SQL preview', () => {
  it('loads no engine before somebody looks', async () => {
    const { type, counts } = setUp()
    type('// a\n')
    await settle()
    expect(counts().loads).toBe(0)
  })

  it('shows the SQL of the text as it is', async () => {
    const { previewer, questions, type } = setUp()
    previewer.watch(of('sqlite'))
    await settle()
    expect(previewer.get().state).toBe('waiting')
    questions[0]?.answer(sql('CREATE 1'))
    await settle()
    expect(previewer.get()).toMatchObject({ state: 'current', sql: 'CREATE 1', message: null })
    type('// a\n')
    await settle()
    expect(questions[1]?.text).toBe('// a\nmodel A {\n}\n')
  })

  it('asks engines that run before the page draws the change', async () => {
    const { previewer, questions, type } = setUp()
    previewer.watch(of('sqlite'))
    await settle()
    type('// a\n')
    expect(questions).toHaveLength(2)
  })

  it('keeps the last good SQL while the schema is not valid', async () => {
    const { previewer, questions, type } = setUp()
    previewer.watch(of('sqlite'))
    await settle()
    questions[0]?.answer(sql('CREATE 1'))
    await settle()
    type('nonsense\n')
    await settle()
    questions[1]?.answer(invalid('This line is wrong.'))
    await settle()
    expect(previewer.get()).toMatchObject({
      state: 'outdated',
      invalid: 'to',
      sql: 'CREATE 1',
      message: 'This line is wrong.',
    })
  })

  it('drops an answer that is about an earlier text', async () => {
    const { previewer, questions, type } = setUp()
    previewer.watch(of('sqlite'))
    await settle()
    type('// a\n')
    questions[0]?.answer(sql('CREATE 1'))
    await settle()
    expect(previewer.get().sql).toBeNull()
    questions[1]?.answer(sql('CREATE 2'))
    await settle()
    expect(previewer.get().sql).toBe('CREATE 2')
  })

  it('starts from nothing for another provider and another design', async () => {
    const { previewer, questions, open } = setUp()
    const stop = previewer.watch(of('sqlite'))
    await settle()
    questions[0]?.answer(sql('CREATE 1'))
    await settle()
    stop()
    previewer.watch(of('postgresql'))
    expect(previewer.get()).toMatchObject({ state: 'waiting', sql: null, message: null })
    await settle()
    questions[1]?.answer(sql('CREATE 2'))
    await settle()
    open('model B {\n}\n', 'two')
    expect(previewer.get().sql).toBeNull()
  })

  it('asks for what leads from a baseline, and starts from nothing for another', async () => {
    const { previewer, questions } = setUp()
    const baseline = { label: 'before', files: [{ path: 'a.prisma', text: 'model Old {\n}\n' }] }
    const stop = previewer.watch(of('sqlite', baseline))
    await settle()
    expect(questions[0]?.from).toBe('model Old {\n}\n')
    questions[0]?.answer(sql('ALTER 1'))
    await settle()
    expect(previewer.get().sql).toBe('ALTER 1')
    stop()
    previewer.watch(of('sqlite'))
    expect(previewer.get().sql).toBeNull()
    await settle()
    expect(questions[1]?.from).toBeNull()
  })

  it('does not ask again when nothing changed since the last look', async () => {
    const { previewer, questions } = setUp()
    const stop = previewer.watch(of('sqlite'))
    await settle()
    questions[0]?.answer(sql('CREATE 1'))
    await settle()
    stop()
    previewer.watch(of('sqlite'))
    await settle()
    expect(questions).toHaveLength(1)
    expect(previewer.get().sql).toBe('CREATE 1')
  })

  it('does not ask while nobody looks', async () => {
    const { previewer, questions, type } = setUp()
    previewer.watch(of('sqlite'))()
    await settle()
    type('// a\n')
    await settle()
    expect(questions.filter(({ text }) => text.startsWith('//'))).toHaveLength(0)
  })

  it('says that the engine failed, and asks again', async () => {
    const { previewer, questions } = setUp()
    previewer.watch(of('sqlite'))
    await settle()
    questions[0]?.fail(Object.assign(new Error('It stopped.'), { name: 'EngineCrash' }))
    await settle()
    expect(previewer.get()).toMatchObject({ state: 'failed', sql: null, message: 'It stopped.' })
    previewer.retry()
    expect(previewer.get().state).toBe('waiting')
    await settle()
    questions[1]?.answer(sql('CREATE 1'))
    await settle()
    expect(previewer.get().state).toBe('current')
  })

  it('loads the engine again after it could not be loaded', async () => {
    const { store } = setUp()
    let loads = 0
    const previewer = createSqlPreviewer(store, async () => {
      loads++
      throw new Error('offline')
    })
    previewer.watch(of('sqlite'))
    await settle()
    expect(previewer.get().message).toContain('could not be worked out')
    previewer.retry()
    await settle()
    expect(loads).toBe(2)
  })

  it('ends the engine, and starts another when looked at again', async () => {
    const { previewer, counts } = setUp()
    previewer.watch(of('sqlite'))
    await settle()
    previewer.dispose()
    await settle()
    previewer.watch(of('sqlite'))
    await settle()
    expect(counts()).toEqual({ loads: 2, disposals: 1 })
  })
})
