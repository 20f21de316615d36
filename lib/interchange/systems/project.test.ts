import { expect, test } from 'vitest'
import { type ProjectOptions, projectFiles, schemaPaths } from './project'
import { startingSchema } from './starting-schema'
import { type PrismaMajor, SYSTEMS, type SystemId, systemById } from './systems'

const USUAL = ['DATABASE_URL', 'DIRECT_URL']

const DATE = new Date('2026-11-26T19:54:01.500Z')

function project(
  id: SystemId,
  version: PrismaMajor,
  more: Partial<ProjectOptions> = {},
): Map<string, string> {
  const system = systemById(id)
  const schema = [{ path: 'schema.prisma', text: startingSchema(system, version) }]
  const generators = [
    { path: 'schema.prisma', provider: 'prisma-client', output: '../generated/prisma' },
  ]
  const files = projectFiles({
    connection: null,
    name: 'My Shop',
    system,
    version,
    schema,
    databaseSchemas: [],
    generators,
    sql: '-- CreateTable\n',
    date: DATE,
    ...more,
  })
  return new Map(files.map(({ path, text }) => [path, text]))
}

test('a project for Prisma 7', () => {
  const files = project('neon', 7)
  expect([...files.keys()]).toEqual([
    'prisma/migrations/20261126195401_init/migration.sql',
    'prisma/migrations/migration_lock.toml',
    'prisma/schema.prisma',
    '.env.example',
    '.gitignore',
    'package.json',
    'prisma.config.ts',
    'README.md',
  ])
  expect(files.get('prisma.config.ts')).toBe(`import 'dotenv/config'
import { defineConfig, env } from 'prisma/config'

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: {
    path: 'prisma/migrations',
  },
  datasource: {
    // Past the pooler: this is what migrations run on.
    url: env('DIRECT_URL'),
  },
})
`)
  expect(files.get('.gitignore')).toBe(
    'node_modules\n.env\n*.db\n*.db-journal\n/generated/prisma\n',
  )
  expect(files.get('prisma/migrations/migration_lock.toml')).toContain('provider = "postgresql"\n')
})

test('a project for Prisma 6 has no configuration, and no driver adapter', () => {
  const files = project('tidb', 6, { sql: null })
  expect([...files.keys()]).toEqual([
    'prisma/schema.prisma',
    '.env.example',
    '.gitignore',
    'package.json',
    'README.md',
  ])
  expect(JSON.parse(files.get('package.json')!)).toEqual({
    name: 'my-shop',
    version: '0.1.0',
    private: true,
    type: 'module',
    scripts: {
      'db:migrate': 'prisma migrate dev',
      'db:deploy': 'prisma migrate deploy',
      'db:generate': 'prisma generate',
      'db:studio': 'prisma studio',
    },
    dependencies: { '@prisma/client': '6.19.3' },
    devDependencies: { prisma: '6.19.3' },
  })
})

test('several files lie in a folder that the configuration names', () => {
  const files = project('postgresql', 6, {
    schema: [
      { path: 'db/base.prisma', text: '// a' },
      { path: 'db/shop/order.prisma', text: '// b' },
    ],
  })
  expect(files.get('prisma/schema/base.prisma')).toBe('// a')
  expect(files.get('prisma/schema/shop/order.prisma')).toBe('// b')
  expect(files.get('prisma.config.ts')).toBe(`import 'dotenv/config'
import { defineConfig } from 'prisma/config'

export default defineConfig({
  schema: 'prisma/schema',
  migrations: {
    path: 'prisma/migrations',
  },
})
`)
})

test.each([
  ['a single file', ['models/shop.prisma'], ['prisma/schema.prisma']],
  [
    'the folders that all lie in are left out',
    ['prisma/schema/a.prisma', 'prisma/schema/b.prisma'],
    ['prisma/schema/a.prisma', 'prisma/schema/b.prisma'],
  ],
  [
    'another ending',
    ['a.prisma', 'b.txt'],
    ['prisma/schema/a.prisma', 'prisma/schema/b.txt.prisma'],
  ],
  [
    'a way out',
    ['../a.prisma', 'b.prisma'],
    ['prisma/schema/schema.prisma', 'prisma/schema/b.prisma'],
  ],
])('where schema files lie: %s', (_, paths, expected) => {
  expect([...schemaPaths(paths).values()]).toEqual(expected)
})

