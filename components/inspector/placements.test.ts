import { describe, expect, it } from 'vitest'
import { parse } from '@/lib/psl/parse'
import { deriveGraph } from '@/lib/schema/derive'
import { checkFilePath, listedSchemas, MIXED, sharedValue } from './placements'

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

describe('checkFilePath', () => {
  const files = ['schema.prisma', 'models/user.prisma']

  it.each(['schema.prisma', 'models/post.prisma', 'ü.prisma'])('takes %s', (path) => {
    expect(checkFilePath(files, path)).toBe(null)
  })

  it.each(['/a.prisma', 'a//b.prisma', '../a.prisma', 'a?.prisma', 'Schema.prisma'])(
    'refuses %s',
    (path) => {
      expect(checkFilePath(files, path)).toMatch(/\.$/)
    },
  )
})
