/** Asks Prisma's engines what is wrong, mends it, and asks them again. */

import { describe, expect, it } from 'vitest'
import { lintFiles } from '@/bin/corpus/engine'
import { runAny } from '@/lib/commands/fuzz'
import { applyResult, contextOf, dedent } from '@/lib/commands/testing'
import { oldSyntaxAt } from './old-syntax-findings'
import { type EngineFinding, quickFixes } from './quick-fixes'

type Version = 6 | 7
const VERSIONS: readonly Version[] = [6, 7]
const PATH = 'schema.prisma'

function lint(version: Version, text: string): readonly EngineFinding[] {
  return lintFiles(version, [{ path: PATH, text }])
}

/** A datasource that the version accepts, above the rest; non-ASCII text, so that places must be right. */
function withDatasource(
  version: Version,
  rest: string,
  provider = 'postgresql',
  more = '',
): string {
  const url = version === 6 ? '\n  url = env("X")' : ''
  return `// Größe 😀\ndatasource db {\n  provider = "${provider}"${url}${more}\n}\n\n${dedent(rest)}`
}

/** What the fix makes of the text. */
function fixed(text: string, finding: EngineFinding, at = 0): string {
  const ctx = contextOf(text)
  const fix = quickFixes(ctx, finding)[at]
  if (!fix) throw new Error(`Nothing to do about “${finding.message}”`)
  const result = runAny(ctx, fix)
  return result ? (applyResult(ctx, result).get(PATH) as string) : text
}

/** Mends finding after finding by the first fix, until the engine has nothing to say. */
function mend(version: Version, text: string): string {
  let now = text
  for (let round = 0; round < 8; round++) {
    const [first] = lint(version, now)
    if (!first) return now
    const next = fixed(now, first)
    // What was found is gone, and nothing that was not there before has come.
    const before = lint(version, now).map(({ message }) => message)
    const after = lint(version, next).map(({ message }) => message)
    expect(
      after.filter((message) => !before.includes(message)),
      next,
    ).toEqual([])
    expect(after.length, next).toBeLessThan(before.length)
    now = next
  }
  throw new Error(`The engine is not content:\n${now}`)
}

function check(before: string, after: string, provider?: string, more?: string): void {
  for (const version of VERSIONS) {
    const text = withDatasource(version, before, provider, more)
    expect(lint(version, text), 'nothing is wrong').not.toEqual([])
    expect(mend(version, text)).toBe(withDatasource(version, after, provider, more))
  }
}

