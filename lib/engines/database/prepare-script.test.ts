import { expect, it } from 'vitest'
import { prepareScript } from './prepare-script'
import { shortened } from './shortened'
import { standInsFor } from './stand-ins'

function prepared(provider: 'postgresql' | 'sqlite', ...texts: string[]) {
  const pieces = texts.map((text, index) => ({ text, line: index + 1 }))
  const { statements, skipped, extensions } = prepareScript(pieces, provider)
  return {
    run: statements.map(({ text }) => text),
    skipped: skipped.map(({ line, reason }) => `${line}: ${reason}`),
    extensions,
  }
}

it('tells a reason once for neighbours, and says nothing of what is not worth it', () => {
  expect(
    prepared(
      'postgresql',
      '\\restrict x',
      'SET ROLE app',
      'GRANT ALL ON a TO b',
      'BEGIN',
      'REVOKE ALL ON a FROM b',
      'CREATE TABLE a (id citext)',
      "SELECT pg_catalog.setval('s', 1)",
      '\\i other.sql',
    ),
  ).toEqual({
    run: ['CREATE TABLE a (id citext)'],
    skipped: [
      '2: Roles and privileges are not part of a Prisma schema.',
      '8: Other files are not read; import them on their own.',
    ],
    extensions: ['citext'],
  })
})

it('does not execute what is never closed', () => {
  const pieces = [{ text: "SELECT 'x", line: 3, problem: "A string is never closed with '." }]
  expect(prepareScript(pieces, 'sqlite')).toMatchObject({
    statements: [],
    skipped: [{ line: 3, reason: "A string is never closed with '." }],
  })
})

it('makes no stand-in for what the script makes itself', () => {
  const failed = [
    {
      text: 'CREATE TABLE a (x public.mood)',
      line: 1,
      reason: 'type "public.mood" does not exist',
    },
    {
      text: 'CREATE DOMAIN public.mood AS public.geo',
      line: 2,
      reason: 'type "public.geo" does not exist',
    },
  ]
  expect(standInsFor(failed).map(({ key }) => key)).toEqual(['type public.geo'])
})

it.each([
  [`CREATE TABLE a (b int DEFAULT |f(1), c int)`, 'CREATE TABLE a (b int , c int)'],
  [
    `CREATE TABLE a (b int CONSTRAINT d CHECK (|f(1) > 2) NOT NULL)`,
    'CREATE TABLE a (b int NOT NULL)',
  ],
  [`CREATE TABLE a (b int NOT NULL DEFAULT |f(1))`, 'CREATE TABLE a (b int NOT NULL )'],
  [`CREATE TABLE a (b int, EXCLUDE USING gist (b |WITH &&))`, 'CREATE TABLE a (b int)'],
  [`CREATE TABLE a (b |int[ DEFAULT ',', c int)`, 'CREATE TABLE a ( c int)'],
])('leaves out of %j what fails', (marked, expected) => {
  const offset = marked.indexOf('|')
  const text = marked.replace('|', '')
  expect(shortened({ text, message: 'm', offset })).toEqual({
    text: expected,
    note: 'Left out of the table: m.',
  })
})

it('leaves alone what is no table, and what fails outside its columns', () => {
  expect(shortened({ text: 'CREATE VIEW a AS SELECT 1', message: 'm', offset: 3 })).toBeNull()
  const text = 'CREATE TABLE a (b int) PARTITION BY x (b)'
  expect(shortened({ text, message: 'm', offset: text.indexOf('x (b)') })).toBeNull()
})
