import { expect, test } from 'vitest'
import { countPlaywright, countsLine, countVitest, stageCounts, sum } from './counts.mjs'

const nothing = { passed: 0, failed: 0, skipped: 0 }

test('unit tests: skipped and to-do are skipped', () => {
  const report = {
    numPassedTests: 3,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 1,
    testResults: [{ status: 'failed', assertionResults: [{ status: 'failed' }] }],
  }
  expect(countVitest(report)).toEqual({ passed: 3, failed: 1, skipped: 3 })
})

test('unit tests: a file that does not load is a failure', () => {
  const report = {
    numPassedTests: 1,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
      { status: 'failed', assertionResults: [] },
    ],
  }
  expect(countVitest(report)).toEqual({ passed: 1, failed: 1, skipped: 0 })
})

test('end-to-end tests', () => {
  const report = { stats: { expected: 5, unexpected: 2, flaky: 1, skipped: 4 } }
  expect(countPlaywright(report)).toEqual({ passed: 6, failed: 2, skipped: 4 })
})

test('a stage that fails has a failure, whatever its report says', () => {
  expect(stageCounts(1, { passed: 4, failed: 0, skipped: 0 }).failed).toBe(1)
  expect(stageCounts(1, { passed: 4, failed: 3, skipped: 0 }).failed).toBe(3)
  expect(stageCounts(0, null)).toEqual({ passed: 0, failed: 1, skipped: 0 })
  expect(stageCounts(0, nothing).failed).toBe(1)
  expect(stageCounts(0, { passed: 4, failed: 0, skipped: 1 })).toEqual({
    passed: 4,
    failed: 0,
    skipped: 1,
  })
})

test('the line names skipped tests only when there are any', () => {
  expect(countsLine(sum([]))).toBe('0 passed, 0 failed')
  const total = sum([
    { passed: 2, failed: 1, skipped: 0 },
    { passed: 40, failed: 0, skipped: 3 },
  ])
  expect(countsLine(total)).toBe('42 passed, 1 failed, 3 skipped')
})
