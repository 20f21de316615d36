import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Diagnostic } from '@/lib/engines/prisma-schema/shared'
import { type CrashReason, EngineCrash } from '@/lib/engines/worker-client'
import { changeSet } from '@/lib/text/change-set'
import { createFacetStore } from './store'
import { startValidation } from './validation'

const TEXT = 'enum Role {\n  READER\n}\n'

const FINDING: Diagnostic = { path: 'a.prisma', from: 0, to: 4, message: 'No', severity: 'error' }

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => setTimeout(run, 16))
})

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

/** A checker that answers as told, one answer after the other, and then finds nothing. */
async function setUp(...answers: (readonly Diagnostic[] | CrashReason)[]) {
  const store = createFacetStore(() => 0)
  const { actions } = store.getState()
  const lint = vi.fn(async () => {
    const answer = answers.shift() ?? []
    if (typeof answer === 'string') throw new EngineCrash('The engine', answer, '', 0)
    return answer
  })
  const validator = startValidation(store, { lint })
  const layout = { positions: { Role: { x: 0, y: 0 } } }
  const files = [{ path: 'a.prisma', text: TEXT }]
  actions.open({ name: 'Test', files, layout, viewport: null, prismaVersion: null }, 'design')
  await vi.advanceTimersByTimeAsync(2_000)
  const type = async (insert: string) => {
    const { syntax } = store.getState().document.files.get('a.prisma') ?? {}
    actions.type('a.prisma', changeSet(syntax?.text.length ?? 0, [{ from: 0, to: 0, insert }]))
    await vi.advanceTimersByTimeAsync(0)
  }
  return { lint, validator, type, validation: () => store.getState().validation }
}

it('says what the engine finds, in every text', async () => {
  const { type, validation } = await setUp([FINDING], [])
  expect(validation()).toEqual({ state: 'checked', diagnostics: [FINDING] })
  await type('// c\n')
  expect(validation()).toEqual({ state: 'checked', diagnostics: [] })
})

it.each(['panic', 'error'] as const)('asks a fresh engine once after a crash (%s)', async (how) => {
  const { lint, type, validation } = await setUp([], how, [FINDING])
  await type('// c\n')
  expect(validation()).toEqual({ state: 'checked', diagnostics: [FINDING] })
  expect(lint).toHaveBeenCalledTimes(3)
})

it.each([
  ['crashes again', ['panic', 'panic'], 3],
  ['hangs', ['timeout'], 2],
  ['cannot be loaded', ['load'], 2],
] as const)(
  'gives up on a text with which the engine %s, until the next',
  async (_, how, calls) => {
    const { lint, type, validation } = await setUp([FINDING], ...how, [FINDING])
    await type('// c\n')
    expect(validation()).toEqual({ state: 'unavailable', diagnostics: [] })
    expect(lint).toHaveBeenCalledTimes(calls)
    await type('// d\n')
    expect(validation()).toEqual({ state: 'checked', diagnostics: [FINDING] })
  },
)

it('tries again when told to', async () => {
  const { validator, validation } = await setUp('load', 'load', [FINDING])
  await validator.checkAgain()
  expect(validation().state).toBe('unavailable')
  await validator.checkAgain()
  expect(validation()).toEqual({ state: 'checked', diagnostics: [FINDING] })
})
