import { expect, test } from 'vitest'
import { readOptions, STAGES } from './options.mjs'

test('everything but the measurements by default', () => {
  const all = { help: false, stages: [...STAGES], grep: undefined, filters: [] }
  expect(readOptions([])).toEqual(all)
  expect(STAGES).not.toContain('performance')
})

test('chosen stages', () => {
  expect(readOptions(['--only', 'unit']).stages).toEqual(['unit'])
  expect(readOptions(['--only=types,lint', '--only', 'e2e']).stages).toEqual([
    'types',
    'lint',
    'e2e',
  ])
})

test('a title and files of one runner', () => {
  const options = readOptions(['--only', 'e2e', 'share.spec.ts', '-g', 'corrupt link'])
  expect(options).toMatchObject({ grep: 'corrupt link', filters: ['share.spec.ts'] })
})

test.each([
  [['--only', 'everything'], 'no stage "everything"'],
  [['share.spec.ts'], 'needs --only'],
  [['--only', 'build', 'share.spec.ts'], 'needs --only'],
  [['--fast'], '--fast'],
])('%j is refused', (args, message) => {
  expect(() => readOptions(args)).toThrow(message)
})