describe('relations', () => {
  it('get the field that is missing for a list, with a foreign key', () => {
    check(
      `
      model User {
        id    Int    @id
        posts Post[]
      }

      model Post {
        id Int @id
      }
      `,
      `
      model User {
        id    Int    @id
        posts Post[]
      }

      model Post {
        id Int @id
        user User? @relation(fields: [userId], references: [id])
        userId Int?
      }
      `,
    )
  })

  it('get the list that is missing for a foreign key', () => {
    check(
      `
      model User {
        id Int @id
      }

      model Post {
        id     Int  @id
        author User @relation(fields: [userId], references: [id])
        userId Int
      }
      `,
      `
      model User {
        id Int @id
        posts Post[]
      }

      model Post {
        id     Int  @id
        author User @relation(fields: [userId], references: [id])
        userId Int
      }
      `,
    )
  })

  it('can be many-to-many instead', () => {
    const before = `
      model User {
        id    Int   @id
        tags  Tag[]
      }

      model Tag {
        id Int @id
      }
      `
    for (const version of VERSIONS) {
      const text = withDatasource(version, before)
      const [finding] = lint(version, text)
      const next = fixed(text, finding as EngineFinding, 1)
      expect(next).toContain('users User[]')
      expect(lint(version, next)).toEqual([])
    }
  })

  it('get the whole foreign key', () => {
    check(
      `
      model User {
        id    Int    @id
        posts Post[]
      }

      model Post {
        id     Int  @id
        author User
      }
      `,
      `
      model User {
        id    Int    @id
        posts Post[]
      }

      model Post {
        id     Int  @id
        author User @relation(fields: [authorId], references: [id])
        authorId Int
      }
      `,
    )
  })

  it('get the fields that the foreign key names', () => {
    check(
      `
      model User {
        a     Int
        b     String @db.VarChar(9)
        posts Post[]

        @@id([a, b])
      }

      model Post {
        id     Int  @id
        author User @relation(fields: [authorA, authorB], references: [a, b])
      }
      `,
      `
      model User {
        a     Int
        b     String @db.VarChar(9)
        posts Post[]

        @@id([a, b])
      }

      model Post {
        id     Int  @id
        author User @relation(fields: [authorA, authorB], references: [a, b])
        authorA Int
        authorB String @db.VarChar(9)
      }
      `,
    )
  })

  it('take the fields that are there already', () => {
    check(
      `
      model User {
        id    Int    @id
        posts Post[]
      }

      model Post {
        id       Int  @id
        author   User
        authorId Int
      }
      `,
      `
      model User {
        id    Int    @id
        posts Post[]
      }

      model Post {
        id       Int  @id
        author   User @relation(fields: [authorId], references: [id])
        authorId Int
      }
      `,
    )
  })

  it('of one to one get a key on one side', () => {
    check(
      `
      model User {
        id      Int      @id
        profile Profile?
      }

      model Profile {
        id   Int  @id
        user User
      }
      `,
      `
      model User {
        id      Int      @id
        profile Profile? @relation(fields: [profileId], references: [id])
        profileId Int?   @unique
      }

      model Profile {
        id   Int  @id
        user User?
      }
      `,
    )
  })

  it.each([
    ['userId Int', '[userId]', '[id]', 'id Int @id', 'userId Int @unique', ''],
    [
      'x Int\n  y Int',
      '[x, y]',
      '[x, y]',
      'x Int\n  y Int\n  @@id([x, y])',
      'x Int\n  y Int',
      '\n\n  @@unique([x, y])',
    ],
  ])('of one to one are unique: %s', (keys, fields, references, id, unique, more) => {
    const schema = (own: string, after: string) =>
      `model User {\n  ${id}\n  profile Profile?\n}\n\nmodel Profile {\n  key Int @id\n  user User @relation(fields: ${fields}, references: ${references})\n  ${own}${after}\n}\n`
    check(schema(keys, ''), schema(unique, more))
  })

  it('of one to one may be empty on the other side', () => {
    check(
      `
      model User {
        id      Int     @id
        profile Profile
      }

      model Profile {
        user   User @relation(fields: [userId], references: [id])
        userId Int  @id
      }
      `,
      `
      model User {
        id      Int     @id
        profile Profile?
      }

      model Profile {
        user   User @relation(fields: [userId], references: [id])
        userId Int  @id
      }
      `,
    )
  })

  it('get an index where the database keeps no foreign keys', () => {
    const schema = (index: string) => `
      model User {
        id    Int    @id
        posts Post[]
      }

      model Post {
        id       Int  @id
        author   User @relation(fields: [authorId], references: [id])
        authorId Int${index}
      }
      `
    check(
      schema(''),
      schema('\n\n        @@index([authorId])'),
      'mysql',
      '\n  relationMode = "prisma"',
    )
  })

  it('between the same models get names', () => {
    check(
      `
      model User {
        id      Int    @id
        written Post[]
        edited  Post[]
      }

      model Post {
        id       Int  @id
        author   User @relation(fields: [authorId], references: [id])
        authorId Int
        editor   User @relation(fields: [editorId], references: [id])
        editorId Int
      }
      `,
      `
      model User {
        id      Int    @id
        written Post[] @relation("PostAuthor")
        edited  Post[] @relation("PostEditor")
      }

      model Post {
        id       Int  @id
        author   User @relation("PostAuthor", fields: [authorId], references: [id])
        authorId Int
        editor   User @relation("PostEditor", fields: [editorId], references: [id])
        editorId Int
      }
      `,
    )
  })

  it('of a model with itself get a name', () => {
    check(
      `
      model Node {
        id       Int    @id
        parent   Node?  @relation(fields: [parentId], references: [id])
        parentId Int?
        children Node[]
      }
      `,
      `
      model Node {
        id       Int    @id
        parent   Node?  @relation("NodeParent", fields: [parentId], references: [id])
        parentId Int?
        children Node[] @relation("NodeParent")
      }
      `,
    )
  })
})

