import { expect, it } from 'vitest'
import { isCockroach } from './detect-dialect'
import { scriptPieces } from './script-pieces'

it('gives statements and commands with their lines, and no rows', () => {
  const sql =
    '\\connect shop\nCREATE TABLE a (id int);\nCOPY a FROM stdin;\n1\n2\n\\.\n\nSELECT 1;\n'
  expect([...scriptPieces(sql, 'postgresql')]).toEqual([
    { text: '\\connect shop', line: 1 },
    { text: 'CREATE TABLE a (id int)', line: 2 },
    { text: 'COPY a FROM stdin', line: 3 },
    { text: 'SELECT 1', line: 8 },
  ])
})

it('says what is never closed', () => {
  const problems = (sql: string) =>
    [...scriptPieces(sql, 'postgresql')].map(({ problem }) => problem)
  expect(problems('COPY a FROM stdin;\n1\n')).toEqual([
    undefined,
    'The rows of COPY are never ended with \\. on a line of its own.',
  ])
  expect(problems("SELECT 'x")).toEqual(["A string is never closed with '."])
})

it('knows what CockroachDB lists', () => {
  const listed =
    'CREATE TABLE public.a (\n\tid INT8 NOT NULL DEFAULT unique_rowid(),\n\tCONSTRAINT a_pkey PRIMARY KEY (id ASC),\n\tINDEX a_n (n ASC)\n);'
  expect(isCockroach(listed)).toBe(true)
  expect(isCockroach('CREATE TABLE a (id int, CONSTRAINT p PRIMARY KEY (id));')).toBe(false)
})
