import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyChanges, changeSet } from '@/lib/text/change-set'
import { findTreeDifference, findTreeFault } from './invariants'
import { type EditedItems, parse, reparse } from './parse'
import { arbitraryEdits, arbitrarySchemaText, resolveEdits } from './random-text'
import type { BlockNode, Expression, SyntaxFile } from './syntax'

function blocks(text: string): BlockNode[] {
  const file = parse(text)
  expect(findTreeFault(file)).toBeNull()
  return file.items.filter((item) => item.kind === 'block')
}

function show(value: Expression | null): string {
  if (!value) return '∅'
  if (value.kind === 'string') return JSON.stringify(value.raw)
  if (value.kind === 'array') return `[${value.items.map(show).join(' ')}]`
  const entry = (item: { name: { text: string } | null; value: Expression | null }) =>
    `${item.name ? `${item.name.text}:` : ''}${show(item.value)}`
  if (value.kind === 'object') return `{${value.entries.map(entry).join(' ')}}`
  if (value.kind === 'call') return `${value.name.text}(${value.args.items.map(entry).join(' ')})`
  return value.text
}

/** A block's members, one line each, in a form that shows what was understood. */
function outline(text: string): string[] {
  return blocks(text).flatMap((block) => [
    `${block.blockKind} ${block.name?.text ?? '∅'}`,
    ...block.members.flatMap((member) => {
      const attribute = (node: {
        name: { text: string }
        args: null | {
          items: readonly { name: { text: string } | null; value: Expression | null }[]
        }
      }) =>
        `${node.name.text}${node.args ? `(${node.args.items.map((item) => `${item.name ? `${item.name.text}:` : ''}${show(item.value)}`).join(' ')})` : ''}`
      switch (member.kind) {
        case 'field': {
          const type = member.type
          const name = type?.unsupported ? `Unsupported<${type.unsupported.raw}>` : type?.name.text
          return [
            `  ${[member.name.text, `${name ?? '∅'}${type?.suffix ?? ''}`, ...member.attributes.map((a) => `@${attribute(a)}`)].join(' ')}`,
          ]
        }
        case 'value':
          return [
            `  ${[member.name.text, ...member.attributes.map((a) => `@${attribute(a)}`)].join(' ')}`,
          ]
        case 'property':
          return [`  ${member.name.text} = ${show(member.value)}`]
        case 'attribute':
          return [`  @@${attribute(member.attribute)}`]
        case 'stray':
          return ['  stray']
        default:
          return []
      }
    }),
  ])
}

function problems(text: string): string[] {
  return blocks(text).flatMap((block) => block.problems.map((problem) => problem.message))
}

