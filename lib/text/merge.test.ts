import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitLines } from './line-diff'
import { mergeFiles, mergeTexts } from './merge'

/** Joins what is written as one word a line. */
const lines = (words: string) =>
  words
    .split(' ')
    .map((word) => `${word}\n`)
    .join('')

/** One side's changes of a text: by line, whether it goes, and how many new ones stand before it. */
const sideChanges = fc.array(
  fc.record({ goes: fc.boolean(), adds: fc.constantFrom(0, 0, 0, 1, 2) }),
  {
    minLength: 9,
    maxLength: 9,
  },
)
type SideChanges = readonly { goes: boolean; adds: number }[]

const BASE = Array.from({ length: 8 }, (_, index) => `base${index}\n`)

/** Makes few changes, with marks in new lines that say whose they are. */
function change(changes: SideChanges, mark: string, rare: number) {
  const added: string[] = []
  const kept: string[] = []
  const result: string[] = []
  for (const [index, { goes, adds }] of changes.entries()) {
    const isChanged = (index + rare) % 3 === 0
    for (let count = 0; isChanged && count < adds; count++) {
      const line = `${mark}${index}.${count}\n`
      added.push(line)
      result.push(line)
    }
    const line = BASE[index]
    if (line === undefined || (isChanged && goes)) continue
    kept.push(line)
    result.push(line)
  }
  return { text: result.join(''), added, kept: new Set(kept) }
}

describe('mergeTexts', () => {
  it('takes what each side changed elsewhere', () => {
    expect(mergeTexts(lines('a b c d e'), lines('A b c d e'), lines('a b c E f'))).toEqual({
      kind: 'merged',
      text: lines('A b c E f'),
    })
  })

  it('takes once what both changed alike', () => {
    expect(mergeTexts(lines('a b'), lines('a X b'), lines('a X b'))).toEqual({
      kind: 'merged',
      text: lines('a X b'),
    })
  })

  it('keeps both versions of what they changed differently', () => {
    expect(mergeTexts(lines('a b c d'), lines('a MINE c d'), lines('a THEIRS c D'))).toEqual({
      kind: 'conflict',
      count: 1,
      both: 'a\n// Your version:\nMINE\n// Version from the folder:\nTHEIRS\nc\nD\n',
    })
  })

  it('asks about a line that one side changed and the other deleted', () => {
    expect(mergeTexts(lines('a b c'), lines('a X c'), lines('a c')).kind).toBe('conflict')
  })

  it('breaks the line where the text that ended there goes on', () => {
    expect(mergeTexts('a\nb', 'a\nb\nmine', 'A\nb')).toMatchObject({ kind: 'conflict' })
    expect(mergeTexts('a\nx\nb', 'a\nx\nb\nmine', 'A\nx\nb')).toEqual({
      kind: 'merged',
      text: 'A\nx\nb\nmine',
    })
  })

  it('never loses a line silently', () => {
    fc.assert(
      fc.property(sideChanges, sideChanges, fc.nat(2), fc.nat(2), (own, other, first, second) => {
        const mine = change(own, 'mine', first)
        const theirs = change(other, 'theirs', second)
        const merge = mergeTexts(BASE.join(''), mine.text, theirs.text)
        if (merge.kind === 'conflict') {
          const both = splitLines(merge.both)
          for (const line of [...splitLines(mine.text), ...splitLines(theirs.text)]) {
            const isGone =
              line.startsWith('base') && !(mine.kept.has(line) && theirs.kept.has(line))
            if (!isGone) expect(both).toContain(line)
          }
          return
        }
        const expected = [
          ...mine.added,
          ...theirs.added,
          ...BASE.filter((line) => mine.kept.has(line) && theirs.kept.has(line)),
        ]
        expect(splitLines(merge.text).sort()).toEqual(expected.sort())
      }),
      { seed: 3, numRuns: 1000 },
    )
  })

  it('is the same whichever side is which, when it is clean', () => {
    fc.assert(
      fc.property(sideChanges, sideChanges, fc.nat(2), fc.nat(2), (own, other, first, second) => {
        const [mine, theirs] = [change(own, 'x', first).text, change(other, 'y', second).text]
        const one = mergeTexts(BASE.join(''), mine, theirs)
        const two = mergeTexts(BASE.join(''), theirs, mine)
        expect(one.kind).toBe(two.kind)
        if (one.kind === 'merged') expect(two).toEqual(one)
      }),
      { seed: 4, numRuns: 500 },
    )
  })
})

describe('mergeFiles', () => {
  it('lets the line endings of one side not hide what the other changed', () => {
    expect(mergeFiles('a\nb\nc\n', 'A\nb\nc\n', '\ufeffa\r\nb\r\nC\r\n')).toEqual({
      kind: 'merged',
      text: '\ufeffA\r\nb\r\nC\r\n',
    })
  })

  it('keeps each line’s ending in a file that mixes them', () => {
    expect(mergeFiles('a\r\nb\nc\r\nd\n', 'A\r\nb\nc\r\nd\n', 'a\r\nb\nc\r\nD\n')).toEqual({
      kind: 'merged',
      text: 'A\r\nb\nc\r\nD\n',
    })
  })
})
