import { describe, it } from 'vitest'
import { check, checkRefusal } from './testing'

const GENERATOR = `
  generator client {
    // Ours.
    provider = "prisma-client" // new
    output   = "../client"     // here
  }
  `

const ids = { blockId: '' }
const set =
  (name: string, value: string | null) =>
  ({ block }: { block(name: string): string }) => ({
    ...ids,
    blockId: block('client'),
    name,
    value,
  })

describe('setProperty', () => {
  it('replaces a value and leaves the comments in their column', () => {
    check(
      'setProperty',
      GENERATOR,
      set('output', '"./db"'),
      GENERATOR.replace('"../client"    ', '"./db"         '),
    )
    check(
      'setProperty',
      GENERATOR,
      set('output', '"../../generated/client"'),
      GENERATOR.replace('"../client"     //', '"../../generated/client" //'),
    )
  })

  it('adds a setting with its = under the others', () => {
    check(
      'setProperty',
      GENERATOR,
      set('x', '["a"]'),
      GENERATOR.replace('// here\n', '// here\n    x        = ["a"]\n'),
    )
  })

  it('completes and fills', () => {
    check(
      'setProperty',
      'generator client {\n\tx =\n}',
      set('x', '"a"'),
      'generator client {\n\tx = "a"\n}',
    )
    check(
      'setProperty',
      'generator client {\n}\n',
      set('x', '1'),
      'generator client {\n  x = 1\n}\n',
    )
  })

  it('removes a setting', () => {
    check('setProperty', GENERATOR, set('output', null), GENERATOR.replace(/ {4}output.*\n/, ''))
  })

  it.each([
    ['absent', null],
    ['x', '1 2'],
    ['x', '"a" // b'],
    ['x', '"a"\ny = 1'],
    ['x', '('],
    ['a b', '1'],
    ['output', '"../client"'],
  ])('refuses %s = %s', (name, value) => {
    checkRefusal('setProperty', GENERATOR, set(name, value))
  })
})
