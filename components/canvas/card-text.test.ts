import { describe, expect, it } from 'vitest'
import { createDocument } from '@/lib/document/document'
import { blockCard, relationCard, rowCard } from './card-text'

const { graph } = createDocument([
  {
    path: 'schema.prisma',
    text: `
/// Whoever signs in.
model User {
  id    Int    @id
  role  Role
  posts Post[]
  @@map("users")
}

model Post {
  id       Int   @id
  author   User? @relation(fields: [authorId], references: [id], onUpdate: Cascade, map: "fk")
  authorId Int?
  tags     Tag[]
  @@index([authorId,
    id])
}

model Tag {
  id    Int    @id
  posts Post[]
}

enum Role {
  READER
}
`,
  },
])

function block(name: string) {
  const found = graph.blockByName.get(name)
  if (!found) throw new Error(`There is no ${name}`)
  return found
}

function row(path: string) {
  const [blockName = '', name] = path.split('.')
  const { id } = block(blockName).fields.find((field) => field.name === name) ?? { id: '' }
  return rowCard(graph, block(blockName), false, id, undefined)
}

describe('blockCard', () => {
  it('says what it is and what it hangs together with', () => {
    expect(blockCard(graph, block('Post'), false, undefined)).toEqual({
      title: 'model Post',
      code: ['@@index([authorId, id])'],
      text: ['4 fields', 'Refers to User', 'Many-to-many with Tag'],
      problems: [],
    })
    expect(blockCard(graph, block('User'), false, undefined)?.text).toEqual([
      'Whoever signs in.',
      'In the database: users',
      '3 fields',
      'Referred to by Post',
    ])
    expect(blockCard(graph, block('Role'), false, undefined)?.text).toEqual([
      '1 value',
      'Used by User.role',
    ])
  })
})

describe('rowCard', () => {
  it('says what a key refers to, and what refers to it', () => {
    expect(row('Post.authorId')?.text).toEqual(['Refers to User.id'])
    expect(row('User.id')?.text).toEqual(['Referred to by Post.authorId'])
    expect(row('User.posts')?.text).toEqual([
      'Each Post may have one User. A User can have many of Post.',
    ])
  })

  it('has nothing to say of a plain field', () => {
    expect(row('User.role')).toBeNull()
  })
})

describe('relationCard', () => {
  it('says how many, by which key, and what deleting does', () => {
    const relation = graph.relations.find(({ kind }) => kind === 'one-to-many')
    expect(relation && relationCard(graph, relation)).toEqual({
      title: 'Post.author → User.posts',
      code: ['Post(authorId) → User(id)'],
      text: [
        'Each Post may have one User. A User can have many of Post.',
        'When a User is deleted: SetNull, by default',
        'When its key changes: Cascade',
        'In the database: fk',
      ],
      problems: [],
    })
  })

  it('knows many-to-many relations', () => {
    const relation = graph.relations.find(({ kind }) => kind === 'many-to-many')
    expect(relation && relationCard(graph, relation)).toMatchObject({
      title: 'Post.tags ↔ Tag.posts',
      text: ['Each Post can have many of Tag, and the other way round.'],
    })
  })
})