describe('parse', () => {
  it('reads fields, types and attributes', () => {
    expect(
      outline(
        'model User {\n  id Int @id @default(autoincrement())\n  mail String? @unique(map: "u") @db.VarChar(10)\n  posts Post[]\n  x Unsupported("circle")?\n  y Int[]@default([1, -2])\n  z Int @ map ("a")\n}\n',
      ),
    ).toEqual([
      'model User',
      '  id Int @id @default(autoincrement())',
      '  mail String? @unique(map:"u") @db.VarChar(10)',
      '  posts Post[]',
      '  x Unsupported<circle>?',
      '  y Int[] @default([1 -2])',
      '  z Int @map("a")',
    ])
  })

  it('reads block attributes with calls, paths and objects', () => {
    expect(
      outline(
        'type T {\n  @@index([a(sort: Desc, ops: raw("x")), b.c], type: Gin, where: { on: true, to: { not: null } })\n  @@map("t")\n}',
      ),
    ).toEqual([
      'type T',
      '  @@index([a(sort:Desc ops:raw("x")) b.c] type:Gin where:{on:true to:{not:null}})',
      '  @@map("t")',
    ])
  })

  it('reads enums, datasources and generators', () => {
    expect(
      outline(
        'enum Role {\n  USER @map("user") // c\n  ADMIN\n}\ndatasource db {\n  url = env("X") // y\n}\ngenerator g {\n  features = ["a", "b"]\n}\n',
      ),
    ).toEqual([
      'enum Role',
      '  USER @map("user")',
      '  ADMIN',
      'datasource db',
      '  url = env("X")',
      'generator g',
      '  features = ["a" "b"]',
    ])
  })

  it('keeps comments with what they stand above, unless a line is blank between', () => {
    const file = parse('// free\n\n/// doc\n/* more */\nmodel A {\n}\n')
    expect(file.items.map((item) => item.kind)).toEqual(['comment', 'blank', 'block'])
    expect(blocks('/// doc\n/* more */ model A {\n}\n')[0]?.comments).toHaveLength(2)
  })

  it('reads comments wherever the engine allows them', () => {
    const text =
      'model A {\n  /* a */ id Int /* b */\n  x Int /* c\n  d */\n  // e\n  /// f\n  @@map("a") /* g */\n  y Int // "h\n}\n'
    expect(outline(text)).toEqual(['model A', '  id Int', '  x Int', '  @@map("a")', '  y Int'])
    expect(problems(text)).toEqual([])
  })

  it('lets lists go on over lines', () => {
    const text =
      'model A {\n  a B @relation(\n    fields: [x], // why\n    references: [\n      id\n    ]\n  )\n  x Int\n}\ngenerator g {\n  f = [\n    "a",\n    "b"\n  ]\n}\n'
    expect(outline(text)).toEqual([
      'model A',
      '  a B @relation(fields:[x] references:[id])',
      '  x Int',
      'generator g',
      '  f = ["a" "b"]',
    ])
  })

  it('keeps unknown blocks whole', () => {
    const text = 'types {\n  Id = Int @id\n}\nnamespace a {\n  model B {\n    "}" // }\n  }\n}\n'
    expect(outline(text)).toEqual(['unknown ∅', 'unknown a'])
  })

  it('takes a keyword glued to a name as the engine does', () => {
    expect(outline('modelUser{\n  id Int\n}')).toEqual(['model User', '  id Int'])
  })

  it('accepts CRLF, CR, tabs, a byte order mark and names in any script', () => {
    expect(outline('\ufeffmodel Ä {\r\n\tid\tInt\r  日本 Int\n}\r\n')).toEqual([
      'model Ä',
      '  id Int',
      '  日本 Int',
    ])
  })
})

describe('broken text', () => {
  it('does not let a half-typed attribute swallow the next field', () => {
    expect(outline('model A {\n  a B @relation(fields: [x, \n  x Int\n  @@id([x]\n}\n')).toEqual([
      'model A',
      '  a B @relation(fields:[x])',
      '  x Int',
      '  @@id([x])',
    ])
  })

  it('does not let an unclosed block swallow the next', () => {
    const text = 'model A {\n  id Int\n\nmodel B {\n  id Int\n}\n'
    expect(outline(text)).toEqual(['model A', '  id Int', 'model B', '  id Int'])
    expect(problems(text)).toEqual(['The block has no closing }.'])
  })

  it('does not let an unclosed comment or string swallow the file', () => {
    expect(outline('model A {\n  /* a\n  b String @default("x)\n  c Int\n}\n')).toEqual([
      'model A',
      '  b String @default("x)")',
      '  c Int',
    ])
  })

  it('keeps a field whose type is not typed yet', () => {
    const text = 'model A {\n  id\n  b @id\n}\n'
    expect(outline(text)).toEqual(['model A', '  id ∅', '  b ∅ @id'])
    expect(problems(text)).toEqual(['The field id has no type.', 'The field b has no type.'])
  })

  it('keeps a block whose brace or name is missing', () => {
    expect(outline('model A\n\nmodel {\n  id Int\n}\n')).toEqual(['model A', 'model ∅', '  id Int'])
  })

  it('closes a block at a brace on the line of a field', () => {
    expect(outline('enum E { A }\nmodel A {}\nmodel B {\n  id Int @id }\nmodel C {\n}')).toEqual([
      'enum E',
      '  A',
      'model A',
      'model B',
      '  id Int @id',
      'model C',
    ])
  })

  it('survives deep nesting', () => {
    const deep = `model A {\n  a Int @default(${'['.repeat(5000)}\n}\n`
    expect(blocks(deep)[0]?.name?.text).toBe('A')
  })
})

