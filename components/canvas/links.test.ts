import { describe, expect, it } from 'vitest'
import { parse } from '@/lib/psl/parse'
import { deriveGraph } from '@/lib/schema/derive'
import { foreignKeyFields } from './links'

/** The fields that are marked as parts of foreign keys, as `Post.authorId`. */
function marked(...blocks: string[]): string[] {
  const graph = deriveGraph(new Map([['schema.prisma', parse(blocks.join('\n'))]]))
  return [...foreignKeyFields(graph)].flatMap(([id, names]) =>
    [...names].map((name) => `${graph.blockById.get(id)?.name}.${name}`),
  )
}

describe('foreign keys', () => {
  it('are the fields of the end that holds them', () => {
    expect(
      marked(
        'model User {\n  id Int @id\n  posts Post[]\n}',
        'model Post {\n  id Int @id\n  a Int\n  b Int\n  user User @relation(fields: [a, b], references: [id])\n}',
      ),
    ).toEqual(['Post.a', 'Post.b'])
  })

  it('are lists at both ends of a many-to-many relation of MongoDB', () => {
    expect(
      marked(
        'datasource db {\n  provider = "mongodb"\n}',
        'model Post {\n  id String @id @map("_id")\n  tagIds String[]\n  tags Tag[] @relation(fields: [tagIds], references: [id])\n}',
        'model Tag {\n  id String @id @map("_id")\n  postIds String[]\n  posts Post[] @relation(fields: [postIds], references: [id])\n}',
      ),
    ).toEqual(['Post.tagIds', 'Tag.postIds'])
  })
})
