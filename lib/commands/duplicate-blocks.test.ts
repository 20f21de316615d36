import { describe, it } from 'vitest'
import { check, checkRefusal, type Ids } from './testing'

const copy =
  (...names: string[]) =>
  ({ block }: Ids) => ({ blockIds: names.map(block) })

describe('duplicateBlocks', () => {
  it('copies below the original, with comments', () => {
    check(
      'duplicateBlocks',
      '/// Roles.\nenum Role { // r\n  ADMIN // a\n}\nenum Other {\n  X\n}',
      copy('Role'),
      '/// Roles.\nenum Role { // r\n  ADMIN // a\n}\n\n/// Roles.\nenum RoleCopy { // r\n  ADMIN // a\n}\n\nenum Other {\n  X\n}',
    )
  })

  it('numbers further copies', () => {
    check(
      'duplicateBlocks',
      'enum RoleCopy {\n  A\n}\n\nenum Role {\n  A\n}',
      copy('RoleCopy'),
      'enum RoleCopy {\n  A\n}\n\nenum RoleCopy2 {\n  A\n}\n\nenum Role {\n  A\n}',
    )
  })

  it('frees names in the database', () => {
    check(
      'duplicateBlocks',
      'model A {\n  id Int @id(map: "pk")\n  b Int @unique(sort: Desc, map: "u") @map("bb")\n  @@index([b], map: "i")\n  @@unique([id, b], name: "k", map: "v")\n  @@map("as")\n}\n',
      copy('A'),
      'model A {\n  id Int @id(map: "pk")\n  b Int @unique(sort: Desc, map: "u") @map("bb")\n  @@index([b], map: "i")\n  @@unique([id, b], name: "k", map: "v")\n  @@map("as")\n}\n\nmodel ACopy {\n  id Int @id(map: "pk_copy")\n  b Int @unique(sort: Desc, map: "u_copy") @map("bb")\n  @@index([b], map: "i_copy")\n  @@unique([id, b], name: "k", map: "v_copy")\n  @@map("as_copy")\n}\n',
      ['ACopy is called as_copy in the database.'],
    )
  })

  const user = 'model User {\n  id Int @id\n  posts Post[] @relation("p")\n}\n'
  const post =
    'model Post {\n  id Int @id\n  userId Int\n  user User @relation("p", fields: [userId], references: [id])\n}\n'

  it('keeps relations from the copy and completes them', () => {
    check(
      'duplicateBlocks',
      `${user}\n${post}`,
      copy('Post'),
      `${user.replace('}', '  postCopies PostCopy[] @relation("p")\n}')}\n${post}\n${post.replace('Post', 'PostCopy')}`,
      ['Added User.postCopies for the relation PostCopy.user.'],
    )
  })

  it('leaves relations out that belong to another model', () => {
    check(
      'duplicateBlocks',
      `${user}\n${post}`,
      copy('User'),
      `${user}\nmodel UserCopy {\n  id Int @id\n}\n\n${post}`,
      ['UserCopy.posts is left out, for the relation belongs to Post.'],
    )
  })

  it('leads relations among copies to the copies', () => {
    check(
      'duplicateBlocks',
      'model A {\n  id Int @id\n  bs B[] @relation("t")\n  up A[] @relation("u")\n  down A[] @relation("u")\n}\n\nmodel B {\n  id Int @id\n  as A[] @relation("t")\n}\n',
      copy('A', 'B'),
      'model A {\n  id Int @id\n  bs B[] @relation("t")\n  up A[] @relation("u")\n  down A[] @relation("u")\n}\n\nmodel ACopy {\n  id Int @id\n  bs BCopy[] @relation("tCopy")\n  up ACopy[] @relation("uCopy")\n  down ACopy[] @relation("uCopy")\n}\n\nmodel B {\n  id Int @id\n  as A[] @relation("t")\n}\n\nmodel BCopy {\n  id Int @id\n  as ACopy[] @relation("tCopy")\n}\n',
    )
  })

  it('refuses settings and broken text', () => {
    checkRefusal('duplicateBlocks', 'datasource db {\n  provider = "sqlite"\n}\n', copy('db'))
    checkRefusal('duplicateBlocks', 'model A {\n  id Int @id', copy('A'))
  })
})
