import { describe, expect, it } from 'vitest'
import { contextOf, idsOf } from '@/lib/commands/testing'
import { typeDropOn } from './type-drop'

const CTX = contextOf(`
model User {
  id   Int    @id
  role String
}
model Post {
  id       Int @id
  authorId Int
  title    String
}
enum Role {
  ADMIN
}
`)
const IDS = idsOf(CTX)

/** What dropping the type on the field does, in short. */
function drop(type: string, path: string): string | null {
  const [block = ''] = path.split('.')
  const result = typeDropOn(CTX, type, IDS.block(block), IDS.field(path))
  return result && `${result.isRefused ? 'refused' : 'done'}: ${result.hint}`
}

describe('typeDropOn', () => {
  it('gives a field the type', () => {
    expect(drop('Role', 'User.role')).toBe('done: Make User.role Role')
  })

  it('makes a column refer to a model that fits', () => {
    expect(drop('User', 'Post.authorId')).toBe('done: Post.authorId refers to User')
    expect(drop('User', 'Post.title')).toBe('refused: Post.title cannot refer to User.')
  })

  it('says that there is nothing to do', () => {
    expect(drop('Int', 'Post.authorId')).toBe('refused: Post.authorId is Int already.')
  })

  it('is about fields only', () => {
    expect(typeDropOn(CTX, 'Role', IDS.block('User'), null)).toBeNull()
  })
})
