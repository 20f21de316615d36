import { describe, expect, it } from 'vitest'
import { parse } from '@/lib/psl/parse'
import { deriveGraph } from './derive'
import { matchQuery } from './search'

const TEXT = `datasource db {
  provider = "mysql"
}
/// People who log in.
model User {
  id    Int    @id
  email String @unique @db.VarChar(80)
  role  Role   @map("user_role") // no documentation
  @@index([email])
  @@map("people")
}
model Log {
  id   Int  @id
  role Role
}
enum Role {
  ADMIN /// May do all.
  GUEST
}
`
const { blocks } = deriveGraph(new Map([['schema.prisma', parse(TEXT)]]))

/** Each match as `User (@@map people): role (type Role)`. */
function search(query: string): string[] {
  const wanted = matchQuery(query)
  return blocks.flatMap((block) => {
    const match = wanted?.match(block)
    if (!match) return []
    const nameOf = (id: string) =>
      [...block.fields, ...block.values].find((member) => member.id === id)?.name
    const show = (reasons: readonly { text: string }[]) =>
      reasons.map(({ text }) => text).join(', ')
    const members = match.members.map(({ id, reasons }) => `${nameOf(id)} (${show(reasons)})`)
    return [`${block.name} (${show(match.reasons)}): ${members.join('; ')}`.trim()]
  })
}

describe('matchQuery', () => {
  it.each([
    ['user', ['User (User):']],
    ['admin', ['Role (): ADMIN (ADMIN)']],
    ['role', ['User (): role (role)', 'Log (): role (role)', 'Role (Role):']],
    ['@unique', ['User (): email (@unique)']],
    ['@@index', ['User (@@index([email])):']],
    ['@db.varchar', ['User (): email (@db.VarChar(80))']],
    ['people', ['User (@@map people):']],
    ['user_role', ['User (): role (@map user_role)']],
    ['log in', ['User (People who log in., @@index([email])):', 'Log (Log): id (Int)']],
    ['"may', []],
    ['no documentation', []],
    ['may do', ['Role (): ADMIN (May do all.)']],
    ['log int', ['User (People who log in.): id (Int)', 'Log (Log): id (Int)']],
    ['user nowhere', []],
    ['mysql', []],
  ])('finds %s', (query, expected) => {
    expect(search(query)).toEqual(expected)
  })

  it('is nothing without words', () => {
    expect(matchQuery('  ')).toBeNull()
  })
})
