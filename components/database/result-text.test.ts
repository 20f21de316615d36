import { expect, test } from 'vitest'
import { isNumeric, resultText } from './result-text'

const RESULT = {
  columns: ['id', 'note', 'ok', 'id'],
  types: ['bigint', 'text', 'boolean', 'jsonb'],
  rows: [
    ['9007199254740993', 'a "b",\nc', 'true', '{"a":1}'],
    ['2', '', null, null],
  ],
  rowCount: 2,
  affectedRows: null,
  duration: 1,
}

test('CSV quotes what needs it, and tells NULL from an empty text', () => {
  expect(resultText(RESULT, 'csv')).toBe(
    'id,note,ok,id\r\n9007199254740993,"a ""b"",\nc",true,"{""a"":1}"\r\n2,"",,\r\n',
  )
})

test('TSV keeps a value in its cell', () => {
  expect(resultText(RESULT, 'tsv')).toBe(
    'id\tnote\tok\tid\n9007199254740993\ta "b", c\ttrue\t{"a":1}\n2\t\t\t\n',
  )
})

test('JSON has types, rounds nothing and loses no column', () => {
  expect(JSON.parse(resultText(RESULT, 'json'))).toEqual([
    { id: '9007199254740993', note: 'a "b",\nc', ok: true, id_2: { a: 1 } },
    { id: 2, note: '', ok: null, id_2: null },
  ])
})

test('numbers are known by the types of both databases', () => {
  for (const type of ['integer', 'numeric', 'double precision', 'BIGINT', 'DECIMAL', 'REAL']) {
    expect(isNumeric(type), type).toBe(true)
  }
  for (const type of ['text', 'interval', 'point', 'DATETIME', '']) {
    expect(isNumeric(type), type).toBe(false)
  }
})
