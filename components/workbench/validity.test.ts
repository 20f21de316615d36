import { describe, expect, it } from 'vitest'
import type { Diagnostic, Validation } from '@/lib/store/state'
import { CHECKING, counted, nextValidity, validityOf } from './validity'

const problem = (severity: Diagnostic['severity']): Diagnostic => ({
  path: 'schema.prisma',
  from: 0,
  to: 1,
  message: '',
  severity,
})
const checked = (...severities: Diagnostic['severity'][]): Validation => ({
  state: 'checked',
  diagnostics: severities.map(problem),
})
const checking: Validation = { state: 'checking', diagnostics: [] }
const typed = { origin: 'editor', files: [] } as const
const opened = { origin: 'open', files: [] } as const

describe('validity', () => {
  it.each([
    [checked(), 'Valid'],
    [checked('error'), '1 error'],
    [checked('error', 'warning', 'error'), '2 errors'],
    [checked('warning'), '1 warning'],
    [checked('warning', 'warning'), '2 warnings'],
    [checking, 'Checking…'],
    [{ state: 'unavailable', diagnostics: [] } as const, 'Validation unavailable'],
  ])('says of %j: %s', (validation, text) => {
    expect(validityOf(validation).text).toBe(text)
  })

  it('keeps the last answer while a change is looked at, and drops it for another design', () => {
    const before = { validation: checked(), lastStep: opened }
    const known = validityOf(before.validation)
    const after = { validation: checking, lastStep: typed }
    expect(nextValidity(known, after, before)).toBe(known)
    const other = { validation: checking, lastStep: { ...opened } }
    expect(nextValidity(known, other, before)).toBe(CHECKING)
    const answer = { validation: checked('error'), lastStep: typed }
    expect(nextValidity(known, answer, after).text).toBe('1 error')
  })

  it('counts', () => {
    expect([0, 1, 2, 1234].map((count) => counted(count, 'entity', 'entities'))).toEqual([
      '0 entities',
      '1 entity',
      '2 entities',
      '1,234 entities',
    ])
  })
})
