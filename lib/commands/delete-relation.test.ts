import { describe, it } from 'vitest'
import { check, checkRefusal, type Ids } from './testing'

const BEFORE = `
  model User {
    id    Int    @id
    posts Post[]
  }

  model Post {
    id     Int  @id
    userId Int
    user   User @relation(fields: [userId], references: [id])

    @@index([userId])
  }
  `

const remove =
  (path: string, keepKeys?: boolean) =>
  ({ relation }: Ids) => ({
    relationId: relation(path),
    ...(keepKeys === undefined ? {} : { keepKeys }),
  })

describe('deleteRelation', () => {
  it('removes both fields and keeps the key', () => {
    check(
      'deleteRelation',
      BEFORE,
      remove('User.posts'),
      BEFORE.replace('    posts Post[]\n', '').replace(/ *user {3}User.*\n/, ''),
      ['The field is kept: Post.userId.'],
    )
  })

  it('removes the key with its index if that is asked for', () => {
    check(
      'deleteRelation',
      BEFORE,
      remove('Post.user', false),
      `
      model User {
        id    Int    @id
      }

      model Post {
        id     Int  @id
      }
      `,
      ['Removed @@index([userId]) from Post.'],
    )
  })

  it('keeps a key that something else needs', () => {
    check(
      'deleteRelation',
      'model A {\n  id Int @id\n  b B?\n}\nmodel B {\n  id Int @id\n  x Int\n  a A @relation(fields: [id], references: [id])\n}\n',
      remove('B.a', false),
      'model A {\n  id Int @id\n}\nmodel B {\n  id Int @id\n  x Int\n}\n',
      ['The field is kept: B.id.'],
    )
  })

  it('removes many to many', () => {
    check(
      'deleteRelation',
      'model A {\n  id Int @id\n  bs B[]\n}\nmodel B {\n  id Int @id\n  as A[]\n}\n',
      remove('B.as'),
      'model A {\n  id Int @id\n}\nmodel B {\n  id Int @id\n}\n',
    )
  })

  it('refuses what is not there', () => {
    checkRefusal('deleteRelation', BEFORE, () => ({ relationId: '?' }))
  })
})
