import { describe, it } from 'vitest'
import { check, checkRefusal } from './testing'

describe('deleteFields', () => {
  it('removes the line with its comments, and the name from lists', () => {
    check(
      'deleteFields',
      `
      model A {
        id Int @id

        /// One.
        // Two.
        a  Int // three

        b  Int

        @@unique([a, b])
        @@index([b, a(sort: Desc), id])
        @@index([a])
      }
      `,
      ({ block, field }) => ({ blockId: block('A'), fieldIds: [field('A.a')] }),
      `
      model A {
        id Int @id

        b  Int

        @@unique([b])
        @@index([b, id])
      }
      `,
      [
        'Took a out of @@unique([a, b]) of A.',
        'Took a out of @@index([b, a(sort: Desc), id]) of A.',
        'Removed @@index([a]) from A.',
      ],
    )
  })

  it('does not leave two keys alike', () => {
    check(
      'deleteFields',
      'model A {\n  id Int @id\n  a Int\n  b Int @unique\n  @@unique([a, b])\n  @@index([a, id])\n  @@index([id])\n}\n',
      ({ block, field }) => ({ blockId: block('A'), fieldIds: [field('A.a')] }),
      'model A {\n  id Int @id\n  b Int @unique\n  @@index([id])\n}\n',
      ['Removed @@unique([a, b]) from A.', 'Removed @@index([a, id]) from A.'],
    )
  })

  it('removes the other field of a relation and keeps the key', () => {
    check(
      'deleteFields',
      'model A {\n  id Int @id\n  bs B[]\n}\nmodel B {\n  id Int @id\n  aId Int\n  a A @relation(fields: [aId], references: [id])\n}\n',
      ({ block, field }) => ({ blockId: block('A'), fieldIds: [field('A.bs')] }),
      'model A {\n  id Int @id\n}\nmodel B {\n  id Int @id\n  aId Int\n}\n',
      ['Also removed the relation field B.a.'],
    )
  })

  it('removes relations whose key it is in, or that refer to it', () => {
    const before =
      'model A {\n  id Int @id\n  e Int @unique\n  bs B[]\n}\nmodel B {\n  id Int @id\n  aE Int\n  a A @relation(fields: [aE], references: [e])\n}\n'
    check(
      'deleteFields',
      before,
      ({ block, field }) => ({ blockId: block('B'), fieldIds: [field('B.aE')] }),
      'model A {\n  id Int @id\n  e Int @unique\n}\nmodel B {\n  id Int @id\n}\n',
      ['Also removed the relation fields B.a and A.bs.'],
    )
    check(
      'deleteFields',
      before,
      ({ block, field }) => ({ blockId: block('A'), fieldIds: [field('A.e')] }),
      'model A {\n  id Int @id\n}\nmodel B {\n  id Int @id\n  aE Int\n}\n',
      ['Also removed the relation fields B.a and A.bs.'],
    )
  })

  it('removes a partial index whose condition is gone', () => {
    check(
      'deleteFields',
      'model A {\n  id Int @id\n  a Int\n  on Boolean\n  x Int @unique(where: { on: true }) @map("y")\n  @@index([a], where: { on: true })\n}\n',
      ({ block, field }) => ({ blockId: block('A'), fieldIds: [field('A.on')] }),
      'model A {\n  id Int @id\n  a Int\n  x Int @map("y")\n}\n',
      [
        'Removed @unique(where: { on: true }) from A.x.',
        'Removed @@index([a], where: { on: true }) from A.',
      ],
    )
  })

  it('removes paths into composite types', () => {
    check(
      'deleteFields',
      'type T {\n  a Int\n  b Int\n}\nmodel M {\n  id Int @id\n  t T\n  @@index([t.a, t.b])\n}\n',
      ({ block, field }) => ({ blockId: block('T'), fieldIds: [field('T.a')] }),
      'type T {\n  b Int\n}\nmodel M {\n  id Int @id\n  t T\n  @@index([t.b])\n}\n',
      ['Took a out of @@index([t.a, t.b]) of M.'],
    )
  })

  it('says when the primary key is gone', () => {
    check(
      'deleteFields',
      'model A {\n  id Int @id\n  x Int }\n',
      ({ block, field }) => ({ blockId: block('A'), fieldIds: [field('A.id')] }),
      'model A {\n  x Int }\n',
      ['A has no primary key now.'],
    )
  })

  it('refuses an enum and what is not there', () => {
    checkRefusal('deleteFields', 'enum A {\n  X\n}\n', ({ block, value }) => ({
      blockId: block('A'),
      fieldIds: [value('A.X')],
    }))
    checkRefusal('deleteFields', 'model A {\n  x Int\n}\n', ({ block }) => ({
      blockId: block('A'),
      fieldIds: [],
    }))
  })
})
