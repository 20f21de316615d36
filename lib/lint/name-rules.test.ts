/** The rules on names, and on what a model or enum is there for. */

import { describe, expect, it } from 'vitest'
import { ambiguousPlural } from './rules/ambiguous-plural'
import { inconsistentNaming } from './rules/inconsistent-naming'
import { modelWithoutCreatedAt } from './rules/model-without-created-at'
import { reservedWord } from './rules/reserved-word'
import { unusedEnum } from './rules/unused-enum'
import { checkFix, checkFound, findingsOf } from './testing'

describe('a name in another style than most', () => {
  it('is a field, which keeps its column', () => {
    checkFix(
      inconsistentNaming,
      `
      model User {
        id        Int    @id
        firstName String
        lastName  String
        nickName  String
        home_town String
      }
      `,
      `
      model User {
        id        Int    @id
        firstName String
        lastName  String
        nickName  String
        homeTown  String @map("home_town")
      }
      `,
    )
  })

  it('is a model, which keeps its table', () => {
    const rest =
      'model User {\n  id Int @id\n}\n\nmodel Post {\n  id Int @id\n}\n\nmodel Tag {\n  id Int @id\n}\n'
    checkFix(
      inconsistentNaming,
      `${rest}\nmodel blog_entry {\n  id Int @id\n}\n`,
      `${rest}\nmodel BlogEntry {\n  id Int @id\n\n  @@map("blog_entry")\n}\n`,
    )
  })

  it('is a column that was forgotten to be mapped', () => {
    checkFix(
      inconsistentNaming,
      `
      model User {
        id        Int    @id
        firstName String @map("first_name")
        lastName  String @map("last_name")
        nickName  String @map("nick_name")
        homeTown  String
      }
      `,
      `
      model User {
        id        Int    @id
        firstName String @map("first_name")
        lastName  String @map("last_name")
        nickName  String @map("nick_name")
        homeTown  String @map("home_town")
      }
      `,
    )
  })

  it('is none where there is no majority, or a word tells nothing', () => {
    checkFound(
      inconsistentNaming,
      `
      model User {
        id        Int    @id
        firstName String
        last_name String
        nickName  String
        home_town String
        name      String
      }
      `,
      [],
    )
  })

  it('counts every file', () => {
    checkFound(
      inconsistentNaming,
      {
        'a.prisma': 'model A {\n  one_two Int\n}\n',
        'b.prisma': 'model B {\n  oneTwo Int\n  twoOne Int\n  threeTwo Int\n}\n',
      },
      ['A.one_two'],
    )
  })
})

describe('a model in the plural', () => {
  it('is found, and renamed with its references', () => {
    checkFix(
      ambiguousPlural,
      `
      model Users {
        id    Int    @id
        posts Post[]
      }

      model Post {
        id     Int   @id
        user   Users @relation(fields: [userId], references: [id])
        userId Int
      }
      `,
      `
      model User {
        id    Int    @id
        posts Post[]

        @@map("Users")
      }

      model Post {
        id     Int   @id
        user   User  @relation(fields: [userId], references: [id])
        userId Int
      }
      `,
    )
  })

  it('is found beside one in the singular, and then cannot be mended by a name', () => {
    const found = findingsOf(
      ambiguousPlural,
      'model User {\n  id Int @id\n}\n\nmodel Users {\n  id Int @id\n}\n\nmodel News {\n  id Int @id\n}\n',
    )
    expect(found.map(({ at, finding }) => [at, finding.fixes.length])).toEqual([['Users', 0]])
  })
})

describe('an enum that nothing uses', () => {
  it('is found, and goes', () => {
    checkFix(
      unusedEnum,
      'model A {\n  id Int @id\n  b B\n}\n\nenum B {\n  X\n}\n\nenum C {\n  X\n}\n',
      'model A {\n  id Int @id\n  b B\n}\n\nenum B {\n  X\n}\n',
    )
  })
})

describe('a model without createdAt', () => {
  it('is found, and gets it below its columns', () => {
    checkFix(
      modelWithoutCreatedAt,
      `
      model User {
        id    Int    @id
        email String
      }
      `,
      `
      model User {
        id    Int    @id
        email String
        createdAt DateTime @default(now())
      }
      `,
    )
  })

  it('gets it as the schema writes its names', () => {
    checkFix(
      modelWithoutCreatedAt,
      `
      model User {
        id         Int @id
        first_name Int
        last_name  Int
        nick_name  Int
      }
      `,
      `
      model User {
        id         Int @id
        first_name Int
        last_name  Int
        nick_name  Int
        created_at DateTime @default(now())
      }
      `,
    )
  })

  it.each(['createdAt DateTime', 'created_on DateTime', 'born DateTime @default(now())'])(
    'is none with %s',
    (line) => {
      checkFound(modelWithoutCreatedAt, `model A {\n  id Int @id\n  ${line}\n}\n`, [])
    },
  )

  it('is none that only joins two others', () => {
    checkFound(
      modelWithoutCreatedAt,
      `
      model A {
        id Int @id
        createdAt DateTime
        js J[]
      }

      model B {
        id Int @id
        createdAt DateTime
        js J[]
      }

      model J {
        a   A   @relation(fields: [aId], references: [id])
        aId Int
        b   B   @relation(fields: [bId], references: [id])
        bId Int

        @@id([aId, bId])
      }
      `,
      [],
    )
  })
})

describe('a reserved word', () => {
  const schema = (provider: string, table: string) =>
    `datasource db {\n  provider = "${provider}"\n}\n\nmodel ${table} {\n  id    Int @id\n  limit Int\n  Order Int\n}\n`

  it.each([
    ['postgresql', 'User', ['User.limit']],
    ['postgresql', 'user', ['user', 'user.limit']],
    ['mysql', 'Group', ['Group', 'Group.limit', 'Group.Order']],
    ['sqlserver', 'User', ['User', 'User.Order']],
    ['sqlite', 'Plan', ['Plan.limit', 'Plan.Order']],
    ['mongodb', 'Group', []],
  ])('of %s in %s', (provider, table, found) => {
    checkFound(reservedWord, schema(provider, table), found)
  })

  it('as a table can be called otherwise there', () => {
    checkFix(
      reservedWord,
      `
      datasource db {
        provider = "mysql"
      }

      model Order {
        id Int @id
      }
      `,
      `
      datasource db {
        provider = "mysql"
      }

      model Order {
        id Int @id

        @@map("Orders")
      }
      `,
    )
  })

  it('is also a type that TypeScript has', () => {
    checkFound(reservedWord, 'model Record {\n  id Int @id\n}\n\nenum Prisma {\n  A\n}\n', [
      'Record',
      'Prisma',
    ])
  })
})
