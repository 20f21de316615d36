import { describe, expect, it } from 'vitest'
import {
  expressionOf,
  readConnection,
  readConnectionValue,
  writePrismaConfig,
} from './prisma-config'

const PATHS = { schemaPath: 'prisma/schema.prisma', migrationsPath: null }

describe('prisma.config.ts', () => {
  it.each([
    [{ url: 'env("A")' }, { url: 'env("A")' }],
    [{ url: '"postgresql://u:it\'s@h/d?x=//y"' }, { url: '"postgresql://u:it\'s@h/d?x=//y"' }],
    [
      { url: 'env("A")', shadowDatabaseUrl: 'env("S")' },
      { url: 'env("A")', shadowDatabaseUrl: 'env("S")' },
    ],
    // The direct one is what the commands connect with.
    [{ url: 'env("A")', directUrl: 'env("D")' }, { url: 'env("D")' }],
    [{}, {}],
  ])('gives back what it was written with: %o', (connection, read) => {
    expect(readConnection(writePrismaConfig({ ...PATHS, connection }))).toEqual(read)
  })

  it('is as Prisma writes it', () => {
    const connection = { url: 'env("DATABASE_URL")', shadowDatabaseUrl: '"file:./s.db"' }
    expect(writePrismaConfig({ ...PATHS, migrationsPath: 'prisma/m', connection })).toBe(
      `import 'dotenv/config'
import { defineConfig, env } from 'prisma/config'

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: {
    path: 'prisma/m',
  },
  datasource: {
    url: env('DATABASE_URL'),
    shadowDatabaseUrl: 'file:./s.db',
  },
})
`,
    )
  })

  it.each([
    ['datasource: { url: process.env.X! }', { url: 'env("X")' }],
    ['datasource: { url: process.env["X"] ?? "" }', { url: 'env("X")' }],
    ['datasource: { url: env<Env>("X") }', { url: 'env("X")' }],
    [
      'datasource: {\n  // url: env("OLD"),\n  url: env("X"), /* shadowDatabaseUrl: "x" */\n}',
      { url: 'env("X")' },
    ],
    ['datasource: { "url": `x` }', { url: '"x"' }],
    [`datasource: { url: \`a$\{b}\` }`, {}],
    ['datasource: { url: makeUrl({ url: "x" }) }', {}],
    ['datasource: { shadowDatabaseUrl: "s" }, other: { url: "no" }', { shadowDatabaseUrl: '"s"' }],
    ['schema: "x"', {}],
    ['datasource: {', {}],
  ])('is read as people write it: %s', (code, read) => {
    expect(readConnection(`export default defineConfig({ ${code} })`)).toEqual(read)
  })
})

describe('readConnectionValue', () => {
  it.each([
    ["env('A')", 'env("A")'],
    [' env("A") ', 'env("A")'],
    ['process.env.A', 'env("A")'],
    ["'file:./dev.db'", '"file:./dev.db"'],
    ['file:./dev.db', '"file:./dev.db"'],
    ['postgresql://me@host:5432/db?schema=public', '"postgresql://me@host:5432/db?schema=public"'],
    ["env('A') + 'x'", null],
    ['whatever', null],
    ["'a", null],
    ['', null],
  ])('reads what a person types: %s', (typed, value) => {
    expect(readConnectionValue(typed)).toBe(value)
    if (value !== null) expect(readConnectionValue(expressionOf(value))).toBe(value)
  })
})
