import { describe, it } from 'vitest'
import { check, checkRefusal, type Ids } from './testing'

describe('renameField', () => {
  it('renames it in keys, indexes and conditions', () => {
    check(
      'renameField',
      `
      model User {
        id    Int    @id
        email String @map("email")
        name  String @unique(where: { email: "x" })

        @@id([id, email])
        @@unique(fields: [email(sort: Desc), name], name: "email")
        @@index(email, where: { email: { not: null } })
        @@fulltext([ email ])
      }
      `,
      ({ block, field }) => ({
        blockId: block('User'),
        fieldId: field('User.email'),
        name: 'mail',
      }),
      `
      model User {
        id    Int    @id
        mail  String @map("email")
        name  String @unique(where: { mail: "x" })

        @@id([id, mail])
        @@unique(fields: [mail(sort: Desc), name], name: "email")
        @@index(mail, where: { mail: { not: null } })
        @@fulltext([ mail ])
      }
      `,
    )
  })

  it('renames it in relations of any model, on the right side of each', () => {
    check(
      'renameField',
      {
        'a.prisma':
          'model User {\n  id Int @id\n  bossId Int\n  boss User @relation("b", fields: [bossId], references: [id])\n  team User[] @relation("b")\n  posts Post[]\n}\n',
        'b.prisma':
          'model Post {\n  id Int @id\n  author User @relation(references: [id], fields: [id])\n}\n',
      },
      ({ block, field }) => ({ blockId: block('User'), fieldId: field('User.id'), name: 'key' }),
      {
        'a.prisma':
          'model User {\n  key Int @id\n  bossId Int\n  boss User @relation("b", fields: [bossId], references: [key])\n  team User[] @relation("b")\n  posts Post[]\n}\n',
        'b.prisma':
          'model Post {\n  id Int @id\n  author User @relation(references: [key], fields: [id])\n}\n',
      },
    )
  })

  it('renames a part of a path into composite types', () => {
    check(
      'renameField',
      'type Street {\n  name String\n}\ntype Address {\n  street Street\n}\nmodel User {\n  name String\n  address Address\n  @@index([address.street.name, name])\n}\n',
      ({ block, field }) => ({
        blockId: block('Street'),
        fieldId: field('Street.name'),
        name: 'title',
      }),
      'type Street {\n  title String\n}\ntype Address {\n  street Street\n}\nmodel User {\n  name String\n  address Address\n  @@index([address.street.title, name])\n}\n',
    )
  })

  it('keeps the column, or leaves it alone', () => {
    check(
      'renameField',
      'model A {\n  id   Int    @id\n  name String @unique // n\n}\n',
      ({ block, field }) => ({ blockId: block('A'), fieldId: field('A.name'), name: 'fullName' }),
      'model A {\n  id   Int    @id\n  fullName String @unique // n\n}\n',
    )
    check(
      'renameField',
      'model A {\n  id Int @id\n  name String @unique\n}\n',
      ({ block, field }) => ({ blockId: block('A'), fieldId: field('A.name'), name: 'n' }),
      'model A {\n  id Int @id\n  n String @unique\n}\n',
    )
  })

  it.each(['b', 'a', '', '1', 'x.y'])('refuses the name %j', (name) => {
    checkRefusal('renameField', 'model A {\n  a Int @id\n  b Int\n}\n', ({ block, field }) => ({
      blockId: block('A'),
      fieldId: field('A.a'),
      name,
    }))
  })

  it('refuses the name of another column', () => {
    const before = 'model A {\n  a Int @id\n  b Int @map("c")\n  d Int @map("e")\n}\n'
    const rename = (from: string) => (ids: Ids) => ({
      blockId: ids.block('A'),
      fieldId: ids.field(from),
      name: 'c',
    })
    checkRefusal('renameField', before, rename('A.a'))
    check('renameField', before, rename('A.d'), before.replace('d Int', 'c Int'))
  })
})
