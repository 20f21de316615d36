/**
 * Random schemas and edits for property tests: made of the pieces that decide how text is read,
 * so that short texts meet every corner of the parser.
 */

import fc from 'fast-check'

const PIECES = [
  'model ',
  'enum ',
  'type ',
  'view ',
  'datasource ',
  'generator ',
  'namespace ',
  'types ',
  'User',
  'Post',
  'id',
  'name',
  'Int',
  'String',
  'é',
  '日本',
  '😀',
  '_x',
  '1',
  '-1',
  '1.5',
  ' {\n',
  '{',
  '}\n',
  '}',
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  '  ',
  '\t',
  ' ',
  '\u00a0',
  '\ufeff',
  '// c\n',
  '/// d\n',
  '//',
  '/* b */',
  '/*',
  '*/',
  '"s"',
  '"',
  '\\"',
  '\\',
  '@id',
  '@@id',
  '@',
  '@@',
  '@db.VarChar(10)',
  '@relation(fields: [id], references: [id])',
  '@default(',
  '(',
  ')',
  '[',
  ']',
  '[]',
  '?',
  '!',
  ',',
  ':',
  '=',
  '.',
  'fields:',
  '[id, name]',
  'Unsupported("x")',
  '  id Int @id\n',
  'model A {\n  id Int @id\n}\n',
  'enum E {\n  A\n}\n',
]

export const arbitrarySchemaText = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 40 })
  .map((pieces) => pieces.join(''))

/** Edits as fractions of a text's length, to be resolved by `resolveEdits`. */
export const arbitraryEdits = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    remove: fc.nat(12),
    insert: fc.array(fc.constantFrom(...PIECES), { maxLength: 2 }).map((pieces) => pieces.join('')),
  }),
  { minLength: 1, maxLength: 4 },
)

/** Edits of a text of `length`, in order and without overlap. */
export function resolveEdits(
  length: number,
  edits: readonly { at: number; remove: number; insert: string }[],
): { from: number; to: number; insert: string }[] {
  const resolved: { from: number; to: number; insert: string }[] = []
  let floor = 0
  for (const { at, remove, insert } of [...edits].sort((a, b) => a.at - b.at)) {
    const from = Math.max(floor, Math.floor(at * length))
    const to = Math.min(length, from + remove)
    resolved.push({ from, to, insert })
    floor = to
  }
  return resolved
}
