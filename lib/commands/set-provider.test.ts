import { describe, expect, it } from 'vitest'
import { describeProviderChange } from './describe-provider-change'
import { check, checkRefusal, contextOf, idsOf, run } from './testing'

const to = (provider: string) => () => ({ provider })

describe('setProvider', () => {
  it('gives up of types, keys and defaults only what the database does not have', () => {
    check(
      'setProvider',
      `
      datasource db {
        provider = "postgresql" // for now
      }

      model Post {
        id    Int    @id(map: "post_key") @default(autoincrement())
        name  String @db.Citext // shown
        slug  String @db.VarChar(80)
        score Int    @default(autoincrement())

        @@index([name], type: Hash)
        @@index([slug(ops: raw("gin_trgm_ops"))], type: Gin) // search
      }
      `,
      to('mysql'),
      `
      datasource db {
        provider = "mysql" // for now
      }

      model Post {
        id    Int    @id @default(autoincrement())
        name  String // shown
        slug  String @db.VarChar(80)
        score Int

        @@index([name])
      }
      `,
    )
  })

  it('takes what comes closest', () => {
    check(
      'setProvider',
      `
      datasource db {
        provider = "cockroachdb"
      }

      model A {
        id BigInt @id @default(sequence(start: 9))
      }
      `,
      to('sqlserver'),
      `
      datasource db {
        provider = "sqlserver"
      }

      model A {
        id BigInt @id @default(autoincrement())
      }
      `,
    )
  })

  it('takes everything out of schemas that are not there', () => {
    check(
      'setProvider',
      `
      datasource db {
        provider   = "postgresql"
        schemas    = ["a", "b"]
        extensions = [citext]
      }

      model A {
        id Int @id

        @@schema("a")
        @@map("t")
      }

      model B {
        id Int @id

        @@map("t")
        @@schema("b")
      }
      `,
      to('sqlite'),
      `
      datasource db {
        provider   = "sqlite"
      }

      model A {
        id Int @id

        @@map("t")
      }

      model B {
        id Int @id

        @@map("t")
      }
      `,
      ['A and B are both called t in the database.'],
    )
  })

  it('breaks circles, and replaces actions that are not there', () => {
    check(
      'setProvider',
      `
      datasource db {
        provider = "postgresql"
      }

      model Node {
        id     Int   @id
        upId   Int?
        up     Node? @relation("tree", fields: [upId], references: [id])
        nodes  Node[] @relation("tree")
        leaves Leaf[]
      }

      model Leaf {
        id     Int  @id
        nodeId Int
        node   Node @relation(fields: [nodeId], references: [id], onDelete: Restrict)
      }
      `,
      to('sqlserver'),
      `
      datasource db {
        provider = "sqlserver"
      }

      model Node {
        id     Int   @id
        upId   Int?
        up     Node? @relation("tree", fields: [upId], references: [id], onDelete: NoAction, onUpdate: NoAction)
        nodes  Node[] @relation("tree")
        leaves Leaf[]
      }

      model Leaf {
        id     Int  @id
        nodeId Int
        node   Node @relation(fields: [nodeId], references: [id], onDelete: NoAction)
      }
      `,
    )
  })

  it('leaves to a person what becomes of data', () => {
    check(
      'setProvider',
      `
      datasource db {
        provider = "postgresql"
        url      = "postgresql://localhost/shop"
      }

      model A {
        x    Int
        y    Int
        tags Decimal[]
        bs   B[]

        @@id([x, y])
      }

      model B {
        id   Int @id
        as   A[]
        made String @default(dbgenerated("f()"))
      }
      `,
      to('mongodb'),
      `
      datasource db {
        provider = "mongodb"
        url      = "postgresql://localhost/shop"
      }

      model A {
        x    Int
        y    Int
        tags Decimal[]
        bs   B[]

        @@id([x, y])
      }

      model B {
        id   Int @id @map("_id")
        as   A[]
        made String
      }
      `,
      [
        'url leads to the database of before.',
        'A.tags: MongoDB has no Decimal.',
        'A, primary key of x, y: MongoDB has one field as its primary key.',
        'A.bs: MongoDB has no many-to-many relations without a model between them.',
      ],
    )
  })

  it('adds a datasource where there is none, and adapts the schema to it', () => {
    check(
      'setProvider',
      `
      model A {
        id Int @id @default(autoincrement())
      }
      `,
      to('cockroachdb'),
      `
      datasource db {
        provider = "cockroachdb"
      }

      model A {
        id Int @id @default(sequence())
      }
      `,
    )
    expect(run({}, 'setProvider', to('mysql')).text).toEqual({
      'schema.prisma': 'datasource db {\n  provider = "mysql"\n}\n',
    })
  })

  it('does not apply when that is the provider, or none that Prisma knows', () => {
    const schema = 'datasource db {\n  provider = "mysql"\n}\n'
    checkRefusal('setProvider', schema, to('mysql'))
    checkRefusal('setProvider', schema, to('oracle'))
  })
})

describe('describeProviderChange', () => {
  const ctx = contextOf(`datasource db {
  provider = "postgresql"
}

model A {
  id   Int    @id
  name String @db.Citext
  tags Int[]
}
`)

  it('says what does not fit, where it is and what is done about it', () => {
    const ids = idsOf(ctx)
    expect(describeProviderChange(ctx, 'sqlite')).toEqual([
      {
        text: 'A.tags: SQLite cannot store lists of Int.',
        fix: null,
        blockId: ids.block('A'),
        memberId: ids.field('A.tags'),
      },
      {
        text: 'A.name: SQLite has no native type Citext.',
        fix: 'Prisma’s usual type for it takes its place.',
        blockId: ids.block('A'),
        memberId: ids.field('A.name'),
      },
    ])
  })

  it('says nothing when all fits', () => {
    expect(describeProviderChange(contextOf('model A {\n  id Int @id\n}\n'), 'mysql')).toEqual([])
  })
})
