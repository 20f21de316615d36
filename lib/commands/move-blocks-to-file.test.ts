import { describe, it } from 'vitest'
import { check, checkRefusal } from './testing'

const A = 'model A {\n  id Int @id\n}\n'
const B = '/// Two.\n// And more.\nmodel B { // b\n\tid Int @id\n} // end\n'

describe('moveBlocksToFile', () => {
  it('makes the file, and takes comments along', () => {
    check(
      'moveBlocksToFile',
      { 'a.prisma': `${A}\n${B}\nenum C {\n  X\n}\n` },
      ({ block }) => ({ blockIds: [block('B')], path: 'b/c.prisma' }),
      { 'a.prisma': `${A}\nenum C {\n  X\n}\n`, 'b/c.prisma': B },
    )
  })

  it('appends to a file that is there, blocks of several files in order', () => {
    check(
      'moveBlocksToFile',
      { 'a.prisma': A, 'b.prisma': B, 'c.prisma': 'enum C {\n  X\n}' },
      ({ block }) => ({ blockIds: [block('B'), block('A'), block('C')], path: 'c.prisma' }),
      { 'a.prisma': '', 'b.prisma': '', 'c.prisma': `enum C {\n  X\n}\n\n${A}\n${B}`.trimEnd() },
    )
  })

  it('refuses what is there already, or is not closed', () => {
    const move = (path: string) => ({
      args: ({ block }: { block(name: string): string }) => ({ blockIds: [block('A')], path }),
    })
    checkRefusal('moveBlocksToFile', { 'a.prisma': A }, move('a.prisma').args)
    checkRefusal('moveBlocksToFile', { 'a.prisma': A }, move('../a.prisma').args)
    checkRefusal('moveBlocksToFile', { 'a.prisma': 'model A {\n' }, move('b.prisma').args)
    checkRefusal(
      'moveBlocksToFile',
      { 'a.prisma': A, 'b.prisma': 'model B {\n' },
      move('b.prisma').args,
    )
  })
})
