import * as engine7 from '@prisma/prisma-schema-wasm'
import * as engine6 from 'prisma-schema-wasm-6'
import { beforeAll, describe, expect, it } from 'vitest'
import { installPrismaGlobals } from '../prisma-globals'
import { createHandlers } from './handlers'
import type { PrismaSchemaApi, PrismaVersion, SchemaFile } from './shared'

const panics: string[] = []
const handlers: Record<PrismaVersion, PrismaSchemaApi> = {
  6: createHandlers(engine6, 6),
  7: createHandlers(engine7, 7),
}
const versions: PrismaVersion[] = [6, 7]

beforeAll(() => installPrismaGlobals((detail) => panics.push(detail)))

/** Each finding as `path: ‹the text it is about› severity`. */
function check(version: PrismaVersion, files: SchemaFile[], expected: string[]): void {
  const texts = new Map(files.map(({ path, text }) => [path, text]))
  const found = handlers[version].lint({ files }).map(({ path, from, to, severity }) => {
    return `${path}: ‹${texts.get(path)?.slice(from, to)}› ${severity}`
  })
  expect(found).toEqual(expected)
}

const datasource = (version: PrismaVersion) =>
  `datasource db {\n  provider = "postgresql"\n${version === 6 ? '  url = env("U")\n' : ''}}\n`

describe.each(versions)('Prisma %i', (version) => {
  it('finds nothing wrong with a valid schema of several files', () => {
    check(
      version,
      [
        { path: 'schema.prisma', text: datasource(version) },
        { path: 'models/user.prisma', text: 'model User {\n  id Int @id\n  posts Post[]\n}\n' },
        {
          path: 'models/post.prisma',
          text: 'model Post {\n  id Int @id\n  userId Int\n  user User @relation(fields: [userId], references: [id])\n}\n',
        },
      ],
      [],
    )
  })

  it('points at the right characters of the right file, whatever precedes them', () => {
    check(
      version,
      [
        {
          path: 'schema.prisma',
          text: `// ü € 😀\n${datasource(version)}model A {\n  id Int @id\n  a Wrong /* 😀 */\n}\n`,
        },
        {
          path: 'schéma/üser 😀#1?.prisma',
          text: '/// 漢字 😀😀\nmodel C {\n  id Int @id @default("😀")\n}\n',
        },
        { path: 'schéma/user.prisma', text: 'model B {\n  id Int @id\n  b Missing\n}\n' },
      ],
      [
        'schema.prisma: ‹Wrong› error',
        'schéma/üser 😀#1?.prisma: ‹@default("😀")› error',
        'schéma/user.prisma: ‹Missing› error',
      ],
    )
  })

  it('gives messages without terminal colours', () => {
    const text = `${datasource(version)}model A {\n  id Int @id\n  b Missing\n}\n`
    const [finding] = handlers[version].lint({ files: [{ path: 'schema.prisma', text }] })
    expect(finding?.message).toBe(
      'Type "Missing" is neither a built-in type, nor refers to another model, composite type, or enum.',
    )
  })

  it('marks warnings as such', () => {
    const text = `${datasource(version)}generator client {\n  provider = "prisma-client-js"\n  previewFeatures = ["multiSchema"]\n}\n`
    check(version, [{ path: 'schema.prisma', text }], ['schema.prisma: ‹["multiSchema"]› warning'])
  })

  it('survives what would make the engine panic', () => {
    check(version, [], [])
    check(
      version,
      [{ path: 'a.prisma', text: `// \ud800\nmodel A {\n  id Int @id\n  b Missing\n}\n` }],
      ['a.prisma: ‹Missing› error'],
    )
    expect(panics).toEqual([])
  })

  it('formats all files', () => {
    const files = [
      { path: 'a.prisma', text: 'model A {\nid Int @id\n  name  String?\n}' },
      { path: 'ü/b.prisma', text: 'model   B {\n id Int @id\n}' },
    ]
    expect(handlers[version].format({ files })).toEqual([
      { path: 'a.prisma', text: 'model A {\n  id   Int     @id\n  name String?\n}\n' },
      { path: 'ü/b.prisma', text: 'model B {\n  id Int @id\n}\n' },
    ])
    expect(handlers[version].format({ files: [] })).toEqual([])
  })

  it('offers what the engine would do about a finding, at the right characters', () => {
    const files = [
      { path: 'schema.prisma', text: datasource(version) },
      {
        path: 'schéma/üser 😀.prisma',
        text: '// 😀\nmodel A {\n  id Int @id /* 😀 */\n\tb Shelf\n}\n// 😀\n',
      },
    ]
    const [diagnostic] = handlers[version].lint({ files })
    if (!diagnostic) throw new Error('Shelf was found to be a type')
    const [model, enumeration] = handlers[version].fixes({ files, diagnostic })
    expect(model?.title).toBe("Create new model 'Shelf'")
    expect(enumeration?.title).toBe("Create new enum 'Shelf'")
    const text = files[1]?.text ?? ''
    const [edit] = model?.edits ?? []
    if (!edit) throw new Error('The fix does nothing')
    expect(edit.path).toBe('schéma/üser 😀.prisma')
    expect(text.slice(0, edit.from) + edit.insert + text.slice(edit.to)).toBe(
      '// 😀\nmodel A {\n  id Int @id /* 😀 */\n\tb Shelf\n}\nmodel Shelf {\n\n}\n// 😀\n',
    )
  })

  it('offers nothing about what it did not find', () => {
    const files = [{ path: 'schema.prisma', text: datasource(version) }]
    const finding = { path: 'schema.prisma', from: 0, to: 4, severity: 'error' } as const
    expect(handlers[version].fixes({ files, diagnostic: { ...finding, message: 'Hm' } })).toEqual(
      [],
    )
    const elsewhere = { ...finding, path: 'no.prisma', message: 'Hm' }
    expect(handlers[version].fixes({ files, diagnostic: elsewhere })).toEqual([])
  })

  it('knows the native types and referential actions of a provider', () => {
    const { nativeTypes, referentialActions, previewFeatures } = handlers[version]
    expect(nativeTypes({ provider: 'postgresql' })).toContainEqual({
      name: 'VarChar',
      requiredArguments: 0,
      optionalArguments: 1,
      scalarTypes: ['String'],
    })
    expect(nativeTypes({ provider: 'sqlite' })).toEqual([])
    expect(nativeTypes({ provider: 'no "such" thing' })).toEqual([])
    expect(referentialActions({ provider: 'sqlserver' })).toEqual([
      'Cascade',
      'NoAction',
      'SetNull',
      'SetDefault',
    ])
    expect(previewFeatures(null)).toContain('views')
  })
})

describe('what the versions disagree about', () => {
  const withUrl = [{ path: 'schema.prisma', text: datasource(6) }]
  const withoutUrl = [{ path: 'schema.prisma', text: datasource(7) }]

  it('is where the URL belongs', () => {
    check(6, withUrl, [])
    check(7, withoutUrl, [])
    check(7, withUrl, ['schema.prisma: ‹url = env("U")› error'])
    expect(handlers[6].lint({ files: withoutUrl })[0]?.message).toContain(
      'Argument "url" is missing',
    )
  })
})
