import { describe, expect, it } from 'vitest'
import { checkReversal } from './reverse-relation'
import { check, checkRefusal, contextOf, type Ids, idsOf } from './testing'

const relation = (field: string) => (ids: Ids) => ({ relationId: ids.relation(field) })

describe('reverseRelation', () => {
  it('moves the key of one-to-one to the other side', () => {
    check(
      'reverseRelation',
      `
      model User {
        user_id String @id @db.Uuid
        best    Post?  @relation(name : "Best") // b
      }

      model Post {
        id         Int   @id
        /// Whose best it is.
        best_of    User? @relation("Best", fields: [best_of_id], references: [user_id], onDelete: SetNull)
        best_of_id String? @unique @db.Uuid
      }
      `,
      relation('Post.best_of'),
      `
      model User {
        user_id String @id @db.Uuid
        best    Post?  @relation(name : "Best", fields: [best_id], references: [id]) // b
        best_id Int?   @unique
      }

      model Post {
        id         Int   @id
        /// Whose best it is.
        best_of    User? @relation("Best")
      }
      `,
      ['Post.best_of_id goes, and the data in it.', 'onDelete: SetNull goes with the old key.'],
    )
  })

  it('makes the many the one, and the one the many', () => {
    check(
      'reverseRelation',
      'model A {\n  id Int @id\n  cats B[]\n}\nmodel B {\n  x Int\n  y Int\n  hat A @relation(fields:[aId],references:[id])\n  aId Int\n  @@id([x,y])\n}\n',
      relation('B.hat'),
      'model A {\n  id Int @id\n  cat B? @relation(fields: [catX, catY], references: [x, y])\n  catX Int?\n  catY Int?\n}\nmodel B {\n  x Int\n  y Int\n  hats A[]\n  @@id([x,y])\n}\n',
      ['B.aId goes, and the data in it.'],
    )
  })

  it('reverses a relation of a model with itself', () => {
    check(
      'reverseRelation',
      'model A {\n  id Int @id\n  up A? @relation("R", fields: [upId], references: [id])\n  upId Int?\n  downs A[] @relation("R")\n}\n',
      relation('A.up'),
      'model A {\n  id Int @id\n  ups A[] @relation("R")\n  down A? @relation("R", fields: [downId], references: [id])\n  downId Int?\n}\n',
      ['A.upId goes, and the data in it.'],
    )
  })

  it.each([
    [
      'model A {\n  id Int @id\n  bs B[]\n}\nmodel B {\n  id Int @id\n  as A[]\n}\n',
      'A.bs',
      'Neither side of a many-to-many relation holds a key.',
    ],
    [
      'model A {\n  id Int @id\n  b B?\n}\nmodel B {\n  x Int? @unique\n  aId Int @unique\n  a A @relation(fields: [aId], references: [id])\n}\n',
      'B.a',
      'B has no primary key or unique field to refer to.',
    ],
    [
      'model A {\n  id Int @id\n  b B?\n}\nmodel B {\n  id Int @id\n  a A\n}\n',
      'B.a',
      'A.b has no foreign key yet.',
    ],
  ])('refuses what cannot be, and says why', (before, field, reason) => {
    checkRefusal('reverseRelation', before, relation(field))
    const ctx = contextOf(before)
    expect(checkReversal(ctx, relation(field)(idsOf(ctx)))).toBe(reason)
  })
})
