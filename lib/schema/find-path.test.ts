import { describe, expect, it } from 'vitest'
import { parse } from '@/lib/psl/parse'
import { deriveGraph } from './derive'
import { describePath, findPaths, pathMembers } from './find-path'
import type { SchemaGraph } from './graph'
import { neighbourhood } from './neighbours'

const graphOf = (text: string) => deriveGraph(new Map([['schema.prisma', parse(text)]]))

const TEAMS = graphOf(`model User {
  id          Int          @id
  role        Role
  memberships Membership[]
  parent      User?        @relation("tree", fields: [parentId], references: [id])
  parentId    Int?
  children    User[]       @relation("tree")
}
model Membership {
  userId Int
  teamId Int
  user   User @relation(fields: [userId], references: [id])
  team   Team @relation(fields: [teamId], references: [id])
  @@id([userId, teamId])
}
model Team {
  id          Int          @id
  memberships Membership[]
  homeGames   Game[]       @relation("home")
  awayGames   Game[]       @relation("away")
}
model Game {
  id     Int  @id
  homeId Int
  awayId Int
  home   Team @relation("home", fields: [homeId], references: [id])
  away   Team @relation("away", fields: [awayId], references: [id])
}
model Lonely {
  id   Int  @id
  role Role
}
enum Role {
  A
}
`)

const idOf = (graph: SchemaGraph, name: string) => graph.blockByName.get(name)?.id ?? ''

function paths(from: string, to: string, graph = TEAMS): string[] {
  return findPaths(graph, idOf(graph, from), idOf(graph, to)).map((path) =>
    describePath(graph, path),
  )
}

describe('findPaths', () => {
  it('goes along relations in either direction', () => {
    expect(paths('User', 'Team')).toEqual([
      'User → Membership → Team, by Membership.userId and Membership.teamId',
    ])
  })

  it('counts parallel relations as ways of their own', () => {
    expect(paths('Membership', 'Game')).toEqual([
      'Membership → Team → Game, by Membership.teamId and Game.homeId',
      'Membership → Team → Game, by Membership.teamId and Game.awayId',
    ])
  })

  it('finds none between the unconnected, and none from a model to itself', () => {
    expect(paths('User', 'Lonely')).toEqual([])
    expect(paths('User', 'User')).toEqual([])
  })

  it('names all fields of a composite key, and the field of an implicit many-to-many relation', () => {
    const graph = graphOf(`model Tag {
  id    Int    @id
  posts Post[]
}
model Post {
  id    Int    @id
  a     Int
  b     Int
  tags  Tag[]
  place Place  @relation(fields: [a, b], references: [x, y])
}
model Place {
  x     Int
  y     Int
  posts Post[]
  @@id([x, y])
}
`)
    expect(paths('Tag', 'Place', graph)).toEqual([
      'Tag → Post → Place, by Post.tags and Post.a + b',
    ])
  })

  it('goes through no more paths than asked for', () => {
    expect(findPaths(TEAMS, idOf(TEAMS, 'User'), idOf(TEAMS, 'Game'), 1)).toHaveLength(1)
  })

  it('names the fields that take part, in each block', () => {
    const [path] = findPaths(TEAMS, idOf(TEAMS, 'User'), idOf(TEAMS, 'Membership'))
    if (!path) throw new Error('no path')
    const named = [...pathMembers(TEAMS, path)].map(([blockId, ids]) => {
      const block = TEAMS.blockById.get(blockId)
      const names = block?.fields.filter(({ id }) => ids.has(id)).map(({ name }) => name)
      return `${block?.name}: ${names?.join(' ')}`
    })
    expect(named).toEqual(['Membership: userId user', 'User: id memberships'])
  })
})

describe('neighbourhood', () => {
  const near = (name: string, depth: number) =>
    neighbourhood(TEAMS, [idOf(TEAMS, name)], depth).map((id) => TEAMS.blockById.get(id)?.name)

  it('reaches as far as asked', () => {
    expect(near('User', 0)).toEqual(['User'])
    expect(near('User', 1)).toEqual(['User', 'Membership', 'Role'])
    expect(near('User', 3)).toEqual(['User', 'Membership', 'Role', 'Team', 'Game'])
  })

  it('begins at an enum but does not lead through one', () => {
    expect(near('Role', 1)).toEqual(['Role', 'User', 'Lonely'])
    expect(near('User', 3)).not.toContain('Lonely')
  })
})
