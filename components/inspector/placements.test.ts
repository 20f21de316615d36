import { expect, it } from 'vitest'
import { parse } from '@/lib/psl/parse'
import { deriveGraph } from '@/lib/schema/derive'
import { listedSchemas, MIXED, sharedValue } from './placements'

it('sharedValue tells one value from several', () => {
  expect(sharedValue(['a', 'a'])).toBe('a')
  expect(sharedValue([null, null])).toBe(null)
  expect(sharedValue(['a', null])).toBe(MIXED)
  expect(sharedValue([])).toBe(null)
})

it('listedSchemas gives those of the datasource, then those in use', () => {
  const text = `datasource db {
  provider = "postgresql"
  schemas  = ["public", "auth"]
}
model A {
  id Int @id
  @@schema("auth")
}
model B {
  id Int @id
  @@schema("old")
}
`
  const graph = deriveGraph(new Map([['a.prisma', parse(text)]]))
  expect(listedSchemas(graph)).toEqual(['public', 'auth', 'old'])
})
