import { describe, expect, it } from 'vitest'
import type { Texts } from '@/lib/commands/testing'
import { definitionAt } from './definition'
import { highlightsAt } from './highlights'
import { referencesAt } from './references'
import { atCaret, showSpan } from './testing'

function checkDefinition(texts: Texts, expected: readonly string[]): void {
  const { snapshot, path, offset } = atCaret(texts)
  const found = definitionAt(snapshot, path, offset)
  expect(found?.targets.map((span) => showSpan(snapshot, span)) ?? []).toEqual(expected)
}

function checkReferences(texts: Texts, expected: readonly string[]): void {
  const { snapshot, path, offset } = atCaret(texts)
  const found = referencesAt(snapshot, path, offset, { withDeclaration: true })
  expect(found.map((span) => showSpan(snapshot, span))).toEqual(expected)
}

function checkHighlights(texts: Texts, expected: readonly string[]): void {
  const { snapshot, path, offset } = atCaret(texts)
  const found = highlightsAt(snapshot, path, offset)
  expect(found.map((found) => `${found.access} ${showSpan(snapshot, found)}`)).toEqual(expected)
}

const MODELS = `
  model User {
    id    Int    @id
    email String
    posts Post[] @relation("Author")
  }
`

describe('definitionAt', () => {
  it('goes from a type to its block in another file', () => {
    checkDefinition(
      {
        'user.prisma': 'enum Rôle {\n  ADMIN\n}\n\n/// A person\nmodel User {\n  id Int @id\n}\n',
        'post.prisma': 'model Post {\n  author Us|er @relation(fields: [a], references: [id])\n}\n',
      },
      ['user.prisma 6: model ‹User› {'],
    )
  })

  it('knows enums, composite types and views', () => {
    const blocks = 'enum E {\n  A\n}\ntype T {\n  a Int\n}\nview V {\n  a Int @unique\n}\n'
    checkDefinition(`${blocks}model M {\n  x |E\n}\n`, ['1: enum ‹E› {'])
    checkDefinition(`${blocks}model M {\n  x T|[]\n}\n`, ['4: type ‹T› {'])
    checkDefinition(`${blocks}model M {\n  x V|?\n}\n`, ['7: view ‹V› {'])
  })

  it('goes from the fields of a relation to this model and the other', () => {
    const post = (list: string) => `${MODELS}  model Post {
    author User @relation("Author", ${list})
    userId Int
  }
`
    checkDefinition(post('fields: [user|Id], references: [id]'), ['8: ‹userId› Int'])
    checkDefinition(post('fields: [userId], references: [|id]'), ['2: ‹id›    Int    @id'])
  })

  it('goes from keys to fields, with arguments and in composite paths', () => {
    checkDefinition('model A {\n  b Int\n  @@index([|b(sort: Desc)])\n}\n', ['2: ‹b› Int'])
    checkDefinition('model A {\n  b Int\n  @@unique(fields: [b|])\n}\n', ['2: ‹b› Int'])
    checkDefinition(
      'type Street {\n  name String\n}\ntype Address {\n  street Street\n}\nmodel A {\n  home Address\n  @@index([home.street.na|me])\n}\n',
      ['2: ‹name› String'],
    )
  })

  it('goes from a default to the value of the enum', () => {
    checkDefinition('enum E {\n  A\n  B\n}\nmodel M {\n  e E @default(B|)\n}\n', ['3: ‹B›'])
    checkDefinition('enum E {\n  A\n  B\n}\nmodel M {\n  e E[] @default([A, B|])\n}\n', ['3: ‹B›'])
  })

  it('goes from the name of a relation to its other end', () => {
    checkDefinition(`${MODELS}  model Post {\n    author User @relation("Au|thor")\n  }\n`, [
      '4: posts Post[] @relation("‹Author›")',
    ])
  })

  it('goes from @@schema to the datasource, and from @db to it', () => {
    const source = 'datasource pg {\n  provider = "postgresql"\n  schemas = ["a", "b"]\n}\n'
    checkDefinition(`${source}model M {\n  @@schema("|b")\n}\n`, ['3: schemas = ["a", "‹b›"]'])
    checkDefinition(`${source}model M {\n  a String @p|g.Text\n}\n`, ['1: datasource ‹pg› {'])
  })

  it('finds nothing in comments, in other strings and at words of the language', () => {
    checkDefinition('model User {\n  // User|\n}\n', [])
    checkDefinition('model User {\n  a String @map("Us|er")\n}\n', [])
    checkDefinition('model User {\n  a String @i|d\n}\n', [])
    checkDefinition('model User {\n  a Missi|ng\n}\n', [])
  })

  it('is right behind text of other scripts and in half-typed text', () => {
    checkDefinition('/// 😀 漢字\nmodel Größe {\n  é Int // 😀\n  /* 漢 */\n  @@index([|é\n}\n', [
      '3: ‹é› Int // 😀',
    ])
  })
})

