/** The commands that mend relations, types and words; what the engine says of it, `lib/lint` tests. */

import { describe, expect, it } from 'vitest'
import { misspellingsIn } from './correct-spelling'
import { editDistance, nearestWords } from './edit-distance'
import { check, checkRefusal, contextOf, type Ids, run } from './testing'

describe('addBackRelation', () => {
  it('works across files, and keeps the name of the relation', () => {
    check(
      'addBackRelation',
      {
        'a.prisma': 'model A {\n  id Int @id\n}\n',
        'b.prisma':
          'model B {\n  id  Int @id\n  a   A   @relation("x", fields: [aId], references: [id])\n  aId Int\n}\n',
      },
      (ids) => ({ blockId: ids.block('B'), fieldId: ids.field('B.a') }),
      {
        'a.prisma': 'model A {\n  id Int @id\n  bs B[] @relation("x")\n}\n',
        'b.prisma':
          'model B {\n  id  Int @id\n  a   A   @relation("x", fields: [aId], references: [id])\n  aId Int\n}\n',
      },
    )
  })

  it('gives a name where another relation has none', () => {
    check(
      'addBackRelation',
      `
      model A {
        id Int @id
        bs B[]
      }

      model B {
        id  Int @id
        a   A   @relation(fields: [aId], references: [id])
        aId Int
        o   A   @relation(fields: [oId], references: [id])
        oId Int
      }
      `,
      (ids) => ({ blockId: ids.block('B'), fieldId: ids.field('B.o') }),
      `
      model A {
        id Int @id
        bs B[]
        bs2 B[] @relation("BO")
      }

      model B {
        id  Int @id
        a   A   @relation(fields: [aId], references: [id])
        aId Int
        o   A   @relation("BO", fields: [oId], references: [id])
        oId Int
      }
      `,
    )
  })

  it('adds no second one', () => {
    checkRefusal(
      'addBackRelation',
      'model A {\n  id Int @id\n  a A[] @relation("x")\n  b A[] @relation("x")\n}\n',
      (ids) => ({ blockId: ids.block('A'), fieldId: ids.field('A.a') }),
    )
  })

  it('needs something to refer to', () => {
    checkRefusal(
      'addBackRelation',
      'model A {\n  x Int\n  bs B[]\n}\n\nmodel B {\n  id Int @id\n}\n',
      (ids) => ({ blockId: ids.block('A'), fieldId: ids.field('A.bs') }),
    )
  })
})

describe('declareType', () => {
  it('relates every model that has such a field', () => {
    check(
      'declareType',
      `
      model A {
        id Int @id
        tag Tag
      }

      model B {
        id Int @id
        tags Tag[]
      }
      `,
      (ids) => ({ blockId: ids.block('A'), fieldId: ids.field('A.tag'), kind: 'model' }),
      `
      model A {
        id Int @id
        tag Tag @relation(fields: [tagId], references: [id])
        tagId Int
      }

      model Tag {
        id Int @id @default(autoincrement())
        as A[]
        b  B?  @relation(fields: [bId], references: [id])
        bId Int?
      }

      model B {
        id Int @id
        tags Tag[]
      }
      `,
    )
  })

  it('gives the model the key that foreign keys refer to', () => {
    check(
      'declareType',
      `
      model A {
        id Int @id
        b B @relation(fields: [bKey], references: [key])
        bKey String @db.Uuid
      }
      `,
      (ids) => ({ blockId: ids.block('A'), fieldId: ids.field('A.b'), kind: 'model' }),
      `
      model A {
        id Int @id
        b B @relation(fields: [bKey], references: [key])
        bKey String @db.Uuid
      }

      model B {
        key String @id @db.Uuid
        as  A[]
      }
      `,
    )
  })

  it('takes no column of a key for a relation, and no relation for a value', () => {
    const text = 'model A {\n  id Int @id\n  x X\n  y Y @relation("y")\n\n  @@index([x])\n}\n'
    const args = (name: string, kind: 'model' | 'enum') => (ids: Ids) => ({
      blockId: ids.block('A'),
      fieldId: ids.field(`A.${name}`),
      kind,
    })
    checkRefusal('declareType', text, args('x', 'model'))
    checkRefusal('declareType', text, args('y', 'enum'))
    expect(run(text, 'declareType', args('x', 'enum')).text).toContain('enum X')
    expect(run(text, 'declareType', args('y', 'model')).text).toContain('model Y')
  })

  it('makes no enum where there are none', () => {
    const schema = (provider: string) =>
      `datasource db {\n  provider = "${provider}"\n}\n\nmodel A {\n  id Int @id\n  role Role\n}\n`
    const args = (ids: Ids) => ({
      blockId: ids.block('A'),
      fieldId: ids.field('A.role'),
      kind: 'enum' as const,
    })
    checkRefusal('declareType', schema('sqlserver'), args)
    expect(run(schema('mysql'), 'declareType', args).text).toContain('enum Role {\n  VALUE\n}')
  })
})

