import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { textKind } from './file-text'
import { readSchemaFiles } from './open-files'

const MODEL = 'model User {\n  id Int @id\n}\n'

type Content = string | Uint8Array

function open(files: Record<string, Content>) {
  return readSchemaFiles(
    Object.entries(files).map(([path, content]) => ({
      path,
      bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
    })),
  )
}

function schema(files: Record<string, Content>) {
  const result = open(files)
  if (result.kind !== 'schema') throw new Error(JSON.stringify(result))
  return result
}

function message(files: Record<string, Content>): string {
  const result = open(files)
  if (result.kind !== 'error') throw new Error(`Opened as ${result.kind}.`)
  expect(result.message).toMatch(/Your open design is unchanged\.$/)
  return result.message
}

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let index = 0; index < text.length; index += 1) {
    view.setUint16(index * 2, text.charCodeAt(index), littleEndian)
  }
  return bytes
}

describe('schema files', () => {
  test('keep every character, byte order mark and line endings included', () => {
    const text = '\uFEFFmodel 名前 {\r\n\tid Int @id // 😀\r\n}'
    expect(schema({ 'schema.prisma': text })).toEqual({
      kind: 'schema',
      files: [{ path: 'schema.prisma', text }],
      name: 'Untitled schema',
      problems: [],
    })
  })

  test('may be empty, or only half written', () => {
    for (const text of ['', '// soon\n', 'model {{{', 'mod']) {
      expect(schema({ 'schema.prisma': text }).files[0]!.text).toBe(text)
    }
  })

  test('come without the folders that they share', () => {
    const opened = schema({
      '/shop/prisma/schema/schema.prisma': MODEL,
      '/shop/prisma/schema/models/user.prisma': MODEL,
    })
    expect(opened.files.map((file) => file.path)).toEqual(['schema.prisma', 'models/user.prisma'])
    expect(opened.name).toBe('shop')
  })

  test('from a dropped folder come without dependencies and copies', () => {
    const opened = schema({
      'shop/prisma/schema.prisma': MODEL,
      'shop/node_modules/.prisma/client/schema.prisma': MODEL,
    })
    expect(opened.files).toHaveLength(1)
    expect(schema({ 'node_modules/x/schema.prisma': MODEL }).files).toHaveLength(1)
  })

  test('of the same name are both opened', () => {
    const result = readSchemaFiles(
      ['one', 'two'].map((text) => ({ path: 'schema.prisma', bytes: strToU8(text) })),
    )
    expect(result).toMatchObject({
      files: [
        { path: 'schema.prisma', text: 'one' },
        { path: 'schema-2.prisma', text: 'two' },
      ],
      problems: ['Two files are called schema.prisma; one is opened as schema-2.prisma.'],
    })
  })

  test('are recognised under other names', () => {
    for (const path of ['schema.prisma.txt', 'schema.txt', 'schema']) {
      expect(schema({ [path]: MODEL }).files[0]!.path).toBe('schema.prisma')
    }
  })

  test.each([
    ['schema.prisma', 'Untitled schema'],
    ['blog.prisma', 'blog'],
    ['shop/prisma/schema.prisma', 'shop'],
    ['shop/packages/db/prisma/schema.prisma', 'shop'],
    ['prisma/schema.prisma', 'Untitled schema'],
    ['shop/prisma/orders.prisma', 'orders'],
    ['C:\\work\\shop\\schema.prisma', 'shop'],
  ])('%s gives the name %s', (path, name) => {
    expect(schema({ [path]: MODEL }).name).toBe(name)
  })

  test('in UTF-16 are read and kept as UTF-8, with a note', () => {
    for (const littleEndian of [true, false]) {
      const opened = schema({ 'a.prisma': utf16(`\uFEFF${MODEL}`, littleEndian) })
      expect(opened.files[0]!.text).toBe(MODEL)
      expect(opened.problems).toEqual([
        'a.prisma was UTF-16 text and is kept as UTF-8, which Prisma needs.',
      ])
    }
  })
})

describe('archives', () => {
  const zip = zipSync({
    'shop-main/prisma/schema.prisma': strToU8(MODEL),
    'shop-main/prisma/models/user.prisma': strToU8(MODEL),
    'shop-main/old.sql': strToU8('x'),
  })

  test('give their schemas, named after the innermost telling folder', () => {
    expect(schema({ 'download.zip': zip })).toMatchObject({
      files: [{ path: 'schema.prisma' }, { path: 'models/user.prisma' }],
      name: 'shop-main',
      problems: [],
    })
  })

  test('give their name when nothing inside tells', () => {
    const flat = zipSync({ 'schema.prisma': strToU8(MODEL), 'user.prisma': strToU8(MODEL) })
    expect(schema({ 'My shop.zip': flat }).name).toBe('My shop')
    expect(schema({ 'schema.zip': flat }).name).toBe('Untitled schema')
  })

  test('are recognised by their content', () => {
    expect(schema({ 'no-ending': zip }).files).toHaveLength(2)
  })

  test('may stand beside files', () => {
    expect(schema({ 'a.zip': zip, 'extra.prisma': MODEL }).files.map((file) => file.path)).toEqual([
      'shop-main/prisma/schema.prisma',
      'shop-main/prisma/models/user.prisma',
      'extra.prisma',
    ])
  })

  test('that are damaged are refused by name', () => {
    expect(message({ 'a.zip': zip.slice(0, 50) })).toContain('a.zip: This ZIP archive is damaged')
    expect(schema({ 'a.zip': 'x', 'b.prisma': MODEL }).problems).toHaveLength(1)
  })
})

