import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitrarySchemaText } from '@/lib/psl/random-text'
import { semanticTokens } from './semantic-tokens'
import { snapshotOf } from './testing'

function check(text: string, expected: readonly string[]): void {
  const tokens = semanticTokens(snapshotOf(text), 'schema.prisma')
  const shown = tokens.map(({ from, to, type, modifiers }) =>
    [text.slice(from, to), type, ...modifiers].join(' '),
  )
  expect(shown).toEqual(expected)
}

describe('semanticTokens', () => {
  it('tells keys, foreign keys and relations apart, also where they are mentioned', () => {
    check(
      'model Post {\n  id Int @id\n  userId Int\n  user User @relation("A", fields: [userId], references: [mail])\n  @@unique([userId])\n}\nmodel User {\n  mail String @unique\n  posts Post[] @relation("A")\n  gone Gone\n}\n',
      [
        'model keyword',
        'Post model declaration',
        'id field declaration key',
        'Int scalar',
        '@id attribute',
        'userId field declaration unique foreignKey',
        'Int scalar',
        'user field declaration relation',
        'User model',
        '@relation attribute',
        'A relationName',
        'fields argument',
        'userId field unique foreignKey',
        'references argument',
        'mail field unique',
        '@@unique attribute',
        'userId field unique foreignKey',
        'model keyword',
        'User model declaration',
        'mail field declaration unique',
        'String scalar',
        '@unique attribute',
        'posts field declaration relation',
        'Post model',
        '@relation attribute',
        'A relationName',
        'gone field declaration',
        'Gone unknown',
      ],
    )
  })

  it('knows enums, functions, native types, settings and words', () => {
    check(
      'datasource db {\n  provider = "postgresql"\n  schemas = ["s"]\n}\nenum E {\n  A @map("a")\n}\nmodel M {\n  e E @default(A) @ignore\n  t DateTime @default(now()) @db.Timestamp(3)\n  @@index([t(sort: Desc)], type: BTree)\n  @@schema("s")\n  @@ignore\n}\n',
      [
        'datasource keyword',
        'db settings declaration',
        'provider setting',
        'schemas setting',
        's databaseSchema declaration',
        'enum keyword',
        'E enum declaration',
        'A enumValue declaration',
        '@map attribute',
        'model keyword',
        'M model declaration ignored',
        'e field declaration ignored',
        'E enum',
        '@default attribute',
        'A enumValue',
        '@ignore attribute',
        't field declaration',
        'DateTime scalar',
        '@default attribute',
        'now function',
        'db settings',
        'Timestamp nativeType',
        '@@index attribute',
        't field',
        'sort argument',
        'Desc constant',
        'type argument',
        'BTree constant',
        '@@schema attribute',
        's databaseSchema',
        '@@ignore attribute',
      ],
    )
  })

  it('stays in order and within the text, whatever the text is', () => {
    const property = fc.property(arbitrarySchemaText, (text) => {
      let last = 0
      for (const { from, to } of semanticTokens(snapshotOf(text), 'schema.prisma')) {
        expect(from).toBeGreaterThanOrEqual(last)
        expect(to).toBeGreaterThan(from)
        last = to
      }
      expect(last).toBeLessThanOrEqual(text.length)
    })
    fc.assert(property, { seed: 3, numRuns: 1000 })
  })
})
