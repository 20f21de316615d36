import * as checker from '@prisma/prisma-schema-wasm'
import { beforeAll, describe, expect, it } from 'vitest'
import { migrationWarnings } from '@/lib/sql/migration-warnings'
import { planMigration } from '@/lib/sql/plan-migration'
import { tablesOf } from '@/lib/sql/tables-of'
import { installPrismaGlobals } from '../prisma-globals'
import { createHandlers as createCheckerHandlers } from '../prisma-schema/handlers'
import { createHandlers as createEngineHandlers } from '../schema-engine/handlers'
import { engineInNode } from '../schema-engine/node-engine'
import { createHandlers } from './handlers'
import { createMigrations, type MigrationAnswer, type Migrations } from './main'
import type { MigrationProvider, SqlPlannerApi } from './shared'

let migrations: Migrations

/** The engines themselves, without the workers around them. */
beforeAll(async () => {
  installPrismaGlobals(() => {})
  const engine = createEngineHandlers(await engineInNode())
  const lint = createCheckerHandlers(checker, 7)
  const planner = createHandlers({ tablesOf, planMigration, migrationWarnings })
  migrations = createMigrations({
    check: async (files) => lint.lint({ files }),
    diff: (from, to, provider) => engine.diff({ from, to, provider }),
    call: async <M extends keyof SqlPlannerApi>(
      method: M,
      params: Parameters<SqlPlannerApi[M]>[0],
    ) => (planner[method] as (params: unknown) => ReturnType<SqlPlannerApi[M]>)(params),
    dispose: () => {},
  })
})

const schema = (provider: string, text: string) =>
  `datasource db {\n  provider = "${provider}"\n}\n\n${text}`

async function ask(
  to: string,
  provider: MigrationProvider,
  from: string | null = null,
): Promise<MigrationAnswer> {
  const files = (text: string) => [{ path: 'schema.prisma', text }]
  const answer = await migrations.migration({
    from: from === null ? null : files(from),
    to: files(to),
    provider,
  })
  if (answer === 'superseded') throw new Error('There was no other call.')
  return answer
}

const USER = 'model User {\n  id   Int    @id\n  name String\n}\n'
const USER_AND_POST = `${USER.replace('  name String\n', '  post Post[]\n')}
model Post {
  id     Int  @id
  userId Int
  user   User @relation(fields: [userId], references: [id])
}
`

