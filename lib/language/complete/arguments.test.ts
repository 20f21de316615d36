import { describe, expect, it } from 'vitest'
import { check, checkInsert, complete, features, line, source } from '../completion-testing'

describe('@relation', () => {
  it('offers its arguments', () => {
    check(
      line('a User @relation(|)'),
      'fields · references · onDelete · onUpdate · map · "PostA" · name',
    )
    check(
      line('a User @relation(fields: [userId], |)'),
      'references · onDelete · onUpdate · map · name',
    )
    check(
      line('a User @relation("x", fields: [userId], |)'),
      'references · onDelete · onUpdate · map',
    )
    check(
      line('a User @relation("x", fie|)', 'sqlite'),
      'fields · references · onDelete · onUpdate',
    )
    checkInsert(line('a User @relation(fi|'), 'fields', line('a User @relation(fields: [$1]$0'))
    checkInsert(
      line('a User @relation(on|: Cascade)'),
      'onUpdate',
      line('a User @relation(onUpdate: Cascade)'),
    )
  })

  it('offers fields of this model and the other, but those listed', () => {
    check(line('user User @relation(fields: [|'), 'userId · id')
    check(line('a User @relation(fields: [id, |])'), 'userId')
    check(line('a User @relation(fields: [|, id])'), 'userId')
    check(line('a User @relation(fields: [userId], references: [|])'), 'id · email')
    check(line('a User @relation(fields: [userId], references: |)'), '[] · [id] · [email]')
  })

  it('offers the referential actions of the database', () => {
    check(
      line('a User? @relation(fields: [x], references: [id], onDelete: |)'),
      'Cascade · Restrict · NoAction · SetNull · SetDefault',
    )
    check(
      line('a User @relation(onDelete: |', 'sqlserver'),
      'Cascade · NoAction · SetNull · SetDefault',
    )
    check(
      `${source('mysql', '  relationMode = "prisma"\n')}model A {\n  b B @relation(onUpdate: C|\n}\n`,
      'Cascade · Restrict · NoAction · SetNull',
    )
  })

  it('puts a space behind a colon and a comma', () => {
    checkInsert(
      line('a User @relation(onDelete:|)'),
      'Cascade',
      line('a User @relation(onDelete: Cascade)'),
    )
    checkInsert(line('@@index([id,|])'), 'userId', line('@@index([id, userId])'))
  })

  it('says why a required key cannot be set to null', () => {
    const items = complete(line('a User @relation(fields: [userId], onDelete: |)'))
    expect(items.at(-1)?.label).toBe('SetNull')
    expect(items.at(-1)?.detail).toBe('Post.userId is required, so it cannot be null.')
  })

  it('offers names that wait for their other end', () => {
    const models = (text: string) =>
      `model User {\n  written Post[] @relation("Author")\n  edited Post[] @relation("Editor")\n}\nmodel Post {\n  ${text}\n  editor User @relation("Editor", fields: [e], references: [id])\n}\n`
    check(models('author User @relation("|")'), 'Author · PostAuthor · Editor')
    check(models('author User @relation(name: |)'), '"Author" · "PostAuthor" · "Editor"')
    checkInsert(
      models('author User @relation("Au|, fields: [a])'),
      'Author',
      models('author User @relation("Author", fields: [a])'),
    )
  })
})

describe('@default', () => {
  it('offers what fits the type and the database', () => {
    check(line('a Int @default(|)'), 'autoincrement() · dbgenerated()')
    check(
      line('a BigInt @default(|)', 'cockroachdb'),
      'autoincrement() · sequence() · dbgenerated()',
    )
    check(line('a Int @default(|)', 'cockroachdb'), 'sequence() · dbgenerated()')
    check(line('a DateTime @default(|'), 'now() · dbgenerated()')
    check(line('a Boolean @default(t|'), 'true · false · dbgenerated()')
    check(line('a Role @default(|)'), 'ADMIN · USER · dbgenerated()')
    check(line('a Role[] @default([|])'), 'ADMIN · USER')
    check(line('a Role[] @default(|)'), '[] · dbgenerated()')
    check(
      line('a String @default(|)'),
      '"" · uuid() · uuid(7) · cuid() · cuid(2) · ulid() · nanoid() · nanoid(n) · dbgenerated()',
    )
    check(
      line('a String @default(|)', 'mongodb'),
      '"" · uuid() · uuid(7) · cuid() · cuid(2) · ulid() · nanoid() · nanoid(n) · auto()',
    )
    check(line('a User @default(|)'), '')
  })

  it('offers nothing more behind a value', () => {
    check(line('a DateTime @default(now() |)'), '')
  })

  it('offers arguments of functions', () => {
    check(line('a String @default(uuid(|))'), '4 · 7')
    check(line('a String @default(dbgenerated("|"))'), 'gen_random_uuid()')
    check(
      line('a BigInt @default(sequence(start: 1, |', 'cockroachdb'),
      'virtual · minValue · maxValue · cache · increment',
    )
    check(line('a Int @default(1, |)', 'sqlserver'), 'map')
  })
})

describe('keys', () => {
  it('offers columns that are not listed', () => {
    check(line('@@index([|])'), 'id · userId')
    check(line('@@index([id, u|])'), 'userId')
    check(line('@@unique([id(sort: Desc), |'), 'userId')
    check(line('@@id(fields: [|'), 'id · userId')
    check(line('@@id(field: [|'), 'id · userId')
    check(line('a Int @map([|'), '')
    check(line('@@index([\n    id,\n    |\n  ])'), 'userId')
  })

  it('follows paths into composite types', () => {
    const types =
      'type Street {\n  name String\n  number Int\n}\ntype Address {\n  street Street\n  zip String\n}\n'
    check(`${types}model A {\n  home Address\n  @@index([home.|])\n}\n`, 'street · zip')
    check(`${types}model A {\n  home Address\n  @@index([home.street.n|])\n}\n`, 'name · number')
    check(
      `${types}model A {\n  home Address\n  @@index([home.street.name, home.street.|])\n}\n`,
      'number',
    )
  })

  it('offers the arguments that the database has', () => {
    check(line('@@index([id], |)'), 'map · type')
    check(line('@@index([id], |)', 'sqlserver'), 'map · clustered')
    check(line('@@unique([id], |)', 'sqlite', features('partialIndexes')), 'name · map · where')
    check(line('@@index([id], type: |)'), 'BTree · Hash · Gin · Gist · SpGist · Brin')
    check(line('@@index([id], type: |)', 'cockroachdb'), 'BTree · Gin')
    check(line('@@index([id(|)])'), 'sort · ops')
    check(line('@@index([id(|)])', 'mysql'), 'length · sort')
    check(line('@@index([id(sort: |)])'), 'Asc · Desc')
    check(line('@@unique([id], clustered: |)', 'sqlserver'), 'true · false')
    check(line('a String @unique(|)', 'mysql'), 'map · length · sort')
  })

  it('offers operator classes for the type of index', () => {
    check(line('a Json\n  @@index([a(ops: |)], type: Gin)'), 'JsonbOps · JsonbPathOps · raw')
    check(line('a Json\n  @@index([a(ops: |)], type: Gin)', 'mysql'), '')
  })

  it('offers fields and values of a condition', () => {
    check(line('on Boolean\n  @@index([id], where: { | })'), 'id · userId · on')
    check(line('on Boolean\n  @@index([id], where: { on: | })'), 'true · false · null · { not: }')
    check(line('@@index([id], where: |)'), 'raw · { }')
  })

  it('offers the name that Prisma would give', () => {
    check(line('a Int @unique(map: "|")'), 'Post_a_key')
  })
})
