import { describe, expect, it } from 'vitest'
import { checkRelationChange } from './change-relation'
import type { ChangeRelationArguments } from './relation-arguments'
import { check, checkRefusal, contextOf, dedent, type Ids, idsOf } from './testing'

const BEFORE = `
  datasource db {
    provider = "postgresql"
  }

  model User {
    id    Int    @id
    mail  String @unique
    posts Post[] // all
    best  Post?  @relation(name : "Best")
  }

  model Post {
    id       Int   @id
    author   User  @relation( fields: [ authorId ], references:[id] ) // w
    authorId Int
    mail     String?
    bestOf   User? @relation(fields: [bestOfId], references: [id], onDelete:SetNull , name: "Best")
    bestOfId Int?  @unique

    @@index([authorId, mail])
  }
  `

const change =
  (args: Omit<ChangeRelationArguments, 'relationId'>, field = 'Post.author') =>
  (ids: Ids): ChangeRelationArguments => ({ relationId: ids.relation(field), ...args })

/** Checks that the lines of `after` stand where those of `before` stood, and all else is the same. */
function checkLines(
  args: (ids: Ids) => ChangeRelationArguments,
  lines: readonly (readonly [before: string, after: string])[],
  notes: readonly string[] = [],
): void {
  let after = BEFORE
  for (const [from, to] of lines) {
    expect(after).toContain(from)
    after = after.replace(from, to)
  }
  check('changeRelation', BEFORE, args, after, notes)
}

describe('changeRelation', () => {
  it('gives both ends the name', () => {
    checkLines(change({ name: 'Wrote' }), [
      ['Post[] //', 'Post[] @relation("Wrote") //'],
      ['@relation( fields', '@relation( "Wrote", fields'],
    ])
  })

  it('keeps the form of the name', () => {
    checkLines(change({ name: 'Top "1"' }, 'Post.bestOf'), [
      ['name : "Best"', 'name : "Top \\"1\\""'],
      ['name: "Best"', 'name: "Top \\"1\\""'],
    ])
  })

  it('takes a name away where nothing needs it', () => {
    check(
      'changeRelation',
      'model A {\n  id Int @id\n  bs B[] @relation("R")\n}\nmodel B {\n  id Int @id\n  a A @relation("R",  fields: [aId], references: [id])\n  aId Int\n}\n',
      change({ name: null }, 'B.a'),
      'model A {\n  id Int @id\n  bs B[]\n}\nmodel B {\n  id Int @id\n  a A @relation(fields: [aId], references: [id])\n  aId Int\n}\n',
    )
  })

  it('renames both fields', () => {
    checkLines(change({ fromName: 'writer', toName: 'texts' }), [
      ['author   User ', 'writer   User '],
      ['posts Post', 'texts Post'],
    ])
  })

  it('adds, changes and removes actions and the name of the constraint', () => {
    checkLines(change({ onDelete: 'Cascade', onUpdate: 'NoAction', map: 'fk' }), [
      ['references:[id] )', 'references:[id], onDelete: Cascade, onUpdate: NoAction, map: "fk" )'],
    ])
    checkLines(change({ onDelete: 'Restrict' }, 'Post.bestOf'), [
      ['onDelete:SetNull ,', 'onDelete:Restrict ,'],
    ])
    checkLines(change({ onDelete: null }, 'Post.bestOf'), [
      ['references: [id], onDelete:SetNull , name', 'references: [id] , name'],
    ])
  })

  it('lets the key follow whether the relation is optional', () => {
    checkLines(
      change({ optional: true }),
      [
        ['author   User  @', 'author   User? @'],
        ['authorId Int\n', 'authorId Int?\n'],
      ],
      ['Post.authorId is optional now too.'],
    )
    checkLines(
      change({ optional: false }, 'Post.bestOf'),
      [
        ['bestOf   User? @', 'bestOf   User  @'],
        [', onDelete:SetNull , name', ' , name'],
        ['bestOfId Int?  @', 'bestOfId Int   @'],
      ],
      ['Post.bestOfId is required now too.', 'Removed onDelete: SetNull from Post.bestOf.'],
    )
  })

  it('gives the relation another key, and lets it follow whether that is optional', () => {
    checkLines(
      change({ key: [{ field: 'mail', references: 'mail' }] }),
      [
        [
          'author   User  @relation( fields: [ authorId ], references:[id] )',
          'author   User? @relation( fields: [ mail ], references:[mail] )',
        ],
      ],
      ['Post.author is optional now too.'],
    )
  })

  it('notes that a name in the database is taken', () => {
    const before =
      'model A {\n  id Int @id(map: "pk")\n  bs B[]\n}\nmodel B {\n  id Int @id\n  a A @relation(fields: [aId], references: [id], map: "fk")\n  aId Int\n}\n'
    check('changeRelation', before, change({ map: 'pk' }, 'B.a'), before.replace('"fk"', '"pk"'), [
      'Something else is called pk in the database.',
    ])
  })

  it('notes what does not fit', () => {
    checkLines(
      change({ key: [{ field: 'id', references: 'mail' }] }),
      [['fields: [ authorId ], references:[id]', 'fields: [ id ], references:[mail]']],
      ['Post.id is Int, but User.mail is String.'],
    )
    check(
      'changeRelation',
      'model A {\n  id Int @id\n  x Int\n  bs B[]\n}\nmodel B {\n  id Int @id\n  a A @relation(fields: aId, references: id)\n  aId Int\n}\n',
      change({ key: [{ field: 'aId', references: 'x' }] }, 'B.a'),
      'model A {\n  id Int @id\n  x Int\n  bs B[]\n}\nmodel B {\n  id Int @id\n  a A @relation(fields: [aId], references: [x])\n  aId Int\n}\n',
      ['A.x must be unique to be referred to.'],
    )
  })

  it.each([
    [change({ name: 'Best' }), 'The other relation between Post and User, bestOf, is called Best.'],
    [change({ name: ' ' }), 'The name of a relation cannot be empty.'],
    [
      change({ name: null }, 'Post.bestOf'),
      'The other relation between Post and User, author, has no name either, so this one needs one.',
    ],
    [change({ fromName: 'mail' }), 'Post already has a field called mail.'],
    [change({ onDelete: 'SetNull' }), 'Post.authorId is required, so it cannot be null.'],
    [change({ onUpdate: 'Explode' }), 'Explode is no referential action.'],
    [change({ key: [] }), 'A foreign key has at least one field.'],
    [change({ key: [{ field: 'x', references: 'id' }] }), 'Post has no field x.'],
    [
      change({ key: [{ field: 'bestOf', references: 'id' }] }),
      'Post.bestOf cannot be part of a key.',
    ],
    [change({ map: '' }), 'The name of a constraint cannot be empty.'],
  ])('refuses what cannot be, and says why', (args, reason) => {
    checkRefusal('changeRelation', BEFORE, args)
    const ctx = contextOf(dedent(BEFORE))
    expect(checkRelationChange(ctx, args(idsOf(ctx)))).toBe(reason)
  })

  it('does nothing when all is so already', () => {
    checkRefusal('changeRelation', BEFORE, change({ name: null, onDelete: null, optional: false }))
    checkRefusal(
      'changeRelation',
      BEFORE,
      change({ key: [{ field: 'authorId', references: 'id' }], fromName: 'author' }),
    )
  })

  it('needs a name for a relation of a model with itself', () => {
    const before =
      'model A {\n  id Int @id\n  upId Int\n  up A @relation("R", fields: [upId], references: [id])\n  downs A[] @relation("R")\n}\n'
    checkRefusal('changeRelation', before, change({ name: null }, 'A.up'))
  })
})
