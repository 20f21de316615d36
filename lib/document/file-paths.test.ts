import { describe, expect, it } from 'vitest'
import { filePathFrom, folderPathFrom } from './file-paths'

const FILES = ['schema.prisma', 'models/user.prisma']

describe('filePathFrom', () => {
  it.each([
    ['post', 'post.prisma'],
    [' post.prisma ', 'post.prisma'],
    ['models/post', 'models/post.prisma'],
    ['./ü b.PRISMA', 'ü b.prisma'],
    ['user.models', 'user.models.prisma'],
  ])('makes of %j %j', (typed, path) => expect(filePathFrom(typed, FILES)).toEqual({ path }))

  it.each([
    ['', 'The file needs a name.'],
    ['models/', 'The file needs a name.'],
    ['.prisma', 'The file needs a name.'],
    ['Schema', 'There is already a file schema.prisma.'],
    ['models', undefined],
    ['schema.prisma/a', 'schema.prisma is a file, not a folder.'],
    ['../a', 'The path cannot leave its folder.'],
    ['/a', 'The path must be relative, without empty parts.'],
    ['a?', 'A path cannot have these characters: \\ : * ? " < > |'],
    ['a /b', 'No part of a path begins or ends with a space.'],
    ['__proto__/b', 'No folder can be called __proto__.'],
    ['x'.repeat(400), 'The path is too long.'],
  ])('says of %j what is wrong', (typed, problem) => {
    const answer = filePathFrom(typed, FILES)
    expect('problem' in answer ? answer.problem : undefined).toBe(problem)
  })

  it('sees a folder of the name', () => {
    expect(filePathFrom('a', ['a.prisma/b.prisma'])).toEqual({
      problem: 'There is already a folder a.prisma.',
    })
  })
})

describe('folderPathFrom', () => {
  it.each([
    ['', ''],
    [' a/b/ ', 'a/b'],
  ])('makes of %j %j', (typed, path) => expect(folderPathFrom(typed)).toEqual({ path }))

  it('says what is wrong', () => {
    expect(folderPathFrom('a/../b')).toEqual({ problem: 'The path cannot leave its folder.' })
  })
})
