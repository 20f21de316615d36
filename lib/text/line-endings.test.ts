import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyChanges, changeSet } from './change-set'
import { mapLineEndings, normalizeText, restoreText } from './line-endings'

describe('line endings', () => {
  it.each(['', 'a', '\n', 'a\r\nb\r\n', '\ufeffa\r\nb\nc\rd', '\r\r\n\n', '\ufeff'])(
    'gives %j back',
    (raw) => {
      const { text, endings } = normalizeText(raw)
      expect(text).not.toMatch(/\r/)
      expect(restoreText(text, endings)).toBe(raw)
    },
  )

  it('gives any text back', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('\r', '\n', '\r\n', 'a', '\ufeff', '😀')), (parts) => {
        const raw = parts.join('')
        const { text, endings } = normalizeText(raw)
        expect(restoreText(text, endings)).toBe(raw)
      }),
      { seed: 1, numRuns: 2000 },
    )
  })

  it('keeps each line as it was when another is edited', () => {
    const { text, endings } = normalizeText('a\r\nb\nc\r\nd\n\re')
    const changes = changeSet(text.length, [{ from: 0, to: 1, insert: 'new\nline' }])
    const mapped = mapLineEndings(endings, changes)
    expect(restoreText(applyChanges(text, changes), mapped)).toBe(
      // The usual ending of a file with a tie is the simplest one.
      'new\nline\r\nb\nc\r\nd\n\re',
    )
  })

  it('forgets the ending of a line that is deleted', () => {
    const { text, endings } = normalizeText('a\r\nb\r\nc\nd')
    const changes = changeSet(text.length, [{ from: 2, to: 6, insert: '' }])
    const mapped = mapLineEndings(endings, changes)
    expect(restoreText(applyChanges(text, changes), mapped)).toBe('a\r\nd')
  })

  it('writes new lines with the usual ending', () => {
    const { text, endings } = normalizeText('a\r\nb\r\n')
    const changes = changeSet(text.length, [{ from: 4, to: 4, insert: 'c\n' }])
    const mapped = mapLineEndings(endings, changes)
    expect(restoreText(applyChanges(text, changes), mapped)).toBe('a\r\nb\r\nc\r\n')
  })
})
