import { describe, expect, it } from 'vitest'
import { createDocument } from '@/lib/document/document'
import { lineColumns, placeOf, targetAt } from './code-places'

/** What is at the `|` in the text: `User`, `User.email`, or `null`. */
function targetIn(marked: string): string | null {
  const offset = marked.indexOf('|')
  const document = createDocument([{ path: 'a.prisma', text: marked.replace('|', '') }])
  const target = targetAt(document, 'a.prisma', offset)
  const block = target && document.graph.blockById.get(target.blockId)
  if (!block) return null
  const member = [...block.fields, ...block.values].find(({ id }) => id === target.memberId)
  return member ? `${block.name}.${member.name}` : block.name
}

describe('targetAt', () => {
  it.each([
    ['|model User {\n  id Int\n}\n', 'User'],
    ['model User {|\n  id Int\n}\n', 'User'],
    ['model User {\n|  id Int\n}\n', 'User.id'],
    ['model User {\n  id Int| // note\n}\n', 'User.id'],
    ['model User {\n  id Int // note|\n}\n', 'User.id'],
    ['model User {\n  id Int\n|}\n', 'User'],
    ['model User {\n  id Int\n}|\n', 'User'],
    ['model User {\n  id Int\n\n  @@map("u|")\n}\n', 'User'],
    ['/// The users|\nmodel User {\n  id Int\n}\n', 'User'],
    ['enum Role {\n  AD|MIN\n}\n', 'Role.ADMIN'],
    ['model A {\n  id Int\n}\nmodel B {\n  i|d Int\n}\n', 'B.id'],
    ['model User {\n  id Int\n}\n|\nmodel Post {\n}\n', null],
    ['model User {\n  id Int\n}\n|', null],
    ['// A remark|\n\nmodel User {\n}\n', null],
    ['datasource db {\n  pro|vider = "sqlite"\n}\n', null],
    ['|', null],
  ])('%j is in %s', (text, expected) => {
    expect(targetIn(text)).toBe(expected)
  })

  it('knows nothing of a file that is not there', () => {
    expect(targetAt(createDocument([]), 'b.prisma', 0)).toBeNull()
  })
})

describe('placeOf', () => {
  const text = '// Header\n\nmodel User {\n  id   Int @id // key\n}\n\nenum Role {\n  ADMIN\n}\n'
  const document = createDocument([
    { path: 'a.prisma', text: 'model First {\n}\n' },
    { path: 'b.prisma', text },
  ])

  function textOf(blockName: string, memberName?: string): string {
    const block = document.graph.blockByName.get(blockName)
    const member = [...(block?.fields ?? []), ...(block?.values ?? [])].find(
      ({ name }) => name === memberName,
    )
    const place = placeOf(document, { blockId: block?.id ?? '', memberId: member?.id ?? null })
    return `${place?.path}: ${text.slice(place?.from, place?.to)}`
  }

  it('is the head of a block', () => {
    expect(textOf('User')).toBe('b.prisma: model User')
    expect(textOf('Role')).toBe('b.prisma: enum Role')
  })

  it('is the declaration of a member, without its comment', () => {
    expect(textOf('User', 'id')).toBe('b.prisma: id   Int @id')
    expect(textOf('Role', 'ADMIN')).toBe('b.prisma: ADMIN')
  })

  it('is nowhere for a block that is gone', () => {
    expect(placeOf(document, { blockId: 'gone', memberId: null })).toBeNull()
  })
})

describe('lineColumns', () => {
  it('counts from 1, for offsets in any order', () => {
    expect(lineColumns('ab\ncd\n', [4, 0, 2, 3, 6])).toEqual([
      { line: 2, column: 2 },
      { line: 1, column: 1 },
      { line: 1, column: 3 },
      { line: 2, column: 1 },
      { line: 3, column: 1 },
    ])
  })
})
