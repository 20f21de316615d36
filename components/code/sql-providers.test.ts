import { expect, it } from 'vitest'
import { providerOfSchema } from './sql-providers'

it.each([
  ['postgresql', 'postgresql'],
  ['postgres', 'postgresql'],
  ['mysql', 'mysql'],
  ['oracle', null],
  [null, null],
])('takes %s for %s', (name, expected) => {
  expect(providerOfSchema(name)).toBe(expected)
})