describe('Facet designs', () => {
  test('are handed on as text', () => {
    expect(open({ 'shop.facet (1).json': '{"format":"facet-design"}' })).toMatchObject({
      kind: 'design',
    })
    expect(open({ 'shop.facet.json': '{"format":"facet-design"}' })).toEqual({
      kind: 'design',
      text: '{"format":"facet-design"}',
      problems: [],
    })
  })

  test('give way to schemas and to an earlier design, which is said', () => {
    expect(schema({ 'a.facet.json': '{}', 'b.prisma': MODEL }).problems).toHaveLength(1)
    expect(open({ 'a.facet.json': '{}', 'b.facet.json': '[]' })).toMatchObject({
      kind: 'design',
      text: '{}',
      problems: ['b.facet.json was left out: one design is opened at a time.'],
    })
  })
})

describe('what cannot be opened', () => {
  test('nothing', () => expect(message({})).toContain('There was no file to open.'))

  test.each([
    ['shop.sql', 'CREATE TABLE a (id int);', 'imported on its own, with File › Import SQL'],
    ['shop.dbml', 'Table a {}', 'with File › Import SQL or DBML'],
    ['notes.txt', 'Buy milk', 'it is not a Prisma schema'],
    ['package.json', '{"name":"x"}', 'it is not a Prisma schema'],
    ['image.prisma', new Uint8Array([0x89, 0x50, 0, 1, 2]), 'is not a text file'],
    ['latin1.prisma', new Uint8Array([0x2f, 0x2f, 0xe9, 0x0a]), 'it is not UTF-8 text'],
    ['odd.prisma', new Uint8Array([0xff, 0xfe, 0x00, 0xd8]), 'it is not proper UTF-16'],
    ['huge.prisma', new Uint8Array(5 * 1024 * 1024 + 1).fill(32), 'it is larger than 5 MB'],
    ['old.prisma', 'type User {\n  name: String!\n}', 'data model of Prisma 1'],
    ['a/../../x.prisma', MODEL, 'unusable name'],
    ['/', MODEL, 'unusable name'],
  ])('%s', (path, content, reason) => {
    expect(message({ [path]: content })).toContain(reason)
    const beside = schema({ [path]: content, 'good.prisma': MODEL })
    expect(beside.files).toEqual([{ path: 'good.prisma', text: MODEL }])
    expect(beside.problems).toHaveLength(1)
    expect(beside.problems[0]).toContain(reason)
  })

  test('never throws', () => {
    const path = fc.oneof(
      fc.constantFrom('a.prisma', 'a.zip', 'a.facet.json', 'a.sql', 'a', '', '..', '/'),
      fc.string({ unit: 'binary' }),
    )
    fc.assert(
      fc.property(
        fc.array(fc.record({ path, bytes: fc.uint8Array({ maxLength: 200 }) }), { maxLength: 4 }),
        (inputs) => {
          expect(['schema', 'design', 'error']).toContain(readSchemaFiles(inputs).kind)
        },
      ),
      { seed: 1, numRuns: 1000 },
    )
  })
})

describe('textKind', () => {
  test.each([
    ['type User @db(name: "users") {\n  id: ID! @id\n}', 'prisma-1'],
    ['# comment\nenum Role { A }\ntype User {\n  posts(first: Int): [Post!]!\n}', 'prisma-1'],
    ['scalar DateTime\ninterface Node {\n  id: ID!\n}', 'prisma-1'],
    ['type Address {\n  street String\n}', 'schema'],
    ['type Address {\n  street String // note: String\n}', 'schema'],
    ['type Address {\n  street String @default("a: b")\n}', 'schema'],
    [
      'model A {\n  b B @relation(\n    fields: [x],\n    references: [id]\n  )\n}\ntype C {\n}',
      'schema',
    ],
    ['enum Role {\n  A\n}', 'schema'],
    ['datasource db {\n}', 'schema'],
    ['', 'other'],
    ['the model of a view', 'other'],
  ])('%j is %s', (text, kind) => expect(textKind(text)).toBe(kind))
})

describe('prisma.config.ts', () => {
  const config = (url: string) => `export default defineConfig({ datasource: { url: ${url} } })`

  test('gives its connection, from beside the schema and from an archive', () => {
    const files = { 'prisma/schema.prisma': MODEL, 'prisma.config.ts': config("env('URL')") }
    const expected = { connection: { url: 'env("URL")' }, problems: [] }
    expect(schema(files)).toMatchObject(expected)
    expect(schema(files).files.map(({ path }) => path)).toEqual(['schema.prisma'])
    const entries = Object.entries(files).map(([path, text]) => [path, strToU8(text)])
    expect(schema({ 'a.zip': zipSync(Object.fromEntries(entries)) })).toMatchObject(expected)
  })

  test('keeps its passwords to itself', () => {
    for (const url of [
      'postgresql://me:secret@host/db',
      'sqlserver://h;user=sa;password=secret',
      'prisma+postgres://accelerate.example/?api_key=secret',
    ]) {
      const opened = schema({ 'schema.prisma': MODEL, 'prisma.config.ts': config(`'${url}'`) })
      expect(opened.connection).toBeUndefined()
      expect(opened.problems.join()).toContain('it has a password')
      expect(JSON.stringify(opened)).not.toContain('secret')
    }
  })

  test('is nothing to open alone', () => {
    expect(message({ 'prisma.config.ts': config("'x'") })).toContain('there was no schema')
    const entries = { 'prisma.config.ts': strToU8(config("'x'")) }
    expect(message({ 'a.zip': zipSync(entries) })).toContain('no schema file')
  })
})