it('knows its place among several files', () => {
  const files = [
    {
      path: 'a.prisma',
      text: 'datasource db {\n  provider = "mysql"\n}\n\nmodel User {\n  id Int @id\n}\n',
    },
    { path: 'b.prisma', text: '// Größe 😀\nmodel Post {\n  id   Int  @id\n  user User\n}\n' },
  ]
  const ctx = contextOf(Object.fromEntries(files.map(({ path, text }) => [path, text])))
  const [finding] = lintFiles(7, files)
  const [fix] = quickFixes(ctx, finding as EngineFinding)
  const result = fix && runAny(ctx, fix)
  const after = result ? applyResult(ctx, result) : new Map<string, string>()
  expect(after.get('a.prisma')).toContain('posts Post[]')
  expect(after.get('b.prisma')).toContain('userId Int')
  expect(
    lintFiles(
      7,
      [...after].map(([path, text]) => ({ path, text })),
    ),
  ).toEqual([])
})

describe('types that nothing declares', () => {
  it('become models with relations', () => {
    check(
      `
      model Post {
        id       Int      @id
        category Category
      }
      `,
      `
      model Post {
        id       Int      @id
        category Category @relation(fields: [categoryId], references: [id])
        categoryId Int
      }

      model Category {
        id Int @id @default(autoincrement())
        posts Post[]
      }
      `,
    )
  })

  it('become enums with the values that are used', () => {
    check(
      `
      model User {
        id    Int  @id
        role  Role @default(ADMIN)
        other Role @default(USER)
      }
      `,
      `
      model User {
        id    Int  @id
        role  Role @default(ADMIN)
        other Role @default(USER)
      }

      enum Role {
        ADMIN
        USER
      }
      `,
    )
  })
})

describe('words that mean nothing', () => {
  it.each([
    ['id Int @id\n  name Strng', 'id Int @id\n  name String'],
    ['id Int @id\n  at datetime', 'id Int @id\n  at DateTime'],
    ['id Int @id @defualt(1)', 'id Int @id @default(1)'],
    ['id Int @id @default(autoincremnt())', 'id Int @id @default(autoincrement())'],
    ['id Int @id\n  at DateTime @default(nwo())', 'id Int @id\n  at DateTime @default(now())'],
    [
      'id Int @id\n  name String\n\n  @@indx([name])',
      'id Int @id\n  name String\n\n  @@index([name])',
    ],
    [
      'id Int @id\n  name String\n\n  @@index([nmae])',
      'id Int @id\n  name String\n\n  @@index([name])',
    ],
    ['id Int @id\n  name String @db.Varchar(3)', 'id Int @id\n  name String @db.VarChar(3)'],
    ['id Int @id\n\n  @@index([id(sort: Dsc)])', 'id Int @id\n\n  @@index([id(sort: Desc)])'],
    ['id Int @id\n\n  @@index([id], type: Hsh)', 'id Int @id\n\n  @@index([id], type: Hash)'],
  ])('%s', (before, after) => {
    check(`model User {\n  ${before}\n}\n`, `model User {\n  ${after}\n}\n`)
  })

  it('in relations', () => {
    const schema = (args: string) =>
      `model User {\n  id Int @id\n  posts Post[]\n}\n\nmodel Post {\n  id Int @id\n  user User @relation(${args})\n  userId Int\n}\n`
    const right = schema('fields: [userId], references: [id], onDelete: Cascade')
    check(schema('fields: [usrId], references: [id], onDelete: Cascade'), right)
    check(schema('fields: [userId], references: [id], onDelete: Cascad'), right)
    check(schema('fields: [userId], refrences: [id], onDelete: Cascade'), right)
    check(schema('fields: [userId], references: [idd], onDelete: Cascade'), right)
  })

  it('in values of enums and settings', () => {
    const schema = (value: string) =>
      `enum Role {\n  ADMIN\n}\n\nmodel A {\n  id Int @id\n  role Role @default(${value})\n}\n`
    check(schema('ADMN'), schema('ADMIN'))
    check('generator c {\n  provder = "x"\n}\n', 'generator c {\n  provider = "x"\n}\n')
  })

  it('as providers', () => {
    const text = withDatasource(7, '', 'postgresq')
    expect(mend(7, text)).toContain('"postgresql"')
  })
})

