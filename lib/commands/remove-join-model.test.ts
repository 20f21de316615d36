import { describe, expect, it } from 'vitest'
import { checkJoinModel } from './remove-join-model'
import { check, checkRefusal, contextOf, dedent, type Ids, idsOf } from './testing'

const BEFORE = `
  model Post {
    id       Int       @id
    /// Labels.
    postTags PostTag[] // many
  }

  /// Which post has which tag.
  model PostTag {
    post   Post @relation( fields: [postId], references: [id], onDelete: Cascade )
    postId Int
    tag    Tag  @relation(fields:[tagId], references:[id])
    tagId  String  @db.Uuid

    @@id([postId, tagId])
    @@index([tagId])
  }

  model Tag {
    id     String    @id @db.Uuid
    usedIn PostTag[]
  }
  `

const join =
  (name = 'PostTag') =>
  (ids: Ids) => ({ blockId: ids.block(name) })

describe('removeJoinModel', () => {
  it('makes lists of the two sides, keeping names that were chosen', () => {
    check(
      'removeJoinModel',
      BEFORE,
      join(),
      `
      model Post {
        id       Int       @id
        /// Labels.
        tags     Tag[] // many
      }

      model Tag {
        id     String    @id @db.Uuid
        usedIn Post[]
      }
      `,
      ['PostTag goes, and with it which rows are related.'],
    )
  })

  it('names the relation of a model with itself', () => {
    check(
      'removeJoinModel',
      'model A {\n  id Int @id\n  to Link[] @relation("x")\n  from Link[] @relation(name: "y")\n}\n\nmodel Link {\n  a A @relation("x", fields: [aId], references: [id])\n  aId Int\n  b A @relation("y", fields: [bId], references: [id])\n  bId Int\n\n  @@unique([bId, aId])\n}\n',
      join('Link'),
      'model A {\n  id Int @id\n  to A[] @relation("ATo")\n  from A[] @relation("ATo")\n}\n',
      ['Link goes, and with it which rows are related.'],
    )
  })

  it('names the relation where the two have another', () => {
    check(
      'removeJoinModel',
      'model A {\n  id Int @id\n  abs AB[]\n  favourite B?\n}\nmodel B {\n  id Int @id\n  abs AB[]\n  aId Int @unique\n  a A @relation(fields: [aId], references: [id])\n}\nmodel AB {\n  a A @relation(fields: [aId], references: [id])\n  aId Int\n  b B @relation(fields: [bId], references: [id])\n  bId Int\n  @@id([aId, bId])\n}\n',
      join('AB'),
      'model A {\n  id Int @id\n  bs B[] @relation("ABs")\n  favourite B?\n}\nmodel B {\n  id Int @id\n  as  A[] @relation("ABs")\n  aId Int @unique\n  a A @relation(fields: [aId], references: [id])\n}\n',
      ['AB goes, and with it which rows are related.'],
    )
  })

  it.each([
    [
      BEFORE.replace('    @@id', '    at DateTime\n\n    @@id'),
      'PostTag.at would be lost: the model holds more than the relation.',
    ],
    [
      BEFORE.replace('@@id([postId, tagId])', '@@index([postId])'),
      'PostTag may hold the same pair several times.',
    ],
    [
      BEFORE.replace('String    @id', 'String    @unique'),
      'Tag has no primary key of one field that the relation refers to.',
    ],
    [
      `datasource db {\n  provider = "mongodb"\n}\n${BEFORE}`,
      'In MongoDB, a many-to-many relation needs a model that joins the two.',
    ],
  ])('refuses what cannot be, and says why', (before, reason) => {
    checkRefusal('removeJoinModel', before, join())
    const ctx = contextOf(dedent(before))
    expect(checkJoinModel(ctx, join()(idsOf(ctx)))).toBe(reason)
  })

  it('refuses a model that joins nothing', () => {
    const ctx = contextOf(dedent(BEFORE))
    expect(checkJoinModel(ctx, join('Tag')(idsOf(ctx)))).toBe('PostTag.tag refers to Tag.')
  })
})
