import { describe, expect, it } from 'vitest'
import type { KeySpec } from './attribute-arguments'
import { keySpec } from './key-places'
import { check, checkRefusal, contextOf, type Ids } from './testing'

const NONE = { name: null, map: null, type: null, clustered: null, where: null }
const field = (path: string) => ({ path, sort: null, length: null, ops: null })
const key = (kind: KeySpec['kind'], ...paths: string[]): KeySpec => ({
  kind,
  fields: paths.map(field),
  ...NONE,
})

const on =
  (spec: KeySpec) =>
  ({ block }: Ids) => ({ blockId: block('A'), key: spec })
const to =
  (index: number, spec: KeySpec) =>
  ({ block }: Ids) => ({ blockId: block('A'), key: index, to: spec })
const at =
  (index: number) =>
  ({ block }: Ids) => ({ blockId: block('A'), key: index })

const POSTGRES =
  'datasource db {\n  provider = "postgresql"\n}\ngenerator c {\n  provider = "x"\n  previewFeatures = ["partialIndexes"]\n}\n'
const model = (fields: string, keys = '') =>
  `${POSTGRES}model A {\n  id Int @id\n${fields}${keys && `\n${keys}`}}\n`
const TWO = '  a  Int\n  b  Json // c\n'

/** The written key with something changed. */
const changed = (text: string, index: number, change: Partial<KeySpec>): KeySpec => {
  const written = contextOf(text).graph.blockByName.get('A')?.keys[index]
  expect(written).toBeDefined()
  const { on: _, ...rest } = { ...keySpec(written as never), on: null }
  return { ...rest, ...change }
}

describe('addKey', () => {
  it('writes all that a key can say', () => {
    check('addKey', model(TWO), on(key('index', 'a', 'b')), model(TWO, '  @@index([a, b])\n'))
    const fields = [
      { ...field('b'), ops: 'JsonbPathOps' },
      { ...field('a'), ops: 'int4 "ops"' },
    ]
    check(
      'addKey',
      model(TWO),
      on({ ...key('index'), fields, map: 'm', type: 'Gin', where: ' raw("a > 1") ' }),
      model(
        TWO,
        '  @@index([b(ops: JsonbPathOps), a(ops: raw("int4 \\"ops\\""))], map: "m", type: Gin, where: raw("a > 1"))\n',
      ),
    )
    check(
      'addKey',
      model(TWO, '  @@index([a])\n'),
      on({ ...key('unique', 'b', 'a'), name: 'both' }),
      model(TWO, '  @@unique([b, a], name: "both")\n  @@index([a])\n'),
    )
  })

  it('says what the database has against it', () => {
    check('addKey', model(TWO), on(key('fulltext', 'a')), model(TWO, '  @@fulltext([a])\n'), [
      'Prisma has no full-text indexes for PostgreSQL.',
    ])
    check(
      'addKey',
      model(TWO, '  @@index([a])\n'),
      on(key('index', 'a')),
      model(TWO, '  @@index([a])\n  @@index([a])\n'),
      ['Another key is called A_a_idx in the database; one of them needs another name there.'],
    )
  })

  it('refuses what no database can have', () => {
    const odd: KeySpec[] = [
      key('id', 'a'),
      key('index'),
      key('index', 'a', 'a'),
      key('index', 'nowhere'),
      { ...key('index', 'a'), where: 'x' },
      { ...key('index', 'a'), where: '{ nowhere: 1 }' },
      { ...key('unique', 'a'), type: 'Hash' },
      { ...key('unique', 'a'), name: 'b' },
      { ...key('index', 'a'), name: 'x', map: 'y' },
    ]
    for (const spec of odd) checkRefusal('addKey', model(TWO), on(spec))
  })
})

describe('changeKey', () => {
  it('changes only what differs', () => {
    const before = model(TWO, '  @@index( [ a( sort:Desc ) ,b ],map:"m" ,type: BTree) // k\n')
    const change = (change: Partial<KeySpec>) => to(1, changed(before, 1, change))
    check('changeKey', before, change({ map: 'n' }), before.replace('"m"', '"n"'))
    check('changeKey', before, change({ map: null }), before.replace(',map:"m"', ''))
    check('changeKey', before, change({ type: 'Brin' }), before.replace('BTree', 'Brin'), [
      'An index of type Brin needs an operator class for b.',
    ])
    check(
      'changeKey',
      before,
      change({ fields: [field('a'), field('b'), field('id')] }),
      before.replace('a( sort:Desc ) ,b ', 'a ,b, id '),
    )
    check(
      'changeKey',
      before,
      change({ fields: [{ ...field('a'), sort: 'Asc' }] }),
      before.replace('Desc ) ,b', 'Asc )'),
    )
    check(
      'changeKey',
      before,
      change({ where: '{ a: 1 }' }),
      before.replace('BTree', 'BTree, where: { a: 1 }'),
    )
  })

  it('keeps a key on the field while it fits', () => {
    const before = model('  a  Int @unique // c\n  b  Int\n')
    const mapped = before.replace('@unique', '@unique(sort: Desc, map: "m")')
    const spec = {
      ...key('unique', 'a'),
      map: 'm',
      fields: [{ ...field('a'), sort: 'Desc' as const }],
    }
    check('changeKey', before, to(1, spec), mapped)
    check('changeKey', mapped, to(1, key('unique', 'a')), before)
    check(
      'changeKey',
      before,
      to(1, key('unique', 'b')),
      model('  a  Int // c\n  b  Int @unique\n'),
    )
    check(
      'changeKey',
      mapped,
      to(1, { ...key('unique', 'a', 'b'), map: 'm' }),
      model('  a  Int // c\n  b  Int\n', '  @@unique([a, b], map: "m")\n'),
    )
    check(
      'changeKey',
      before,
      to(1, key('index', 'a')),
      model('  a  Int // c\n  b  Int\n', '  @@index([a])\n'),
    )
  })

  it('changes the kind', () => {
    const before = model(TWO, '  @@index([a],map: "m")\n')
    check(
      'changeKey',
      before,
      to(1, { ...key('unique', 'a'), map: 'm' }),
      before.replace('@@index', '@@unique'),
    )
    checkRefusal('changeKey', before, to(1, { ...key('id', 'a'), map: 'm' }))
    checkRefusal('changeKey', before, to(1, { ...key('index', 'a'), map: 'm' }))
    checkRefusal('changeKey', before, to(7, key('index', 'a')))
  })
})

describe('deleteKey', () => {
  it('removes it from the field or the block', () => {
    const before = model('  a  Int @unique // c\n', '  @@index([a])\n')
    check('deleteKey', before, at(1), model('  a  Int // c\n', '  @@index([a])\n'))
    check('deleteKey', before, at(2), model('  a  Int @unique // c\n'))
    checkRefusal('deleteKey', before, at(3))
  })

  it('says what lacks it', () => {
    check(
      'deleteKey',
      'model A {\n  id Int @id\n  bs B[]\n}\nmodel B {\n  id Int @id\n  aId Int\n  a A @relation(fields: [aId], references: [id])\n}\n',
      at(0),
      'model A {\n  id Int\n  bs B[]\n}\nmodel B {\n  id Int @id\n  aId Int\n  a A @relation(fields: [aId], references: [id])\n}\n',
      ['A has no primary key now.', 'B.a refers to A.id, which must be unique for that.'],
    )
  })
})
