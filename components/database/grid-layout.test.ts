import { describe, expect, test } from 'vitest'
import { type Cell, moveCell, ROW_HEIGHT, rowsInView } from './grid-layout'

const SIZE = { rows: 50, columns: 4, page: 10 }

function check(from: Cell, key: string, isWhole: boolean, to: Cell | null): void {
  expect(moveCell(from, { key, isWhole }, SIZE), key).toEqual(to)
}

describe('keys of a grid', () => {
  test('lead to the cell beside, and never out of it', () => {
    check({ row: 0, column: 0 }, 'ArrowDown', false, { row: 1, column: 0 })
    check({ row: 0, column: 0 }, 'ArrowUp', false, { row: 0, column: 0 })
    check({ row: 49, column: 3 }, 'ArrowRight', false, { row: 49, column: 3 })
    check({ row: 45, column: 1 }, 'PageDown', false, { row: 49, column: 1 })
  })

  test('lead to the ends of the row, and of the grid', () => {
    check({ row: 5, column: 1 }, 'End', false, { row: 5, column: 3 })
    check({ row: 5, column: 1 }, 'Home', true, { row: 0, column: 0 })
    check({ row: 5, column: 1 }, 'ArrowDown', true, { row: 49, column: 1 })
  })

  test('that mean nothing here are left alone', () => {
    check({ row: 5, column: 1 }, 'a', false, null)
  })
})

test('only rows near what is in view are drawn', () => {
  expect(rowsInView(0, 200, 5)).toEqual({ from: 0, to: 5 })
  const { from, to } = rowsInView(500 * ROW_HEIGHT, 10 * ROW_HEIGHT, 1000)
  expect(from).toBeLessThan(500)
  expect(to).toBeGreaterThan(510)
  expect(to - from).toBeLessThan(40)
})
