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
    ['Upgrade to Prisma 7'],
  )
})

test('Prisma 6 needs them, and keeps those that are there', () => {
  check(
    'datasource db {\n  provider = "postgresql"\n  url      = env("MINE")\n}\n',
    'neon',
    6,
    'datasource db {\n  provider = "postgresql"\n  url      = env("MINE")\n  directUrl = env("DIRECT_URL")\n}\n',
    ['Go back to Prisma 6'],
  )
})

test('Prisma 6 gets those that the design keeps', () => {
  const text = 'datasource db {\n  provider = "postgresql"\n}\n'
  const connection = { url: 'env("MINE")' }
  const document = { ...createDocument([{ path: 'schema.prisma', text }]), connection }
  expect(schemaForProject(document, systemById('neon'), 6).files[0]?.text).toBe(
    'datasource db {\n  provider = "postgresql"\n  url      = env("MINE")\n}\n',
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

test('the generator follows the version, and nothing that fits it already', () => {
  check(
    'generator client {\n  provider = "prisma-client-js"\n}\n\ndatasource db {\n  provider = "mysql"\n}\n',
    'mysql',
    7,
    'generator client {\n  provider = "prisma-client"\n  output   = "../generated/prisma"\n}\n\ndatasource db {\n  provider = "mysql"\n}\n',
    ['Upgrade to Prisma 7'],
  )
  const text =
    'generator client {\n  provider = "prisma-client"\n  output   = "../x"\n}\n\ndatasource db {\n  provider = "mysql"\n  url      = env("X")\n}\n'
  check(text, 'mysql', 6, text, [])
})

test('MongoDB has no Prisma 7, but what that refuses goes', () => {
  check(
    'datasource db {\n  provider = "mongodb"\n  url      = env("X")\n}\n',
    'mongodb',
    7,
    'datasource db {\n  provider = "mongodb"\n}\n',
    ['Move the connection to prisma.config.ts'],
  )
})
