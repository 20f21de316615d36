import * as engine7 from '@prisma/prisma-schema-wasm'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { installPrismaGlobals } from '@/lib/engines/prisma-globals'
import { createHandlers } from '@/lib/engines/prisma-schema/handlers'
import { applyChanges } from '@/lib/text/change-set'
import { formattedFile } from './format-changes'

beforeAll(() => installPrismaGlobals(() => {}))

function formatted(before: string, after: string) {
  const file = formattedFile('schema.prisma', before, after)
  if (!file) throw new Error('Nothing changed')
  expect(applyChanges(before, file.changes)).toBe(after)
  const edits = file.changes.edits.map(({ from, to, insert }) => {
    return `‹${before.slice(from, to)}›→‹${insert}›`
  })
  return { edits, isSpacesOnly: file.isSpacesOnly }
}

/** What Prisma's own formatter makes of it. */
function byPrisma(before: string) {
  const handlers = createHandlers(engine7, 7)
  const [file] = handlers.format({ files: [{ path: 'schema.prisma', text: before }] })
  return formatted(before, file?.text ?? '')
}

describe('formattedFile', () => {
  it('is null for a text that stays as it is', () => {
    expect(formattedFile('a', 'model A {\n}\n', 'model A {\n}\n')).toBeNull()
  })

  it('edits nothing but the stretches of space that differ', () => {
    expect(byPrisma('// 😀 é\nmodel A {\n\tid Int @id // the  key\n  name  String?\n}')).toEqual({
      edits: ['‹\t›→‹  ›', '‹›→‹  ›', '‹›→‹    ›', '‹ ›→‹›', '‹›→‹\n›'],
      isSpacesOnly: true,
    })
  })

  it('notices what the formatter adds to a schema', () => {
    const before = [
      'datasource db {\n  provider = "sqlite"\n}\n',
      'model A {\n  id Int @id\n  b  B\n}\n',
      'model B {\n  id Int @id\n}\n',
    ].join('\n')
    const { edits, isSpacesOnly } = byPrisma(before)
    expect(isSpacesOnly).toBe(false)
    expect(edits.join('\n')).toContain('bId')
  })

  it.each([
    ['a word that went', 'a Int @id\n', 'a Int\n'],
    ['a comment that moved to another line', 'a Int // x\nb Int\n', 'a Int\nb Int // x\n'],
    ['a line that joined a comment', '// x\nb Int\n', '// x b Int\n'],
    ['lines that changed places', 'a Int\nb Int\n', 'b Int\na Int\n'],
    ['spaces in a string', 'a "x  y"\n', 'a "x y"\n'],
    ['spaces in a comment', 'a // x  y\n', 'a // x y\n'],
    ['a comment that became documentation', '// x\n', '/// x\n'],
  ])('does not take %s for spaces', (_, before, after) => {
    expect(formatted(before, after).isSpacesOnly).toBe(false)
  })

  it.each([
    ['indentation', 'a Int\n', '  a Int\n'],
    ['blank lines', 'a\n\n\n\nb\n', 'a\n\nb\n'],
    ['columns', 'a  Int @id\n', 'a Int   @id\n'],
    ['the end of a comment', '// x  \n', '// x\n'],
    ['the end of the text', 'a', 'a\n'],
  ])('takes %s for spaces', (_, before, after) => {
    expect(formatted(before, after).isSpacesOnly).toBe(true)
  })

  it('leads from any text to any other', () => {
    const text = fc
      .array(fc.constantFrom('a', ' ', '\n', '//', '"', '😀', '\t'), { maxLength: 20 })
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, text, (before, after) => {
        const file = formattedFile('a', before, after)
        expect(file ? applyChanges(before, file.changes) : before).toBe(after)
        if (file?.isSpacesOnly) {
          expect(before.replace(/\s/g, '')).toBe(after.replace(/\s/g, ''))
        }
      }),
      { seed: 3, numRuns: 2000 },
    )
  })
})
