import { describe, expect, test } from 'vitest'
import { errorPlace } from './error-place'
import { extensionsFor, migrationStatements, versionText } from './trial-sql'

describe('a migration', () => {
  const texts = (sql: string, provider: 'postgresql' | 'sqlite') =>
    migrationStatements(sql, provider).map(({ text, isOwn }) => (isOwn ? text : `(${text})`))

  test('is one transaction in PostgreSQL, also where it has transactions of its own', () => {
    const sql = 'SELECT 1;\nBEGIN;\nSELECT 2;\nCOMMIT;\nSELECT 3;'
    expect(texts(sql, 'postgresql')).toEqual([
      '(BEGIN)',
      'SELECT 1',
      'SELECT 2',
      'COMMIT',
      '(BEGIN)',
      'SELECT 3',
      '(COMMIT)',
    ])
  })

  test('is as it is in SQLite', () => {
    expect(texts('SELECT 1; SELECT 2;', 'sqlite')).toEqual(['SELECT 1', 'SELECT 2'])
  })
})

test('extensions are those that the SQL creates, and those it only needs', () => {
  const sql = 'CREATE EXTENSION IF NOT EXISTS "pg_trgm";\nCREATE TABLE a (b CITEXT);'
  expect(extensionsFor([sql], 'postgresql')).toEqual({
    all: ['pg_trgm', 'citext'],
    missing: ['citext'],
  })
  expect(extensionsFor([sql], 'sqlite')).toEqual({ all: [], missing: [] })
})

test('a version is told without its build', () => {
  const text = 'PostgreSQL 17.5 on x86_64-pc-linux-gnu, compiled by emcc'
  expect(versionText('postgresql', text)).toBe('PostgreSQL 17.5')
  expect(versionText('sqlite', '3.50.1')).toBe('SQLite 3.50.1')
})

test('an error is about a whole name, word or text', () => {
  const check = (marked: string, offset: number | null = marked.indexOf('|')) => {
    const sql = marked.replaceAll('|', '')
    const { from, to } = errorPlace(sql, offset)
    expect(`${sql.slice(0, from)}|${sql.slice(from, to)}|${sql.slice(to)}`).toBe(marked)
  }
  check('SELECT |nope|, 2')
  check('SELECT * FROM |"a b"|;')
  check("SELECT |'x y'|::int")
  check('|ALTER| TABLE a', null)
  check('SELECT 1 |+|')
})
