import { describe, expect, test } from 'vitest'
import { isQuery, statementsToRun } from './console-statements'

/** `|` is the cursor; two of them are the ends of a selection. */
function check(marked: string, expected: readonly string[]): void {
  const from = marked.indexOf('|')
  const to = marked.indexOf('|', from + 1)
  const text = marked.replaceAll('|', '')
  const selection = { from, to: to < 0 ? from : to - 1 }
  const found = statementsToRun(text, 'postgresql', selection)
  expect(found.map((statement) => statement.text)).toEqual(expected)
  for (const statement of found) {
    expect(text.slice(statement.from, statement.from + statement.text.length)).toBe(statement.text)
  }
}

describe('what is run', () => {
  test('is the statement at the cursor, or the one before it', () => {
    check('SELECT 1;\nSEL|ECT 2;\nSELECT 3', ['SELECT 2'])
    check('SELECT 1;|\nSELECT 2;', ['SELECT 1'])
    check('SELECT 1;\n-- more\n|', ['SELECT 1'])
    check('| -- first\nSELECT 1', ['SELECT 1'])
  })

  test('is what is selected, and all of it', () => {
    check('SELECT 1;\n|SELECT 2;\nSELECT 3|;', ['SELECT 2', 'SELECT 3'])
    check("SELECT |';'|", ["';'"])
  })

  test('is nothing where there is nothing', () => {
    check('| -- nothing', [])
  })
})

test('what only looks is told from what may change something', () => {
  for (const sql of ['SELECT 1', 'with a as (select 1) select * from a', 'VALUES (1)']) {
    expect(isQuery(sql), sql).toBe(true)
  }
  for (const sql of [
    'DELETE FROM a',
    'WITH gone AS (DELETE FROM a RETURNING 1) SELECT * FROM gone',
    "SELECT nextval('a')",
    'CREATE TABLE a (b int)',
    'PRAGMA foreign_keys = OFF',
  ]) {
    expect(isQuery(sql), sql).toBe(false)
  }
})
