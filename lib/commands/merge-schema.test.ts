import { describe, expect, it } from 'vitest'
import { planMerge } from './plan-merge'
import { check, checkRefusal, contextOf } from './testing'

const MYSQL = 'datasource db {\n  provider = "mysql"\n}\n'

describe('mergeSchema', () => {
  it('replaces a block, and keeps its comments and the relations that others have to it', () => {
    check(
      'mergeSchema',
      `${MYSQL}
// ours
/// Who buys.
model User {
  id   Int    @id // from the shop
  /// Gone soon.
  nick String
  logs Log[]

  // by name
  @@index([nick])
  // the end
}

model Log {
  id     Int  @id
  userId Int
  user   User @relation(fields: [userId], references: [id])
}
`,
      () => ({
        clashes: 'replace',
        text: `${MYSQL}
/// Told by the database.
model User {
  id    Int     @id
  email String
  nick  String? @db.VarChar(9)

  @@index([nick], map: "i")
}

enum Role {
  A
}
`,
      }),
      `${MYSQL}
// ours
/// Who buys.
/// Told by the database.
model User {
  id    Int     @id // from the shop
  email String
  /// Gone soon.
  nick  String? @db.VarChar(9)
  logs Log[]

  // by name
  @@index([nick], map: "i")

  // the end
}

model Log {
  id     Int  @id
  userId Int
  user   User @relation(fields: [userId], references: [id])
}

enum Role {
  A
}
`,
    )
  })

  it('leaves alone what is skipped, and relates what is new to it', () => {
    check(
      'mergeSchema',
      `${MYSQL}
model User {
  id Int @id
}
`,
      () => ({
        clashes: 'skip',
        text: `${MYSQL}
model User {
  id    Int    @id
  extra String
  posts Post[]
}

model Post {
  id     Int  @id
  userId Int
  user   User @relation(fields: [userId], references: [id])
}
`,
      }),
      `${MYSQL}
model User {
  id Int @id
  posts Post[]
}

model Post {
  id     Int  @id
  userId Int
  user   User @relation(fields: [userId], references: [id])
}
`,
      ['Added User.posts for the relation Post.user.'],
    )
  })

  it('adapts what comes from another database, and says so', () => {
    check(
      'mergeSchema',
      MYSQL,
      () => ({
        clashes: 'rename',
        text: `datasource db {
  provider = "postgresql"
  schemas  = ["a"]
}

model T {
  id   Int    @id
  name String @db.Citext

  @@schema("a")
}
`,
      }),
      `${MYSQL}
model T {
  id   Int    @id
  name String
}
`,
      [
        'T is in schema a, and MySQL has none. It is taken out of it.',
        'T.name: MySQL has no native type Citext. Prisma’s usual type for it takes its place.',
      ],
    )
  })

  it('puts what is in schemas beside what is in none, and the other way round', () => {
    const datasource = (schemas: string) =>
      `datasource db {\n  provider = "sqlserver"\n${schemas}}\n`
    const inSchema = '\nmodel A {\n  id Int @id\n\n  @@schema("x")\n}\n'
    check(
      'mergeSchema',
      datasource(''),
      () => ({ clashes: 'skip', text: datasource('  schemas = ["x"]\n') + inSchema }),
      `${datasource('')}\nmodel A {\n  id Int @id\n}\n`,
      ['The design names no schemas, so x is left out.'],
    )
    check(
      'mergeSchema',
      datasource('  schemas = ["x"]\n') + inSchema,
      () => ({ clashes: 'skip', text: `${datasource('')}\nmodel B {\n  id Int @id\n}\n` }),
      `${datasource('  schemas = ["x", "dbo"]\n')}${inSchema}\nmodel B {\n  id Int @id\n\n  @@schema("dbo")\n}\n`,
      ['What is in no schema comes into dbo.', 'schemas of db has dbo as well.'],
    )
  })

  it('adds the preview features that the import needs', () => {
    const generator = (more: string) => `generator c {\n  provider = "x"\n${more}}\n`
    check(
      'mergeSchema',
      generator('') + MYSQL,
      () => ({
        clashes: 'rename',
        text: `${generator('  previewFeatures = ["views"]\n')}${MYSQL}view V {\n  id Int @unique\n}\n`,
      }),
      `${generator('  previewFeatures = ["views"]\n')}${MYSQL}\nview V {\n  id Int @unique\n}\n`,
      ['previewFeatures of c has views as well.'],
    )
  })

  it('says what Prisma has against a block that is merged', () => {
    const text = 'enum 1x {\n  A\n}\n'
    check('mergeSchema', MYSQL, () => ({ clashes: 'rename', text }), `${MYSQL}\n${text}`, [
      'enum 1x: A name must start with a letter.',
    ])
    const sqlServer = MYSQL.replace('mysql', 'sqlserver')
    const role = 'enum Role {\n  A\n}\n'
    check(
      'mergeSchema',
      sqlServer,
      () => ({ clashes: 'rename', text: role }),
      `${sqlServer}\n${role}`,
      ['SQL Server has no enums.'],
    )
  })

  it('does not apply to a text without blocks', () => {
    checkRefusal('mergeSchema', MYSQL, () => ({ clashes: 'rename', text: MYSQL }))
  })
})

it('tells beforehand what becomes of each block', () => {
  const ctx = contextOf(`${MYSQL}\nmodel A {\n  id Int @id\n}\n\nenum B {\n  X\n}\n`)
  const text =
    'model A {\n  id Int @id\n}\n\nmodel B {\n  id Int @id\n}\n\nmodel C {\n  id Int @id\n}\n'
  const told = (clashes: 'rename' | 'skip' | 'replace') => {
    const plan = planMerge(ctx, { text, clashes })
    return plan && [plan.added, plan.replaced, plan.skipped, plan.renamed.map(({ to }) => to)]
  }
  expect(told('skip')).toEqual([['C'], [], ['A', 'B'], []])
  expect(told('rename')).toEqual([['C'], [], [], ['A2', 'B2']])
  // A model does not take the place of an enum.
  expect(told('replace')).toEqual([['C'], ['A'], [], ['B2']])
})

it('tells of a model that is called otherwise because its table is there under another name', () => {
  const ctx = contextOf(`${MYSQL}\nmodel Person {\n  id Int @id\n\n  @@map("people")\n}\n`)
  const text = 'model people {\n  id Int @id\n}\n\nmodel C {\n  id Int @id\n}\n'
  const plan = planMerge(ctx, { text, clashes: 'replace' })
  expect(plan?.added).toEqual(['C'])
  expect(plan?.renamed).toEqual([{ from: 'people', to: 'people2' }])
})
