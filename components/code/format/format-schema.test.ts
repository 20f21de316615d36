import * as engine7 from '@prisma/prisma-schema-wasm'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { installPrismaGlobals } from '@/lib/engines/prisma-globals'
import { createHandlers } from '@/lib/engines/prisma-schema/handlers'
import { createFacetStore } from '@/lib/store/store'
import { changeSet } from '@/lib/text/change-set'
import { type Formatter, formatSchema } from './format-schema'

beforeAll(() => installPrismaGlobals(() => {}))
afterEach(() => vi.useRealTimers())

const handlers = createHandlers(engine7, 7)
const prisma: Formatter = { format: async (_, files) => handlers.format({ files }) }

function setUp(...texts: string[]) {
  const store = createFacetStore(() => 0)
  const { actions } = store.getState()
  const files = texts.map((text, index) => ({ path: `${'abc'[index]}.prisma`, text }))
  const layout = { positions: {} }
  actions.open({ name: 'Test', files, layout, viewport: null, prismaVersion: null }, 'design')
  const textsNow = () =>
    [...store.getState().document.files.values()].map(({ syntax }) => syntax.text)
  return { store, actions, textsNow }
}

const RAGGED = 'model A {\n id Int @id\n  name String? // é 😀\n}\n'
const NEAT = 'model A {\n  id   Int     @id\n  name String? // é 😀\n}\n'
const OTHER = 'model B {\n    id Int @id\n}\n'
const OTHER_NEAT = 'model B {\n  id Int @id\n}\n'
/** To which the formatter adds a field. */
const ONE_SIDED =
  'datasource db {\n  provider = "sqlite"\n}\n\nmodel A {\n  id Int @id\n  b  B\n}\n\nmodel B {\n  id Int @id\n}\n'

describe('formatSchema', () => {
  it('is one step over all files where it is spaces alone', async () => {
    const { store, actions, textsNow } = setUp(RAGGED, OTHER, NEAT.replaceAll('A', 'C'))
    await formatSchema(store, prisma)
    expect(textsNow()).toEqual([NEAT, OTHER_NEAT, NEAT.replaceAll('A', 'C')])
    expect(store.getState().notice?.text).toBe('Formatted 2 files')
    actions.undo()
    expect(textsNow()).toEqual([RAGGED, OTHER, NEAT.replaceAll('A', 'C')])
  })

  it('says so when there is nothing to do', async () => {
    const { store, textsNow } = setUp(NEAT)
    await formatSchema(store, prisma)
    expect(textsNow()).toEqual([NEAT])
    expect(store.getState().notice?.text).toBe('The schema is formatted already.')
  })

  it('says that it is at it when it takes long, but not to whoever saves', async () => {
    vi.useFakeTimers()
    const { store } = setUp(RAGGED)
    const slow: Formatter = {
      format: async (version, files) => {
        await vi.advanceTimersByTimeAsync(1500)
        notices.push(store.getState().notice?.text)
        return prisma.format(version, files)
      },
    }
    const notices: (string | undefined)[] = []
    await formatSchema(store, slow, { isSaving: true })
    store.getState().actions.undo()
    await formatSchema(store, slow)
    expect(notices).toEqual([undefined, 'Formatting…'])
    expect(store.getState().notice?.text).toBe('Formatted 1 file')
    expect(vi.getTimerCount()).toBe(0)
  })

  it('asks before it does more than that', async () => {
    const { store, textsNow } = setUp(ONE_SIDED, OTHER.replaceAll('B', 'C'))
    await formatSchema(store, prisma)
    expect(store.getState().dialog).toBe('format')
    expect(textsNow()).toEqual([ONE_SIDED, OTHER.replaceAll('B', 'C')])
  })

  it('does not ask while saving, but leads to the question', async () => {
    const { store, textsNow } = setUp(ONE_SIDED)
    await formatSchema(store, prisma, { isSaving: true })
    expect(store.getState().dialog).toBeNull()
    expect(textsNow()).toEqual([ONE_SIDED])
    store.getState().notice?.action?.run()
    expect(store.getState().dialog).toBe('format')
  })

  it('formats what was typed meanwhile as well', async () => {
    const { store, actions, textsNow } = setUp(RAGGED)
    let isFirst = true
    const slow: Formatter = {
      async format(version, files) {
        if (isFirst) {
          isFirst = false
          const insert = 'enum   E {\n  V\n}\n'
          const { length } = RAGGED
          actions.type('a.prisma', changeSet(length, [{ from: length, to: length, insert }]))
        }
        return prisma.format(version, files)
      },
    }
    await formatSchema(store, slow)
    expect(textsNow()).toEqual([`${NEAT}\nenum E {\n  V\n}\n`])
  })

  it('changes nothing when the formatter fails, and says so', async () => {
    const { store, textsNow } = setUp(RAGGED)
    await formatSchema(store, { format: () => Promise.reject(new Error('It crashed')) })
    expect(textsNow()).toEqual([RAGGED])
    expect(store.getState().notice).toMatchObject({ kind: 'error' })
  })

  it('does not alarm whoever saves when the formatter fails', async () => {
    const { store, textsNow } = setUp(RAGGED)
    const failing = { format: () => Promise.reject(new Error('It crashed')) }
    await formatSchema(store, failing, { isSaving: true })
    expect(textsNow()).toEqual([RAGGED])
    expect(store.getState().notice).toMatchObject({
      kind: 'status',
      text: expect.stringMatching(/^Saved, but not/),
    })
  })
})
