import { expect, test } from 'vitest'
import { contextOf } from '@/lib/commands/testing'
import {
  fieldLabel,
  joinModels,
  keyFields,
  keyPairs,
  pairProblem,
  parallelRelations,
  relationSides,
  relationTitle,
} from './relation-choice'

const ctx = contextOf(`
model User {
  id       Int        @id
  tenant   String
  written  Post[]     @relation("Author")
  reviewed Post[]     @relation("Reviewer")
  bossId   Int?
  boss     User?      @relation("Boss", fields: [bossId], references: [id])
  team     User[]     @relation("Boss")
  friends  User[]     @relation("Friends")
  friendOf User[]     @relation("Friends")
}

model Post {
  id         Int    @id
  authorId   String
  reviewerId Int?
  tags       String[]
  author     User   @relation("Author", fields: [authorId], references: [id])
  reviewer   User?  @relation("Reviewer", fields: [reviewerId, nothing], references: [id, tenant])
  links      PostTag[]
}

model Tag {
  id    Int       @id
  links PostTag[]
}

model PostTag {
  postId Int
  tagId  Int
  post   Post @relation(fields: [postId], references: [id])
  tag    Tag  @relation(fields: [tagId], references: [id])

  @@id([postId, tagId])
}
`)
const { graph } = ctx

function relationOf(fieldName: string) {
  const relation = graph.relations.find(({ from }) => from.fieldName === fieldName)
  if (!relation) throw new Error(`There is no relation ${fieldName}`)
  return relation
}

test.each([
  ['author', 'Post.author → User.written'],
  ['reviewer', 'Post.reviewer → User.reviewed'],
  ['boss', 'User.boss → User.team'],
  ['friendOf', 'User.friendOf ↔ User.friends'],
])('%s is called %s', (name, title) => {
  expect(relationTitle(graph, relationOf(name))).toBe(title)
})

test.each([
  ['author', 'Field of Post', 'Field of User'],
  ['boss', 'Field that refers', 'Field referred to'],
  ['friendOf', 'Field of one side', 'Field of the other side'],
])('the sides of %s are %s and %s', (name, fromLabel, toLabel) => {
  expect(relationSides(graph, relationOf(name))).toMatchObject({ fromLabel, toLabel })
})

test('relations between the same models are told of one another', () => {
  const names = (name: string) =>
    parallelRelations(graph, relationOf(name)).map(({ from }) => from.fieldName)
  expect(names('author')).toEqual(['reviewer'])
  expect(names('boss')).toEqual(['friendOf'])
  expect(names('tag')).toEqual([])
})

test('only single values can be part of a key', () => {
  const post = graph.blockByName.get('Post') ?? null
  expect(keyFields(post).map(fieldLabel)).toEqual(['id Int', 'authorId String', 'reviewerId Int?'])
})

test('says what is wrong with a pair', () => {
  const problems = (name: string) => {
    const relation = relationOf(name)
    const sides = relationSides(graph, relation)
    return keyPairs(relation).map((pair) => sides && pairProblem(sides, pair))
  }
  expect(problems('author')).toEqual(['authorId is String, but id is Int.'])
  expect(problems('reviewer')).toEqual([null, 'Post has no field nothing.'])
})

test('finds the models that only join others', () => {
  expect(joinModels(ctx, relationOf('tag')).map(({ name }) => name)).toEqual(['PostTag'])
  expect(joinModels(ctx, relationOf('author'))).toEqual([])
})