describe('what the versions differ in', () => {
  it('is where the connection is said', () => {
    const text = 'datasource db {\n  provider = "mysql"\n  url      = env("X")\n}\n'
    expect(mend(7, text)).toBe('datasource db {\n  provider = "mysql"\n}\n')
    expect(mend(6, 'datasource db {\n  provider = "mysql"\n}\n')).toBe(
      'datasource db {\n  provider = "mysql"\n  url      = env("DATABASE_URL")\n}\n',
    )
  })

  it('goes back with the connection that the design keeps', () => {
    const text = 'datasource db {\n  provider = "mysql"\n}\n'
    const [finding] = lint(6, text)
    if (!finding) throw new Error('Nothing is wrong')
    const ctx = { ...contextOf(text), connection: { url: 'env("MINE")' } }
    const fixes = quickFixes(ctx, finding)
    expect(fixes.map(({ label }) => label)).toEqual([
      'Add url = env("MINE")',
      'Bring the whole schema back to Prisma 6',
    ])
    for (const fix of fixes) {
      const result = runAny(ctx, fix)
      const after = result && applyResult(ctx, result).get(PATH)
      expect(after).toBe('datasource db {\n  provider = "mysql"\n  url      = env("MINE")\n}\n')
    }
  })

  it('are preview features', () => {
    const generator = (features: string) =>
      `generator c {\n  provider = "prisma-client-js"\n  previewFeatures = ${features}\n}\n`
    check(generator('["views", "multiSchema", "tracing"]'), generator('["views"]'))
    check(generator('["fullTextSearch"]'), generator('["fullTextSearchPostgres"]'))
    expect(mend(7, withDatasource(7, generator('["metrics", "views"]')))).toContain('= ["views"]')
    expect(mend(6, withDatasource(6, generator('["partialIndexes"]')))).not.toContain('preview')
  })
})

describe('what a block must have', () => {
  it('is a key', () => {
    check('model A {\n  id Int\n}\n', 'model A {\n  id Int @id\n}\n')
    check(
      'model A {\n  x Int\n}\n',
      'model A {\n  id Int @id @default(autoincrement())\n  x Int\n}\n',
    )
  })

  it('is a value', () => {
    check('enum A {\n}\n', 'enum A {\n  VALUE\n}\n')
  })

  it('is a schema where there are several', () => {
    const schema = (more: string) => `model A {\n  id Int @id${more}\n}\n`
    check(schema(''), schema('\n\n  @@schema("a")'), 'postgresql', '\n  schemas = ["a", "b"]')
  })
})

describe('old syntax', () => {
  it('is written anew', () => {
    check(
      'model A {\n  id Int! @id\n  bs B[] @relation(references: [id])\n}\n\nmodel B {\n  id: Int @id\n  as [A] @relation("x", references: [id])\n}\n'.replace(
        '"x", ',
        '',
      ),
      'model A {\n  id Int @id\n  bs B[]\n}\n\nmodel B {\n  id Int @id\n  as A[]\n}\n',
    )
  })

  it('is explained beside what the engine says of it', () => {
    const text = 'datasource {\n  provider = "sqlite"\n}\n'
    const [finding] = lint(7, text)
    expect(oldSyntaxAt(contextOf(text), finding as EngineFinding)?.message).toBe(
      'Every datasource has a name: write datasource db { … }.',
    )
    const sound = 'model A {\n  id Int\n}\n'
    expect(oldSyntaxAt(contextOf(sound), lint(7, sound)[0] as EngineFinding)).toBeNull()
  })

  it('is a block without a name', () => {
    const text = 'datasource {\n  provider = "sqlite"\n}\n'
    expect(mend(7, text)).toBe('datasource db {\n  provider = "sqlite"\n}\n')
  })
})
