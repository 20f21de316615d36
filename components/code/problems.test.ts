import { describe, expect, it } from 'vitest'
import { createDocument } from '@/lib/document/document'
import type { Diagnostic } from '@/lib/store/state'
import { countProblems, listProblems } from './problems'

const document = createDocument([
  { path: 'a.prisma', text: 'model A {\n  id Int\n  b\n}\n\n  what is this\n' },
  { path: 'b.prisma', text: 'enum E {\n  A\n}\n' },
])

function diagnostic(path: string, from: number, severity: Diagnostic['severity']): Diagnostic {
  return { path, from, to: from + 1, message: `at ${from}`, severity }
}

describe('listProblems', () => {
  it('groups by file, in the order of the text, with lines and columns', () => {
    const diagnostics = [
      diagnostic('b.prisma', 0, 'warning'),
      diagnostic('a.prisma', 12, 'error'),
      diagnostic('a.prisma', 0, 'error'),
      diagnostic('gone.prisma', 0, 'error'),
    ]
    const list = listProblems(document, { state: 'checked', diagnostics })
    expect(
      list.map(({ path, problems }) => [path, ...problems.map((p) => `${p.line}:${p.column}`)]),
    ).toEqual([
      ['a.prisma', '1:1', '2:3'],
      ['b.prisma', '1:1'],
    ])
  })

  it('says what the parser knows when the engine cannot run', () => {
    const [file, ...others] = listProblems(document, { state: 'unavailable', diagnostics: [] })
    expect(others).toEqual([])
    expect(file?.problems.map(({ line, column }) => [line, column])).toEqual([
      [3, 3],
      [6, 3],
    ])
    const stray = file?.problems[1]
    expect(document.files.get('a.prisma')?.syntax.text.slice(stray?.from, stray?.to)).toBe(
      'what is this',
    )
  })

  it('counts errors and warnings', () => {
    const diagnostics = [
      diagnostic('a.prisma', 0, 'error'),
      diagnostic('a.prisma', 1, 'warning'),
      diagnostic('b.prisma', 0, 'error'),
    ]
    expect(countProblems(document, { state: 'checked', diagnostics })).toEqual({
      errors: 2,
      warnings: 1,
    })
    expect(countProblems(document, { state: 'unavailable', diagnostics: [] }).errors).toBe(2)
  })
})