describe('referencesAt', () => {
  it('finds a model in all files', () => {
    checkReferences(
      {
        'a.prisma': 'model User| {\n  id Int @id\n  posts Post[]\n}\n',
        'b.prisma': 'model Post {\n  author User\n  editor User?\n}\n',
      },
      ['a.prisma 1: model ‹User› {', 'b.prisma 2: author ‹User›', 'b.prisma 3: editor ‹User›?'],
    )
  })

  it('finds a field in relations, keys and conditions, and no other of its name', () => {
    checkReferences(
      `
      model User {
        id    Int @id
        email String
        posts Post[]
        @@unique([ema|il, id], where: { email: "x" })
      }
      model Post {
        email  String
        author User @relation(fields: [email], references: [email])
      }
      `,
      [
        '3: ‹email› String',
        '5: @@unique([‹email›, id], where: { email: "x" })',
        '5: @@unique([email, id], where: { ‹email›: "x" })',
        '9: author User @relation(fields: [email], references: [‹email›])',
      ],
    )
  })

  it('tells relations of one name between other models apart', () => {
    checkReferences(
      `
      model A {
        b  B   @relation("x|")
        cs C[] @relation("x")
      }
      model B {
        as A[] @relation(name: "x")
      }
      model C {
        a A @relation("x")
      }
      `,
      ['2: b  B   @relation("‹x›")', '6: as A[] @relation(name: "‹x›")'],
    )
  })

  it('finds values of enums and schemas', () => {
    checkReferences('enum E {\n  A|\n}\nmodel M {\n  a E @default(A)\n}\n', [
      '2: ‹A›',
      '5: a E @default(‹A›)',
    ])
    checkReferences('datasource d {\n  schemas = ["s|"]\n}\nenum E {\n  A\n  @@schema("s")\n}\n', [
      '2: schemas = ["‹s›"]',
      '6: @@schema("‹s›")',
    ])
  })

  it('leaves declarations out when asked to', () => {
    const { snapshot, path, offset } = atCaret('model A {\n  id| Int\n  @@id([id])\n}\n')
    const found = referencesAt(snapshot, path, offset, { withDeclaration: false })
    expect(found.map((span) => showSpan(snapshot, span))).toEqual(['3: @@id([‹id›])'])
  })
})

describe('highlightsAt', () => {
  it('tells declaration and use apart, in this file alone', () => {
    checkHighlights(
      {
        'a.prisma': 'model A {\n  i|d Int\n  @@id([id])\n}\n',
        'b.prisma': 'model B {\n  a A @relation(fields: [x], references: [id])\n}\n',
      },
      ['write a.prisma 2: ‹id› Int', 'read a.prisma 3: @@id([‹id›])'],
    )
  })

  it('marks words of the language in their block', () => {
    checkHighlights(
      'model A {\n  a Int @un|ique\n  b Int @unique\n}\nmodel B {\n  a Int @unique\n}\n',
      ['read 2: a Int ‹@unique›', 'read 3: b Int ‹@unique›'],
    )
  })
})
