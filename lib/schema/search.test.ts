import { describe, expect, it } from 'vitest'
import { parse } from '@/lib/psl/parse'
import { diffTexts } from '@/lib/text/change-set'
import { deriveGraph, updateGraph } from './derive'
import { matchQuery, reasonText } from './search'

const TEXT = `datasource db {
  provider = "mysql"
}
/// People who log in.
model User {
  id    Int    @id
  email String @unique @db.VarChar(80)
  role  Role   @map("user_role") // no documentation
  /// An address, when the person has given one.
  city  String?
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
const graph = deriveGraph(new Map([['schema.prisma', parse(TEXT)]]))

/** Each match as `User (@@map people): role (Role)`. */
function search(query: string, blocks = graph.blocks): string[] {
  const wanted = matchQuery(query)
  return blocks.flatMap((block) => {
    const match = wanted?.match(block)
    if (!match) return []
    const { fields, values } = block.lastGood ?? block
    const nameOf = (id: string) => [...fields, ...values].find((member) => member.id === id)?.name
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
    ['email', ['User (@@index([email])): email (email)']],
    ['user email', ['User (User, @@index([email])): email (email)']],
    ['email role', ['User (@@index([email])): role (role)']],
    ['@map("user_role', ['User (): role (@map user_role)']],
    ['given', ['User (): city (…the person has given one.)']],
    ['given address', ['User (): city (An address, when the person has given one.)']],
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

  it('says whether a block is a result without its members', () => {
    const user = graph.blockByName.get('User')
    const isWhole = (query: string) => user && matchQuery(query)?.match(user)?.isWhole
    expect(isWhole('user people')).toBe(true)
    expect(isWhole('user int')).toBe(false)
  })

  it('says whether a member is a result without the others', () => {
    const user = graph.blockByName.get('User')
    const whole = (query: string) =>
      user &&
      matchQuery(query)
        ?.match(user)
        ?.members.map(({ isWhole }) => isWhole)
    expect(whole('user int')).toEqual([true])
    expect(whole('city int')).toEqual([false, false])
  })

  it('finds what a broken block said before, by the name that it has now', () => {
    const text = TEXT.replace('model User {', 'model Person {').replace('String @unique', 'Str(')
    const changes = diffTexts(TEXT, text)
    const { blocks } = updateGraph(
      graph,
      new Map([['schema.prisma', parse(text)]]),
      new Map([['schema.prisma', changes]]),
    )
    expect(blocks.some(({ lastGood }) => lastGood !== null)).toBe(true)
    expect(search('person @unique', blocks)).toEqual(['Person (Person): email (@unique)'])
    expect(search('admin', blocks)).toEqual(['Role (): ADMIN (ADMIN)'])
  })
})

describe('reasonText', () => {
  it('says what the name does not', () => {
    const email = (query: string) => {
      const user = graph.blockByName.get('User')
      const members = (user && matchQuery(query)?.match(user)?.members) ?? []
      return members.map(({ reasons }) => reasonText(reasons))
    }
    expect(email('email')).toEqual([null])
    expect(email('@unique varchar')).toEqual(['@unique · @db.VarChar(80)'])
  })
})
