import { describe, it } from 'vitest'
import { check, checkRefusal, type Ids } from './testing'

const move =
  (path: string, before: string | null) =>
  ({ block, field }: Ids) => ({
    blockId: block('A'),
    fieldId: field(`A.${path}`),
    before: before === null ? null : field(`A.${before}`),
  })

const BEFORE = `
  model A {
    id Int @id

    /// One.
    // Two.
    a  Int // three

    /// B.
    b  Int
    c  Int

    @@index([a])
  }
  `

describe('moveField', () => {
  it('takes its comments along, above those of another', () => {
    check(
      'moveField',
      BEFORE,
      move('c', 'b'),
      BEFORE.replace('    c  Int\n', '').replace('    /// B.', '    c  Int\n    /// B.'),
    )
  })

  it('leaves no double blank lines', () => {
    check(
      'moveField',
      BEFORE,
      move('a', 'c'),
      `
      model A {
        id Int @id

        /// B.
        b  Int
        /// One.
        // Two.
        a  Int // three
        c  Int

        @@index([a])
      }
      `
        .replaceAll('      ', '  ')
        .replace('\n  }', '\n  }'),
    )
  })

  it('goes to the end, above the attributes of the block', () => {
    check(
      'moveField',
      'model A {\n\tid Int\n\ta Int\n\n\t@@id([id])\n}\n',
      move('id', null),
      'model A {\n\ta Int\n\tid Int\n\n\t@@id([id])\n}\n',
    )
  })

  it('goes to the top', () => {
    check(
      'moveField',
      'model A { // c\n  // x\n  a Int\n  b Int }\n',
      move('a', null),
      'model A { // c\n  b Int \n  // x\n  a Int\n}\n',
    )
  })

  it.each([
    ['where it is', 'c', null],
    ['before itself', 'b', 'b'],
    ['before the next', 'b', 'c'],
  ])('refuses to move it %s', (_, field, before) => {
    checkRefusal('moveField', BEFORE, move(field, before))
  })

  it('refuses a line that is not whole', () => {
    checkRefusal('moveField', 'model A {\n  a Int\n  b Int }\n', move('b', 'a'))
    checkRefusal('moveField', 'model A { a Int }\n', move('a', null))
  })
})
