import { describe, expect, it } from 'vitest'
import { checkFieldLine } from './set-field-line'
import { check, checkRefusal, contextOf, type Ids, idsOf } from './testing'

const USER = `
model User {
  id    Int    @id
  email String @unique // for signing in
  posts Post[]

  @@index([email])
}

model Post {
  author User   @relation(fields: [email], references: [email])
  email  String
}
`.trimStart()

const line =
  (path: string, text: string) =>
  ({ block, field }: Ids) => ({
    blockId: block(path.split('.')[0] as string),
    fieldId: field(path),
    line: text,
  })

describe('setFieldLine', () => {
  it('changes the attributes that differ, and nothing else', () => {
    check(
      'setFieldLine',
      'model A {\n  id Int @id\n  a  String  @db.Text   @map( "b" ) @default("x") /// why\n}\n',
      line('A.a', 'a String @db.VarChar(80) @map( "b" ) @default("x")'),
      'model A {\n  id Int @id\n  a  String  @db.VarChar(80) @map( "b" ) @default("x") /// why\n}\n',
    )
  })

  it('changes nothing for the same line, however it is spaced', () => {
    checkRefusal('setFieldLine', USER, line('User.email', '  email   String @unique '))
  })

  it('lets mentions follow a new name', () => {
    check(
      'setFieldLine',
      USER,
      line('User.email', 'mail String @unique @db.Text'),
      USER.replace('email String @unique', 'mail  String @unique @db.Text')
        .replace('@@index([email])', '@@index([mail])')
        .replace('references: [email]', 'references: [mail]'),
    )
  })

  it('renames within an attribute that stays, not in one that goes', () => {
    const before = 'model A {\n  id Int @id\n  a Int @unique(where: { a: 1 }) @map("x")\n}\n'
    check(
      'setFieldLine',
      before,
      line('A.a', 'b Int @unique(where: { a: 1 })'),
      'model A {\n  id Int @id\n  b Int @unique(where: { b: 1 })\n}\n',
    )
    check(
      'setFieldLine',
      before,
      line('A.a', 'b Int @unique(where: { b: 2 }) @map("x")'),
      'model A {\n  id Int @id\n  b Int @unique(where: { b: 2 }) @map("x")\n}\n',
    )
  })

  it('changes type and arity of a field outside relations', () => {
    check(
      'setFieldLine',
      'model A {\n  id Int @id\n  n  Int\n  m  Int @map("k")\n}\n',
      line('A.n', 'n Decimal? @db.Decimal(10, 2)'),
      'model A {\n  id Int @id\n  n  Decimal? @db.Decimal(10, 2)\n  m  Int @map("k")\n}\n',
    )
  })

  it('takes attributes away, and keeps the columns', () => {
    check(
      'setFieldLine',
      'model A {\n  id   Int    @id\n  name String @unique @map("n")\n}\n',
      line('A.name', 'name String'),
      'model A {\n  id   Int    @id\n  name String\n}\n',
    )
  })

  it.each([
    ['a String @default(now())', 'now() is no default that A.a can have.'],
    ['a String @updatedAt', 'Prisma keeps the time of changes in a DateTime only, not in A.a.'],
    ['a String @db.Text @unique', 'A.a is in a key, and MySQL makes none of Text.'],
    ['a Nowhere', 'Nothing called Nowhere is declared yet.'],
    ['a String @odd', 'Prisma knows no attribute @odd of such a field.'],
  ])('says what Prisma has against %s', (text, note) => {
    const declared = (field: string) =>
      `datasource db {\n  provider = "mysql"\n}\nmodel A {\n  id Int @id\n  ${field}\n}\n`
    check(
      'setFieldLine',
      declared('a  String'),
      line('A.a', text),
      declared(text.replace(' ', '  ')),
      [note],
    )
  })

  it('says what is lost with a key', () => {
    check(
      'setFieldLine',
      'model A {\n  id Int @id\n}\n',
      line('A.id', 'id Int'),
      'model A {\n  id Int\n}\n',
      ['A has no primary key now.'],
    )
  })

  it.each([
    ['a relation field becomes a column', 'User.posts', 'posts String'],
    ['a column becomes a relation', 'User.id', 'id Post'],
    ['the type of a foreign key differs from what it refers to', 'Post.email', 'email Int'],
    ['the type of what is referred to differs', 'User.email', 'email Int @unique'],
  ])('refuses that %s', (_, path, text) => {
    checkRefusal('setFieldLine', USER, line(path, text))
  })
})

describe('checkFieldLine', () => {
  it.each([
    ['email String? @unique', null],
    ['', 'A name is needed.'],
    ['id', 'User already has a field called id.'],
    ['email', 'A type is needed after the name.'],
    ['id String', 'User already has a field called id.'],
    ['email String // note', 'A comment cannot stand here.'],
    [
      'email String? unique',
      'This is not a field. Write a name, a type, then attributes: email String? @unique',
    ],
    ['email String @map("a") @map("b")', '@map stands there twice.'],
    ['email Int @map("posts_id")', null],
    ['email Int @map("id")', 'User.id has the name id in the database.'],
  ])('%j: %s', (text, expected) => {
    const ctx = contextOf(USER)
    const { block, field } = idsOf(ctx)
    expect(checkFieldLine(ctx, block('User'), field('User.email'), text)).toBe(expected)
  })

  it('knows that composite types have no keys', () => {
    const ctx = contextOf('type Address {\n  city String\n}\n')
    const blockId = idsOf(ctx).block('Address')
    expect(checkFieldLine(ctx, blockId, null, 'zip String @unique')).toContain('no keys')
  })
})