/** What the check of whole folders of schemas found once. */
describe('fixtures', () => {
  it.each([
    ['a comment that begins after what might have been a header', '//\nh//', 5, 5, 'd'],
    ['the end of the line after the brace of a one-line block', 'datasource{}er}', 14, 15, ''],
  ])('reads again what depends on %s', (_, text, from, to, insert) => {
    const changes = changeSet(text.length, [{ from, to, insert }])
    const after = applyChanges(text, changes)
    expect(findTreeDifference(reparse(parse(text), changes, after), parse(after))).toBeNull()
  })

  it('says of the brace what is wrong with a one-line block that ends before its line', () => {
    expect(blocks('generator client {} @relation(fields: [id])}\n')[0]?.problems).toEqual([
      { from: 17, to: 18, message: 'A block must be written on several lines.' },
    ])
  })
})

describe('properties', () => {
  it('loses nothing and keeps nodes in order, for any text', () => {
    fc.assert(
      fc.property(fc.oneof(arbitrarySchemaText, fc.string({ unit: 'binary' })), (text) => {
        const file = parse(text)
        expect(file.text).toBe(text)
        expect(findTreeFault(file)).toBeNull()
      }),
      { seed: 1, numRuns: 5000 },
    )
  })

  it('reads the same after edits as from scratch', () => {
    fc.assert(
      fc.property(
        arbitrarySchemaText,
        fc.array(arbitraryEdits, { maxLength: 4 }),
        (text, rounds) => {
          let file: SyntaxFile = parse(text)
          for (const edits of rounds) {
            const changes = changeSet(file.text.length, resolveEdits(file.text.length, edits))
            const after = applyChanges(file.text, changes)
            file = reparse(file, changes, after)
            expect(findTreeDifference(file, parse(after))).toBeNull()
          }
        },
      ),
      { seed: 2, numRuns: 10000 },
    )
  })

  it('reads the same with what items became before, none of them twice', () => {
    fc.assert(
      fc.property(
        arbitrarySchemaText,
        fc.array(arbitraryEdits, { minLength: 2, maxLength: 4 }),
        (text, rounds) => {
          const edited: EditedItems = new WeakMap()
          let file: SyntaxFile = parse(text)
          // Each round twice over, from the same file, as drafts do.
          for (const edits of rounds.flatMap((round) => [round, ...rounds.slice(0, 1), round])) {
            const changes = changeSet(file.text.length, resolveEdits(file.text.length, edits))
            const after = applyChanges(file.text, changes)
            const next = reparse(file, changes, after, edited)
            expect(findTreeDifference(next, parse(after))).toBeNull()
            expect(new Set(next.items).size).toBe(next.items.length)
            expect(reparse(file, changes, after, edited).text).toBe(after)
            if (edits === rounds[0]) file = next
          }
        },
      ),
      { seed: 3, numRuns: 3000 },
    )
  })

  it('gives what an item became before again, the same object', () => {
    const file = parse(
      'model A {\n  id Int\n}\n\nmodel B {\n  id Int\n}\n\nmodel C {\n  id Int\n}\n',
    )
    const edited: EditedItems = new WeakMap()
    const retyped = (type: string, ...names: string[]) => {
      const edits = names.map((name) => {
        const from = file.text.indexOf('Int', file.text.indexOf(`model ${name} `))
        return { from, to: from + 3, insert: type }
      })
      const changes = changeSet(file.text.length, edits)
      return reparse(file, changes, applyChanges(file.text, changes), edited).items
    }
    const first = retyped('String', 'A', 'B')
    const again = retyped('String', 'B', 'C')
    expect(again.map((item) => first.includes(item))).toEqual([false, true, true, true, false])
    expect(again[0]).toBe(file.items[0])
    expect(first).not.toContain(retyped('Float', 'B')[2])
  })

  it('keeps what an edit does not touch, the same objects', () => {
    const model = (name: string) => `model ${name} {\n  id Int @id\n}\n\n`
    const file = parse(['A', 'B', 'C', 'D'].map(model).join(''))
    const at = (file.starts[2] ?? 0) + 'model B {\n  i'.length
    const changes = changeSet(file.text.length, [{ from: at, to: at, insert: 'x' }])
    const next = reparse(file, changes, applyChanges(file.text, changes))
    const kept = next.items.map((item, index) => item === file.items[index])
    expect(kept).toEqual([true, true, false, true, true, true, true, true])
  })
})
