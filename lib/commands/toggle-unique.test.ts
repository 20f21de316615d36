import { describe, it } from 'vitest'
import { check, checkRefusal, type Ids } from './testing'

const toggle =
  (path: string) =>
  ({ block, field }: Ids) => ({ blockId: block('A'), fieldId: field(`A.${path}`) })

describe('toggleUnique', () => {
  it('adds and removes the attribute, in its column', () => {
    const off = 'model A {\n  id   Int    @id\n  name String\n  x    Int    @map("y") // c\n}\n'
    const on = off.replace('@map', '@unique @map')
    check('toggleUnique', off, toggle('x'), on)
    check('toggleUnique', on, toggle('x'), off)
    check('toggleUnique', off, toggle('name'), off.replace('String', 'String @unique'))
  })

  it('counts a constraint of the field alone', () => {
    check(
      'toggleUnique',
      'model A {\n  id Int @id\n  x Int\n\n  @@unique([x(sort: Desc)])\n}\n',
      toggle('x'),
      'model A {\n  id Int @id\n  x Int\n}\n',
    )
  })

  it('says what needs it', () => {
    check(
      'toggleUnique',
      'model A {\n  x Int @unique\n  bId Int @unique\n  b B @relation(fields: [bId], references: [id])\n  bs B[] @relation("r")\n}\nmodel B {\n  id Int @id\n  a A?\n  aX Int\n  ax A @relation("r", fields: [aX], references: [x])\n}\n',
      toggle('bId'),
      'model A {\n  x Int @unique\n  bId Int\n  b B @relation(fields: [bId], references: [id])\n  bs B[] @relation("r")\n}\nmodel B {\n  id Int @id\n  a A?\n  aX Int\n  ax A @relation("r", fields: [aX], references: [x])\n}\n',
      ['A.b is one-to-one, for which A.bId must be unique.'],
    )
    check(
      'toggleUnique',
      'model A {\n  x Int @unique\n  bs B[]\n}\nmodel B {\n  id Int @id\n  aX Int\n  a A @relation(fields: [aX], references: [x])\n}\n',
      toggle('x'),
      'model A {\n  x Int\n  bs B[]\n}\nmodel B {\n  id Int @id\n  aX Int\n  a A @relation(fields: [aX], references: [x])\n}\n',
      [
        'A has no primary key now, and no required unique field.',
        'B.a refers to A.x, which must be unique for that.',
      ],
    )
  })

  it('says what the database makes no keys of', () => {
    check(
      'toggleUnique',
      'datasource db {\n  provider = "mysql"\n}\nmodel A {\n  id Int @id\n  x String @db.LongText\n}\n',
      toggle('x'),
      'datasource db {\n  provider = "mysql"\n}\nmodel A {\n  id Int @id\n  x String @unique @db.LongText\n}\n',
      ['A.x is LongText, of which MySQL makes no keys.'],
    )
  })

  it('refuses relations, composite types and their fields', () => {
    checkRefusal('toggleUnique', 'model A {\n  a A[]\n}\n', toggle('a'))
    checkRefusal('toggleUnique', 'type T {\n  x Int\n}\nmodel A {\n  t T\n}\n', toggle('t'))
    checkRefusal('toggleUnique', 'type A {\n  x Int\n}\n', toggle('x'))
  })
})
