import { describe, expect, test } from 'vitest'
import { contextOf } from '@/lib/commands/testing'
import {
  callArgument,
  defaultChoices,
  defaultConstraint,
  defaultWay,
  sequenceOptionsOf,
  sequenceText,
  writtenDefault,
} from './default-choice'

const ENUM = 'enum Role {\n  USER\n  ADMIN\n}\n'

/** A field declared as `line` in a model, or what is made of it. */
function fieldOf(line: string, provider = 'postgresql', kind = 'model') {
  const source = `datasource db {\n  provider = "${provider}"\n}\n`
  const { graph } = contextOf(`${source}${ENUM}${kind} A {\n  ${line}\n}\n`)
  const block = graph.blockByName.get('A')
  const field = block?.fields[0]
  if (!block || !field) throw new Error(`No field in ${line}`)
  return { graph, block, field }
}

function choicesOf(line: string, provider?: string, kind?: string): string[] {
  const { graph, block, field } = fieldOf(line, provider, kind)
  return defaultChoices(graph, block, field).map(({ way, reason }) =>
    reason ? `${way} (${reason})` : way,
  )
}

describe('what is offered', () => {
  const strings = 'uuid() uuid(4) uuid(7) cuid() cuid(1) cuid(2) ulid() nanoid'
  test.each([
    ['x Int', 'sqlserver', 'none literal autoincrement() dbgenerated written'],
    ['x Int', 'cockroachdb', 'none literal sequence dbgenerated written'],
    ['x BigInt', 'cockroachdb', 'none literal autoincrement() sequence dbgenerated written'],
    ['x Int @id', 'sqlite', 'none literal autoincrement() dbgenerated written'],
    ['x Int', 'sqlite', 'none literal autoincrement() (only as the @id) dbgenerated written'],
    [
      'x Int',
      'mysql',
      'none literal autoincrement() (only at the front of a key) dbgenerated written',
    ],
    ['x Int', 'mongodb', 'none literal written'],
    ['x String', 'postgresql', `none literal ${strings} dbgenerated written`],
    ['x String @id @db.ObjectId', 'mongodb', `none literal ${strings} auto() written`],
    ['x Bytes @id @db.ObjectId', 'mongodb', 'none literal auto() written'],
    ['x String @db.ObjectId', 'mongodb', `none literal ${strings} written`],
    ['x DateTime', 'mysql', 'none literal now() dbgenerated written'],
    ['x Role', 'postgresql', 'none literal dbgenerated written'],
    ['x Role[]', 'postgresql', 'none list dbgenerated written'],
    ['x Unsupported("point")', 'postgresql', 'none dbgenerated written'],
  ])('%s on %s', (line, provider, ways) => {
    expect(choicesOf(line, provider).join(' ')).toBe(ways)
  })

  test('a composite type has no defaults that the database makes', () => {
    expect(choicesOf('x Int', 'mongodb', 'type')).toEqual(['none', 'literal', 'written'])
  })
})

test.each([
  ['x Int', 'none'],
  ['x Int @default(1)', 'literal'],
  ['x Int @default("a")', 'written'],
  ['x Int @default()', 'written'],
  ['x Int @default(autoincrement())', 'autoincrement()'],
  ['x Int @default(uuid())', 'written'],
  ['x Int @default(later(1, 2))', 'written'],
  ['x DateTime @default(now())', 'now()'],
  ['x String @default("a")', 'literal'],
  ['x String @default(uuid())', 'uuid()'],
  ['x String @default(uuid( 7 ))', 'uuid(7)'],
  ['x String @default(uuid(5))', 'written'],
  ['x String @default(nanoid(12))', 'nanoid'],
  ['x String @default(dbgenerated())', 'dbgenerated'],
  ['x String @default(dbgenerated("gen()"))', 'dbgenerated'],
  ['x String @default(value: "a")', 'literal'],
  ['x Role @default(ADMIN)', 'literal'],
  ['x Role @default(NOBODY)', 'written'],
  ['x Role[] @default([ADMIN, USER])', 'list'],
  ['x Role[] @default([NOBODY])', 'written'],
  ['x String[] @default([])', 'list'],
  ['x Unsupported("point") @default(dbgenerated("origin()"))', 'dbgenerated'],
])('%s is said as %s', (line, way) => {
  const { graph, block, field } = fieldOf(line)
  expect(defaultWay(graph, block, field)).toBe(way)
})

test('reads and writes the options of a sequence', () => {
  const { graph, block, field } = fieldOf(
    'x Int @default(sequence(start: 10, virtual: true))',
    'cockroachdb',
  )
  expect(defaultWay(graph, block, field)).toBe('sequence')
  const options = sequenceOptionsOf(field.default)
  expect(options).toEqual({ start: '10', virtual: 'true' })
  expect(sequenceText({ ...options, cache: '5', start: '' })).toBe(
    'sequence(virtual: true, cache: 5)',
  )
  expect(sequenceText({ virtual: 'false' })).toBe('sequence()')
})

test('a default is taken as it stands in the schema', () => {
  const written = (line: string) => {
    const { block, field } = fieldOf(line)
    return writtenDefault(block, field)
  }
  expect(written('x Json @default( "{\\u0022a\\u0022: 1}" )')).toBe('"{\\u0022a\\u0022: 1}"')
  expect(written('x String[] @default([ "a","b" ])')).toBe('[ "a","b" ]')
  expect(written('x Int')).toBe('')
})

test('the argument of a call is shown without its quotes', () => {
  const argument = (line: string) => callArgument(fieldOf(line).field.default)
  expect(argument('x String @default(dbgenerated("a(\\"b\\")"))')).toBe('a("b")')
  expect(argument('x String @default(nanoid(12))')).toBe('12')
  expect(argument('x String @default(nanoid())')).toBe('')
})

test('the name of the constraint is read', () => {
  const constraint = (line: string) => {
    const { block, field } = fieldOf(line, 'sqlserver')
    return defaultConstraint(block, field)
  }
  expect(constraint('x Int @default(1, map: "DF_x")')).toBe('DF_x')
  expect(constraint('x Int @default(1)')).toBeNull()
})