test.each(
  SYSTEMS.flatMap((system) => system.versions.map((version) => [system, version] as const)),
)('every variable that is read is in .env.example: $name', (system, version) => {
  const files = project(system.id, version)
  const known = new Set(
    [...files.get('.env.example')!.matchAll(/^(\w+)="/gm)].map(([, variable]) => variable),
  )
  const readers = ['prisma/schema.prisma', 'prisma.config.ts', 'README.md']
  const texts = readers.map((path) => files.get(path) ?? '').join('\n')
  const read = [...texts.matchAll(/env\(["'](\w+)|process\.env\.(\w+)/g)].map(
    (match) => match[1] ?? match[2],
  )
  expect(read.length).toBeGreaterThan(0)
  for (const variable of read) expect(known).toContain(variable)
})

test.each<[SystemId, string[]]>([
  [
    'tidb',
    [
      'DATABASE_URL="mysql://USER:PASSWORD@HOST:4000/DATABASE?sslaccept=strict"',
      'DATABASE_PASSWORD="PASSWORD"',
    ],
  ],
  [
    'supabase',
    [
      'DATABASE_URL="postgresql://prisma.PROJECT_REF:PASSWORD@aws-0-REGION.pooler.supabase.com:6543/postgres?pgbouncer=true"',
      'DIRECT_URL="postgresql://prisma.PROJECT_REF:PASSWORD@aws-0-REGION.pooler.supabase.com:5432/postgres"',
    ],
  ],
  ['sqlite', ['DATABASE_URL="file:./dev.db"']],
])('the connection strings of %s', (id, expected) => {
  const lines = project(id, 7).get('.env.example')!.split('\n')
  expect(lines.filter((line) => line !== '' && !line.startsWith('#'))).toEqual(expected)
})

/** What the variables of `.env.example` hold, those in comments left out. */
function environment(files: ReadonlyMap<string, string>): Record<string, string> {
  const lines = [...files.get('.env.example')!.matchAll(/^([\w.-]+)="(.*)"$/gm)]
  return Object.fromEntries(lines.map(([, name = '', value = '']) => [name, value]))
}

test('variables are called as the design calls them, wherever they are read', () => {
  const connection = { url: 'env("SHOP_DB")', shadowDatabaseUrl: 'env("SHOP_SHADOW")' }
  const files = project('postgresql', 7, { connection })
  expect(environment(files)).toEqual({
    SHOP_DB: 'postgresql://USER:PASSWORD@localhost:5432/DATABASE?schema=public',
    SHOP_SHADOW: 'postgresql://USER:PASSWORD@localhost:5432/SHADOW_DATABASE?schema=public',
  })
  expect(files.get('prisma.config.ts')).toContain("url: env('SHOP_DB')")
  expect(files.get('README.md')).toContain('connectionString: process.env.SHOP_DB }')
})

test('no shadow database is the database itself', () => {
  const connection = { url: 'env("A")', shadowDatabaseUrl: 'env("B")' }
  for (const { id, versions } of SYSTEMS) {
    const { A, B } = environment(project(id, versions[0] ?? 7, { connection }))
    expect(A).toBeDefined()
    expect(B).toMatch(/EMPTY_DATABASE|SHADOW_DATABASE/)
    expect(B).not.toBe(A)
  }
})

test.each<[string, ProjectOptions['connection'], string[]]>([
  ['both of its own', { url: 'env("A")', directUrl: 'env("B")' }, ['A', 'B']],
  ['one where nothing reads the direct one', { url: 'env("A")' }, ['A']],
  ['one for both', { url: 'env("A")', directUrl: 'env("A")' }, ['A']],
  ['the direct one by the name that the system has', { url: 'env("DIRECT_URL")' }, USUAL],
  ['a text', { url: '"postgres://x"' }, USUAL],
  ['what no .env file can name', { url: 'env("a b")' }, USUAL],
  ['nothing', null, USUAL],
])('the variables of a design that says %s', (_, connection, expected) => {
  expect(Object.keys(environment(project('neon', 7, { connection })))).toEqual(expected)
})

test('what is pushed has no migrations', () => {
  for (const files of [project('mongodb', 6), project('planetscale', 7)]) {
    expect([...files.keys()].filter((path) => path.includes('migrations'))).toEqual([])
    expect(files.get('README.md')).toContain('npm run db:push')
    expect(files.get('package.json')).not.toContain('migrate')
  }
})

test('the role of Supabase is granted every schema', () => {
  const sql = project('supabase', 7, { databaseSchemas: ['public', 'Odd"name'] }).get(
    'supabase-role.sql',
  )!
  expect(sql).toContain("CREATE ROLE prisma WITH LOGIN PASSWORD 'PASSWORD' BYPASSRLS CREATEDB;")
  expect(sql).toContain('GRANT USAGE, CREATE ON SCHEMA public TO prisma;')
  expect(sql).toContain('GRANT USAGE, CREATE ON SCHEMA "Odd""name" TO prisma;')
})

test('the README has the commands in order', () => {
  const text = project('supabase', 7).get('README.md')!
  const commands = [
    'npm install',
    'supabase-role.sql',
    'cp .env.example',
    'db:migrate',
    'db:generate',
  ]
  const places = commands.map((command) => text.indexOf(command))
  expect(places).not.toContain(-1)
  expect(places).toEqual([...places].sort((a, b) => a - b))
  expect(text).toContain("import { PrismaClient } from './generated/prisma/client'")
})

test.each([
  ['prisma-client', '../out', './out/client'],
  ['prisma-client-js', '../out', './out'],
  ['prisma-client-js', null, '@prisma/client'],
  ['prisma-erd-generator', '../erd', '@prisma/client'],
])('the client that %s writes to %s is imported from %s', (provider, output, expected) => {
  const generators = [{ path: 'schema.prisma', provider, output }]
  const text = project('neon', 7, { generators }).get('README.md')!
  expect(text).toContain(`import { PrismaClient } from '${expected}'`)
})

test.each([
  ['Shop (2)', 'shop-2'],
  ['Müller & Söhne', 'muller-sohne'],
  ['日本', 'schema'],
  ['', 'schema'],
])('the package of %s is called %s', (name, expected) => {
  expect(JSON.parse(project('mysql', 7, { name }).get('package.json')!).name).toBe(expected)
})
