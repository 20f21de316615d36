import { expect, test } from 'vitest'
import { contextOf } from '@/lib/commands/testing'
import { arityChoices } from './arity-choice'

const SCHEMA = `
model User {
  id    Int     @id
  name  String
  posts Post[]
  tags  Tag[]
}

model Post {
  id       Int  @id
  authorId Int
  author   User @relation(fields: [authorId], references: [id])
}

model Tag {
  id    Int    @id
  users User[]
}

type Tree {
  child Tree?
}
`

/** What speaks against each arity of `Model.field`. */
function reasons(path: string, provider = 'postgresql') {
  const [name = '', member] = path.split('.')
  const ctx = contextOf(`datasource db {\n  provider = "${provider}"\n}\n${SCHEMA}`)
  const block = ctx.graph.blockByName.get(name)
  const field = block?.fields.find((field) => field.name === member)
  if (!block || !field) throw new Error(`There is no ${path}`)
  return arityChoices(ctx, block, field).map(({ reason }) => reason)
}

const KEY = 'A primary key is always there, once.'
const MANY = 'A many-to-many relation has lists on both sides.'

test.each([
  ['User.name', [null, null, null]],
  ['User.id', [null, KEY, KEY]],
  ['Post.authorId', [null, null, 'A relation uses this field as its key.']],
  [
    'Post.author',
    [null, null, 'This side holds the foreign key. Change the kind of the relation instead.'],
  ],
  ['User.posts', ['The side without the foreign key is optional or a list.', null, null]],
  ['User.tags', [MANY, MANY, null]],
  ['Tree.child', ['It would hold itself without end.', null, null]],
])('%s', (path, expected) => {
  expect(reasons(path)).toEqual(expected)
})

test('not every database has lists', () => {
  expect(reasons('User.name', 'mysql')).toEqual([null, null, 'MySQL has no lists of String.'])
})
