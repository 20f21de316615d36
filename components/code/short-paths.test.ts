import { expect, it } from 'vitest'
import { shortPaths } from './short-paths'

it.each([
  [['schema.prisma'], ['schema.prisma']],
  [
    ['prisma/user.prisma', 'prisma/post.prisma'],
    ['user.prisma', 'post.prisma'],
  ],
  [
    ['shop/main.prisma', 'blog/main.prisma', 'blog/post.prisma'],
    ['shop/main.prisma', 'blog/main.prisma', 'post.prisma'],
  ],
  [
    ['main.prisma', 'blog/main.prisma'],
    ['main.prisma', 'blog/main.prisma'],
  ],
])('shortens %j to %j', (paths, expected) => {
  expect(shortPaths(paths)).toEqual(expected)
})
