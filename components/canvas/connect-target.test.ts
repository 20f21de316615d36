import { describe, expect, it } from 'vitest'
import { contextOf, idsOf } from '@/lib/commands/testing'
import { type ConnectEnd, connectCandidates, connectionOf } from './connect-target'

const CTX = contextOf(`
model User {
  id    Int    @id
  email String @unique
  age   Int
}
model Post {
  id       Int    @id
  authorId Int
  title    String
  user     String @unique
}
model Log {
  text String
}
enum Role {
  A
}
`)
const IDS = idsOf(CTX)

function end(path: string): ConnectEnd {
  const [block = ''] = path.split('.')
  return { blockId: IDS.block(block), memberId: path.includes('.') ? IDS.field(path) : null }
}

/** What a line from one to the other does, in short. */
function connect(from: string, to: string): string {
  const connection = connectionOf(CTX, end(from), end(to))
  if (connection.kind === 'refuse') return `refuse: ${connection.reason}`
  return `${connection.kind}: ${connection.hint}`
}

describe('connectionOf', () => {
  it('relates a foreign key to a key at once, from either end', () => {
    expect(connect('Post.authorId', 'User.id')).toBe('relate: Post.authorId refers to User.id')
    expect(connect('User.id', 'Post.authorId')).toBe('relate: Post.authorId refers to User.id')
    const connection = connectionOf(CTX, end('User.id'), end('Post.authorId'))
    expect(connection).toMatchObject({
      args: { fromId: IDS.block('Post'), fromFieldId: IDS.field('Post.authorId') },
    })
  })

  it('asks when there is something to choose', () => {
    expect(connect('Post', 'User')).toBe('ask: Relate Post to User…')
    expect(connect('Post.authorId', 'User')).toBe('ask: Relate Post to User…')
    expect(connect('Post.id', 'User.id')).toBe('ask: Relate Post to User…')
    expect(connect('User', 'User')).toBe('ask: Relate User to User…')
  })

  it('says why it cannot be', () => {
    expect(connect('Post.title', 'User.id')).toMatch(/^refuse: .*String.*Int|^refuse: .*type/)
    expect(connect('Post', 'Role')).toBe('refuse: Only models can be related.')
    expect(connect('Post.id', 'Post.id')).toBe('refuse: Drop it on another row or model.')
  })
})

describe('connectCandidates', () => {
  it('are the models that the block can be related to', () => {
    const candidates = connectCandidates(CTX, end('Post'))
    expect(candidates.has(IDS.block('User'))).toBe(true)
    expect(candidates.has(IDS.block('Role'))).toBe(false)
  })
})
