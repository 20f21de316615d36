import { describe, it } from 'vitest'
import { check, checkRefusal, type Ids } from './testing'

const set =
  (path: string, value: string | null) =>
  ({ block, field }: Ids) => ({ blockId: block('A'), fieldId: field(`A.${path}`), value })

describe('setDefault', () => {
  it('adds, changes and removes it', () => {
    const without = 'model A {\n  at DateTime @unique @db.Date // c\n}\n'
    const now = without.replace('@db', '@default(now()) @db')
    const generated = without.replace('@db', '@default( dbgenerated("f(\')\')") ) @db')
    check('setDefault', without, set('at', ' now() '), now)
    check('setDefault', generated, set('at', 'now()'), now.replace('now()', ' now() '))
    check('setDefault', now, set('at', null), without)
  })

  it('goes into the column of the others', () => {
    check(
      'setDefault',
      'model A {\n  id   Int    @id\n  role Role\n  name String @unique\n}\nenum Role {\n  ADMIN\n}\n',
      set('role', 'ADMIN'),
      'model A {\n  id   Int    @id\n  role Role   @default(ADMIN)\n  name String @unique\n}\nenum Role {\n  ADMIN\n}\n',
    )
  })

  it('fills an attribute without a value', () => {
    check(
      'setDefault',
      'model A {\n  x Int @default\n}\n',
      set('x', '-1'),
      'model A {\n  x Int @default(-1)\n}\n',
    )
  })

  it('says when it does not fit', () => {
    check(
      'setDefault',
      'model A {\n  x Int\n}\n',
      set('x', '"a"'),
      'model A {\n  x Int @default("a")\n}\n',
      ['"a" is no default that A.x can have.'],
    )
    check(
      'setDefault',
      'datasource db {\n  provider = "sqlite"\n}\nmodel A {\n  x Int\n}\n',
      set('x', 'autoincrement()'),
      'datasource db {\n  provider = "sqlite"\n}\nmodel A {\n  x Int @default(autoincrement())\n}\n',
      ['autoincrement() is no default that A.x can have.'],
    )
  })

  it.each(['', '1 2', '1, 2', '(', '"a', '1) @id', 'now(', '1 // c', '1\n', 'map: 1', '1 /* c */'])(
    'refuses %j',
    (value) => {
      checkRefusal('setDefault', 'model A {\n  x Int\n}\n', set('x', value))
    },
  )

  it('refuses a relation, and what is so already', () => {
    checkRefusal('setDefault', 'model A {\n  x A[]\n}\n', set('x', '1'))
    checkRefusal('setDefault', 'model A {\n  x Int\n}\n', set('x', null))
    checkRefusal('setDefault', 'model A {\n  x Int @default(1)\n}\n', set('x', '1'))
  })
})

describe('setDefault with the name of the constraint', () => {
  const server = (value: string) =>
    `datasource db {\n  provider = "sqlserver"\n}\nmodel A {\n  x Int @default(${value})\n}\n`
  const named = (map: string | null) => (ids: Ids) => ({ ...set('x', '1')(ids), map })

  it('adds, changes, keeps and removes it', () => {
    check('setDefault', server('1'), named('m'), server('1, map: "m"'))
    check('setDefault', server('1 ,map : "m"'), named('n'), server('1 ,map : "n"'))
    check('setDefault', server('2, map: "m"'), set('x', '1'), server('1, map: "m"'))
    check('setDefault', server('1, map: "m"'), named(null), server('1'))
  })

  it('says where there are none', () => {
    check(
      'setDefault',
      server('2').replace('sqlserver', 'mysql'),
      named('m'),
      server('1, map: "m"').replace('sqlserver', 'mysql'),
      ['MySQL has no names for defaults.'],
    )
  })
})

describe('setDefault with a function', () => {
  it.each([
    ['uuid(7)', true],
    ['uuid(5)', false],
    ['cuid(2)', true],
    ['ulid()', true],
    ['ulid(1)', false],
    ['nanoid(255)', true],
    ['nanoid(1)', false],
    ['auto()', false],
    ['sequence()', false],
    ['dbgenerated("f()")', true],
    ['dbgenerated("")', false],
  ])('takes %s as Prisma does', (value, isFit) => {
    const schema = (text: string) =>
      `datasource db {\n  provider = "postgresql"\n}\nmodel A {\n  x String${text}\n}\n`
    check(
      'setDefault',
      schema(''),
      set('x', value),
      schema(` @default(${value})`),
      isFit ? [] : [`${value} is no default that A.x can have.`],
    )
  })
})
