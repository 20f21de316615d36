/** The rules on relations. */

import { describe, expect, it } from 'vitest'
import { cascadeCycle } from './rules/cascade-cycle'
import { joinModelBesideImplicit } from './rules/join-model-beside-implicit'
import { onDeleteMissing } from './rules/on-delete-missing'
import { checkFix, checkFound, findingsOf } from './testing'

describe('a required relation without onDelete', () => {
  const schema = (relation: string, suffix = '') => `
    model User {
      id    Int    @id
      posts Post[]
    }

    model Post {
      id       Int   @id
      author   User${suffix} @relation(fields: [authorId], references: [id]${relation})
      authorId Int${suffix}
    }
    `

  it('is found, and can say what happens now', () => {
    checkFix(onDeleteMissing, schema(''), schema(', onDelete: Restrict'))
  })

  it('can delete along instead', () => {
    checkFix(onDeleteMissing, schema(''), schema(', onDelete: Cascade'), 1)
  })

  it('is not found where it is optional or says so', () => {
    checkFound(onDeleteMissing, schema('', '?'), [])
    checkFound(onDeleteMissing, schema(', onDelete: NoAction'), [])
  })

  it('says what SQL Server has', () => {
    const text = `datasource db {\n  provider = "sqlserver"\n}\n${schema('')}`
    const [found] = findingsOf(onDeleteMissing, text)
    expect(found?.finding.fixes[0]?.label).toContain('onDelete: NoAction')
  })
})

describe('a circle of cascades', () => {
  const circle = (provider: string, action: string, last = action) => `
    datasource db {
      provider = "${provider}"
    }

    model A {
      id  Int  @id
      b   B?   @relation("ab", fields: [bId], references: [id], onDelete: ${action})
      bId Int?
      bs  B[]  @relation("ba")
    }

    model B {
      id  Int  @id
      a   A?   @relation("ba", fields: [aId], references: [id], onDelete: ${last})
      aId Int?
      as  A[]  @relation("ab")
    }
    `

  it('is found where it closes, and can be ended there', () => {
    checkFix(
      cascadeCycle,
      circle('postgresql', 'Cascade'),
      circle('postgresql', 'Cascade', 'Restrict'),
    )
  })

  it('is none where one of them does something else', () => {
    checkFound(cascadeCycle, circle('postgresql', 'Cascade', 'SetNull'), [])
  })

  it('is one on SQL Server by its updates alone', () => {
    checkFound(cascadeCycle, circle('sqlserver', 'NoAction'), ['B.a'])
  })

  it('is found in a tree that deletes its branches', () => {
    checkFound(
      cascadeCycle,
      `
      model Node {
        id       Int    @id
        parent   Node?  @relation("tree", fields: [parentId], references: [id], onDelete: Cascade)
        parentId Int?
        children Node[] @relation("tree")
      }
      `,
      ['Node.parent'],
    )
  })

  it('can be two ways to one table on SQL Server', () => {
    const schema = (provider: string) => `
      datasource db {
        provider = "${provider}"
      }

      model User {
        id       Int       @id
        posts    Post[]
        comments Comment[]
      }

      model Post {
        id       Int       @id
        user     User      @relation(fields: [userId], references: [id], onDelete: Cascade)
        userId   Int
        comments Comment[]
      }

      model Comment {
        id     Int  @id
        post   Post @relation(fields: [postId], references: [id], onDelete: Cascade)
        postId Int
        user   User @relation(fields: [userId], references: [id], onDelete: Cascade)
        userId Int
      }
      `
    checkFound(cascadeCycle, schema('postgresql'), [])
    expect(findingsOf(cascadeCycle, schema('sqlserver')).map(({ at }) => at)).toEqual(['user'])
  })
})

describe('a join model beside an implicit relation', () => {
  const schema = (implicit: boolean) => `
    model Post {
      id    Int       @id${implicit ? '\n      tags  Tag[]' : ''}
      links PostTag[]
    }

    model Tag {
      id    Int       @id${implicit ? '\n      posts Post[]' : ''}
      links PostTag[]
    }

    model PostTag {
      post   Post @relation(fields: [postId], references: [id])
      postId Int
      tag    Tag  @relation(fields: [tagId], references: [id])
      tagId  Int
      rank   Int

      @@id([postId, tagId])
    }
    `

  it('is found, and the implicit one can go', () => {
    checkFix(joinModelBesideImplicit, schema(true), schema(false))
  })

  it('says what it holds besides', () => {
    const [found] = findingsOf(joinModelBesideImplicit, schema(true))
    expect(found?.finding.message).toBe(
      'PostTag joins Post and Tag as well as Post.tags does, and holds rank besides.',
    )
  })

  it('is no join model when the same pair may occur twice', () => {
    const text = schema(true).replace('@@id([postId, tagId])', '@@id([postId, tagId, rank])')
    checkFound(joinModelBesideImplicit, text, [])
  })
})