describe('correctSpelling', () => {
  it('takes only words that mean something there, for words that do not', () => {
    const text = 'model A {\n  id Int @id\n  x  Strng\n}\n'
    const at = text.indexOf('Strng')
    const change = (from: number, to: number, word: string) =>
      run(text, 'correctSpelling', () => ({ path: 'schema.prisma', from, to, word })).text
    expect(change(at, at + 5, 'String')).toBe(text.replace('Strng', 'String'))
    expect(change(at, at + 5, 'Strings')).toBeNull()
    expect(change(at, at + 4, 'String')).toBeNull()
    expect(change(text.indexOf('Int'), text.indexOf('Int') + 3, 'String')).toBeNull()
  })

  it('finds nothing in a schema without fault', () => {
    const text = `generator client {
  provider        = "prisma-client"
  output          = "../x"
  previewFeatures = ["views"]
}

generator other {
  provider = "prisma-erd"
  theme    = "dark"
}

datasource db {
  provider     = "postgresql"
  relationMode = "prisma"
  schemas      = ["a"]
}

enum Role {
  A @map("a")

  @@map("role")
  @@schema("a")
}

model User {
  id    Int     @id @default(sequence(start: 2)) @db.Integer
  a     Int     @unique(map: "x", sort: Desc)
  email String  @default(dbgenerated("x()"), map: "d") @map(name: "e") @db.VarChar(2)
  role  Role[]  @default([A])
  gone  String? @ignore
  self  User?   @relation(name: "s", fields: [a], references: [id], onDelete: NoAction, map: "k")
  other User[]  @relation("s")

  @@unique(fields: [a, email(sort: Desc)], name: "n", map: "m")
  @@index([email(ops: raw("x"), length: 3)], type: Gin, where: raw("x"))
  @@map("users")
  @@schema("a")
}
`
    const ctx = contextOf(text)
    expect(misspellingsIn(ctx, 'schema.prisma', 0, text.length)).toEqual([])
  })
})

describe('nearestWords', () => {
  it.each([
    ['Strng', 'String'],
    ['string', 'String'],
    ['Stirng', 'String'],
    ['Dsc', 'Desc'],
    ['Catergory', 'Category'],
    ['Zebra', undefined],
  ])('%s → %s', (word, nearest) => {
    expect(nearestWords(word, ['Int', 'String', 'Asc', 'Desc', 'Category'])[0]).toBe(nearest)
  })

  it('counts letters added, removed, replaced and swapped', () => {
    expect(editDistance('', 'abc')).toBe(3)
    expect(editDistance('abc', 'abc')).toBe(0)
    expect(editDistance('abcd', 'acbd')).toBe(1)
    expect(editDistance('ca', 'abc')).toBe(3)
    expect(editDistance('kitten', 'sitting')).toBe(3)
  })
})
