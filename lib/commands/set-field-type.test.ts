import { describe, it } from 'vitest'
import { check, checkRefusal } from './testing'

describe('setFieldType', () => {
  it('drops what cannot stay', () => {
    check(
      'setFieldType',
      `
      model A {
        id   Int      @id
        at   DateTime @default(now()) @updatedAt @map("when") @db.Timestamp(3) // c
        name String   @unique
      }
      `,
      ({ block, field }) => ({ blockId: block('A'), fieldId: field('A.at'), type: 'Int' }),
      `
      model A {
        id   Int      @id
        at   Int      @map("when") // c
        name String   @unique
      }
      `,
      [
        'Removed @default(now()) from A.at.',
        'Removed @updatedAt from A.at.',
        'Removed @db.Timestamp(3) from A.at.',
      ],
    )
  })

  it.each([
    ['String', '"1"', 'Decimal', true],
    ['String', '"x"', 'Decimal', false],
    ['Int', '1', 'Float', true],
    ['Float', '1.5', 'Int', false],
    ['Int', 'dbgenerated("f()")', 'String', true],
    ['Int', 'autoincrement()', 'BigInt', true],
    ['Int', '1', 'Boolean', false],
    ['Boolean', 'true', 'Role', false],
    ['Other', 'ADMIN', 'Role', true],
    ['Other', 'X', 'Role', false],
  ])('a default of %s, %s, for %s', (from, value, to, stays) => {
    const enums = 'enum Role {\n  ADMIN\n}\nenum Other {\n  ADMIN\n  X\n}\n'
    const written = `@default(${value})`
    check(
      'setFieldType',
      `${enums}model A {\n  a ${from} ${written}\n}\n`,
      ({ block, field }) => ({ blockId: block('A'), fieldId: field('A.a'), type: to }),
      `${enums}model A {\n  a ${to}${stays ? ` ${written}` : ''}\n}\n`,
      stays ? [] : [`Removed ${written} from A.a.`],
    )
  })

  it('takes foreign keys along, and keys that refer to those', () => {
    check(
      'setFieldType',
      'model A {\n  id Int @id\n  b B?\n}\nmodel B {\n  id Int @id @db.Integer\n  a A @relation(fields: [id], references: [id])\n  c C[]\n}\nmodel C {\n  bId Int? @id\n  b B? @relation(fields: [bId], references: [id])\n}\n',
      ({ block, field }) => ({ blockId: block('A'), fieldId: field('A.id'), type: 'String' }),
      'model A {\n  id String @id\n  b B?\n}\nmodel B {\n  id String @id\n  a A @relation(fields: [id], references: [id])\n  c C[]\n}\nmodel C {\n  bId String? @id\n  b B? @relation(fields: [bId], references: [id])\n}\n',
      [
        'B.id, which refers to it, is String now too.',
        'C.bId, which refers to it, is String now too.',
        'Removed @db.Integer from B.id.',
      ],
    )
  })

  it('says when a foreign key no longer fits', () => {
    check(
      'setFieldType',
      'model A {\n  id Int @id\n  b B[]\n}\nmodel B {\n  id Int @id\n  aId Int\n  a A @relation(fields: [aId], references: [id])\n}\n',
      ({ block, field }) => ({ blockId: block('B'), fieldId: field('B.aId'), type: 'String' }),
      'model A {\n  id Int @id\n  b B[]\n}\nmodel B {\n  id Int @id\n  aId String\n  a A @relation(fields: [aId], references: [id])\n}\n',
      ['B.aId refers to A.id, which is Int.'],
    )
  })

  it('gives a type to a field without one', () => {
    check(
      'setFieldType',
      'model A {\n  a\n}\n',
      ({ block, field }) => ({
        blockId: block('A'),
        fieldId: field('A.a'),
        type: 'Unsupported("circle")',
        arity: 'optional',
      }),
      'model A {\n  a Unsupported("circle")?\n}\n',
    )
  })

  it('leaves making and unmaking relations to others', () => {
    const before = 'model A {\n  id Int @id\n  b B[]\n}\nmodel B {\n  id Int @id\n}\n'
    checkRefusal('setFieldType', before, ({ block, field }) => ({
      blockId: block('A'),
      fieldId: field('A.b'),
      type: 'Int',
    }))
    checkRefusal('setFieldType', before, ({ block, field }) => ({
      blockId: block('A'),
      fieldId: field('A.id'),
      type: 'B',
    }))
  })

  it.each(['Int', 'Int?', '', 'a b', 'Int @id'])('refuses the type %j', (type) => {
    checkRefusal('setFieldType', 'model A {\n  a Int\n}\n', ({ block, field }) => ({
      blockId: block('A'),
      fieldId: field('A.a'),
      type,
    }))
  })
})