describe('a migration', () => {
  it.each(['postgresql', 'cockroachdb', 'sqlite', 'mysql', 'sqlserver'] as const)(
    'tells its steps and what is lost: %s',
    async (provider) => {
      const answer = await ask(schema(provider, USER_AND_POST), provider, schema(provider, USER))
      if (answer.kind !== 'migration') throw new Error(answer.message)
      expect(answer.sql).toMatch(/CREATE TABLE (\[dbo\]\.)?["`[]Post/)
      expect(answer.warnings.map(({ text, block }) => [block, text])).toEqual([
        [
          'User',
          'You are about to drop the column `name` on the `User` table. All the data in the column will be lost.',
        ],
      ])
      const blocks = new Set(answer.steps.flatMap((step) => step.blocks))
      expect(blocks).toEqual(new Set(['User', 'Post']))
      for (const { from, kind } of answer.steps) {
        expect(answer.sql.slice(from)).toMatch(new RegExp(`^-- ${kind}\\n`))
      }
    },
  )

  it.each(['postgresql', 'sqlite', 'mysql', 'sqlserver'] as const)(
    'is empty when nothing changed: %s',
    async (provider) => {
      const text = schema(provider, USER)
      const answer = await ask(text, provider, text.replace('name String', 'name String // text'))
      expect(answer).toMatchObject({ kind: 'migration', steps: [], warnings: [] })
      if (answer.kind === 'migration') {
        expect(answer.sql.trim()).toMatch(/^(-- This is an empty migration\.)?$/)
      }
    },
  )

  it('warns of a table that is gone by the name that it had', async () => {
    const answer = await ask(schema('mysql', USER), 'mysql', schema('mysql', USER_AND_POST))
    if (answer.kind !== 'migration') throw new Error(answer.message)
    expect(answer.warnings.map(({ block }) => block)).toContain('Post')
  })
})

describe('a guess about the provider', () => {
  const files = (text: string) => [{ path: 'schema.prisma', text }]
  const CITEXT = 'model User {\n  id    Int    @id\n  email String @db.Citext\n}\n'

  it.each([
    ['right', 'sqlite', schema('sqlite', USER), null],
    ['wrong', 'sqlite', schema('postgresql', CITEXT), null],
    ['wrong for the baseline', 'sqlite', schema('sqlite', USER), schema('postgresql', CITEXT)],
    ['right, of what is not valid', 'sqlite', schema('sqlite', 'model A {\n  b Nope\n}\n'), null],
  ] as const)('changes no answer: %s', async (_, provider, to, from) => {
    const question = { provider, to: files(to), from: from === null ? null : files(from) }
    const answer = await migrations.migration({ ...question, own: provider })
    expect(answer).toEqual(await migrations.migration(question))
  })
})

describe('an invalid schema', () => {
  it.each(['postgresql', 'mysql', 'mongodb'] as const)(
    'is told of in the words of Prisma, for %s',
    async (provider) => {
      const answer = await ask(schema(provider, 'model A {\n  b Nope\n}\n'), provider)
      expect(answer).toMatchObject({ kind: 'invalid', version: 'to' })
      if (answer.kind === 'invalid') expect(answer.message).toMatch(/Type "Nope" is neither/)
    },
  )

  it.each(['postgresql', 'mysql'] as const)(
    'is told from a baseline that is not valid, for %s',
    async (provider) => {
      const baseline = schema(provider, 'model A {\n  b Nope\n}\n')
      const answer = await ask(schema(provider, USER), provider, baseline)
      expect(answer).toMatchObject({ kind: 'invalid', version: 'from' })
    },
  )

  it('names the place', async () => {
    const answer = await ask(schema('mysql', 'model A {\n  b Nope\n}\n'), 'mysql')
    expect(answer.kind === 'invalid' && answer.message).toContain('schema.prisma:6')
  })
})

describe('another provider', () => {
  const TEXT = schema(
    'postgresql',
    'model User {\n  id    Int      @id @default(autoincrement())\n  email String   @db.Citext\n}\n',
  )

  it('is shown for the schema as it would be adapted, with what it lacks', async () => {
    const answer = await ask(TEXT, 'sqlite')
    expect(answer.kind === 'migration' && answer.sql).toMatch(/"email" TEXT NOT NULL/)
    expect(answer.untranslated.map(({ text }) => text)).toEqual(
      expect.arrayContaining([expect.stringContaining('Citext')]),
    )
    expect(answer.untranslated.every(({ block }) => block === 'User')).toBe(true)
  })

  it('has something in the place of what the database does not have, and says what', async () => {
    const answer = await ask(TEXT.replace('@db.Citext', '@db.Citext\n  tags String[]'), 'mysql')
    if (answer.kind !== 'migration') throw new Error(answer.message)
    expect(answer.sql).toContain('`tags` JSON NULL')
    const tags = answer.untranslated.find(({ text }) => text.startsWith('User.tags'))
    expect(tags?.fix).toBe('Json takes its place.')
  })

  it('has no SQL where only a person can decide, and says what about', async () => {
    const model = (name: string, of: string) =>
      `model ${name} {\n  id Int @id\n\n  @@map("same")\n  @@schema("${of}")\n}\n`
    const text = schema('postgresql', model('One', 'a') + model('Two', 'b'))
    const answer = await ask(text.replace('{', '{\n  schemas = ["a", "b"]'), 'mysql')
    expect(answer).toMatchObject({ kind: 'invalid', version: 'to' })
    expect(answer.untranslated.find(({ fix }) => fix === null)?.text).toContain('same')
  })

  it('adapts the baseline as well', async () => {
    const from = TEXT.replace('  email String   @db.Citext\n', '')
    const answer = await ask(TEXT, 'mysql', from)
    if (answer.kind !== 'migration') throw new Error(answer.message)
    expect(answer.sql).toContain('ADD COLUMN `email`')
  })

  it('is what a schema without a datasource is for', async () => {
    const answer = await ask(USER, 'mysql')
    expect(answer).toMatchObject({ kind: 'migration', untranslated: [] })
    expect(answer.kind === 'migration' && answer.sql).toContain('CREATE TABLE `User`')
  })
})

it('writes the script of MongoDB, with the statements of each model', async () => {
  const text =
    'model User {\n  id String @id @map("_id")\n  email String @unique\n\n  @@map("users")\n}\n'
  const answer = await ask(schema('mongodb', text), 'mongodb')
  if (answer.kind !== 'migration') throw new Error(answer.message)
  expect(answer.sql).toContain('db.createCollection("users")')
  expect(answer.steps.map(({ summary, blocks }) => [summary, ...blocks])).toEqual([
    ['Create the collection users', 'User'],
    ['Add the unique index users_email_key to users', 'User'],
  ])
})
