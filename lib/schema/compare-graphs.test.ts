import { describe, expect, it } from 'vitest'
import { parse } from '@/lib/psl/parse'
import { compareGraphs, signOf } from './compare-graphs'
import { deriveGraph } from './derive'

const graphOf = (text: string) => deriveGraph(new Map([['a.prisma', parse(text)]]))

/** What changed, as lines: `+ User`, `~ Post +title ~text -draft`, `- Role`. */
function check(before: string, after: string, expected: readonly string[]): void {
  const graph = graphOf(after)
  const { blocks, removed } = compareGraphs(graphOf(before), graph)
  const lines = [...blocks].map(([id, change]) => {
    const block = graph.blockById.get(id)
    const nameOf = (id: string) =>
      [...(block?.fields ?? []), ...(block?.values ?? [])].find((member) => member.id === id)?.name
    const members = [...change.members].map(([id, kind]) => `${SIGNS[kind]}${nameOf(id)}`)
    const gone = change.removed.map((name) => `-${name}`)
    return [`${SIGNS[change.kind]} ${change.name}`, ...members, ...gone].join(' ')
  })
  expect([...lines, ...removed.map(({ name }) => `- ${name}`)]).toEqual(expected)
}

const SIGNS = { added: '+', changed: '~' }

describe('compareGraphs', () => {
  it('finds nothing where only spaces, comments and order differ', () => {
    check(
      'model A {\n  id Int @id\n  b String\n}\nenum E {\n  X\n}\n',
      '// Hi\nenum E { // there\n  X\n}\nmodel A {\n  b   String // why\n  id   Int   @id\n}\n',
      [],
    )
  })

  it('tells blocks that are new from those that are gone', () => {
    check('model A {\n  id Int @id\n}\n', 'model B {\n  id Int @id\n}\n', ['+ B', '- A'])
  })

  it('tells which fields and values are new, different and gone', () => {
    check(
      'model A {\n  id Int @id\n  b String\n  c Int\n}\nenum E {\n  X\n  Y\n}\n',
      'model A {\n  id Int @id\n  b String?\n  d Int\n}\nenum E {\n  X\n  Z\n}\n',
      ['~ A ~b +d -c', '~ E +Z -Y'],
    )
  })

  it('follows what kept its name in the database', () => {
    check(
      'model user {\n  id Int @id\n  user_name String\n}\n',
      'model User {\n  id Int @id\n  name String @map("user_name")\n\n  @@map("user")\n}\n',
      ['~ User ~name'],
    )
  })

  it('does not take an enum for a model of the same name', () => {
    check('enum A {\n  X\n}\n', 'model A {\n  id Int @id\n}\n', ['+ A', '- A'])
  })

  it('counts keys of the block', () => {
    check(
      'model A {\n  id Int @id\n  b Int\n}\n',
      'model A {\n  id Int @id\n  b Int\n  @@index([b])\n}\n',
      ['~ A'],
    )
  })

  it('pairs each of two blocks of one name once', () => {
    check('enum E {\n  X\n}\n', 'enum E {\n  X\n}\nenum E {\n  X\n}\n', ['+ E'])
  })
})

describe('signOf', () => {
  const sign = (before: string, after: string) => {
    const model = (fields: string) => graphOf(`model A {\n  id Int @id\n${fields}}\n`)
    return [...compareGraphs(model(before), model(after)).blocks.values()].map(signOf)
  }

  it('tells what only lost something from what is different', () => {
    expect(sign('  b Int\n', '')).toEqual(['lost'])
    expect(sign('  b Int\n', '  c Int\n')).toEqual(['changed'])
    expect(sign('', '\n  @@map("a")\n')).toEqual(['changed'])
  })
})
