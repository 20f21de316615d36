import { expect, test } from 'vitest'
import { createDocument } from '@/lib/document/document'
import { type PrismaMajor, type SystemId, systemById } from '@/lib/interchange/systems/systems'
import { schemaForProject } from './project-schema'

function check(
  text: string,
  id: SystemId,
  version: PrismaMajor,
  expected: string,
  changes: readonly string[],
): void {
  const document = createDocument([{ path: 'schema.prisma', text }])
  const result = schemaForProject(document, systemById(id), version)
  expect(result.files).toEqual([{ path: 'schema.prisma', text: expected }])
  expect(result.changes).toEqual(changes)
}

test('what fits is given to the byte', () => {
  const text = '\uFEFFdatasource db {\r\n provider="mysql" // ours\r\n}\n'
  check(text, 'tidb', 7, text, [])
})

test('Prisma 7 takes no connection strings', () => {
  check(
    'datasource db {\r\n  provider = "mysql"\r\n  url = env("X") // ours\r\n  directUrl = env("Y")\r\n}\r\n',
    'tidb',
    7,
    'datasource db {\r\n  provider = "mysql"\r\n}\r\n',
    ['Remove url of datasource db', 'Remove directUrl of datasource db'],
  )
})

test('Prisma 6 needs them, and keeps those that are there', () => {
  check(
    'datasource db {\n  provider = "postgresql"\n  url      = env("MINE")\n}\n',
    'neon',
    6,
    'datasource db {\n  provider = "postgresql"\n  url      = env("MINE")\n  directUrl = env("DIRECT_URL")\n}\n',
    ['Set directUrl of datasource db'],
  )
})

test('a schema without a datasource gets one', () => {
  check(
    'model A {\n  id Int @id\n}\n',
    'planetscale',
    7,
    'datasource db {\n  provider     = "mysql"\n  relationMode = "prisma"\n}\n\nmodel A {\n  id Int @id\n}\n',
    ['Add datasource db'],
  )
})
