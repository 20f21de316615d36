import { describe, expect, it } from 'vitest'
import { checkFilePath } from './file-path'

describe('checkFilePath', () => {
  it.each(['a.txt', '/a.prisma', 'a//b.prisma', '../a.prisma', 'a\\b.prisma', '.prisma'])(
    'refuses the path %s',
    (path) => expect(checkFilePath(path)).not.toBeNull(),
  )

  it.each(['a.prisma', 'models/ü b.prisma'])('takes the path %s', (path) =>
    expect(checkFilePath(path)).toBeNull(),
  )
})
