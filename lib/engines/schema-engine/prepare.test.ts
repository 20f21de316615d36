import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { prepareFiles } from './prepare'
import type { SqlProvider } from './shared'

function prepare(text: string, provider: SqlProvider = 'postgresql'): string {
  return prepareFiles([{ path: 'schema.prisma', text }], provider)[0]?.text ?? ''
}

/** Blanked characters are written `·` where they would otherwise end a line unseen. */
function check(before: string, after: string): void {
  expect(prepare(before)).toBe(after.replaceAll('·', ' '))
}

describe('a datasource', () => {
  it('loses what Prisma 7 moved to its configuration, and nothing else', () => {
    check(
      `datasource db {
  provider = "postgresql"
  url = "x"
  directUrl="y"
  shadowDatabaseUrl = "z"
  relationMode = "prisma"
  schemas = ["a", "b"]
}
`,
      `datasource db {
  provider = "postgresql"
  ·········
  ·············
  ·······················
  relationMode = "prisma"
  schemas = ["a", "b"]
}
`,
    )
  })

  it('keeps comments, whatever they and the strings hold', () => {
    check(
      `// datasource no { url = "a"
/* datasource no {
  url = "a" */
datasource db { // } url = "b"
  provider = "postgresql" // "
  url = "}//\\"{" // } keep
  /* url = "c" } */
}
model A {
  url String @default("} datasource x { url = ")
}
`,
      `// datasource no { url = "a"
/* datasource no {
  url = "a" */
datasource db { // } url = "b"
  provider = "postgresql" // "
  ·············· // } keep
  /* url = "c" } */
}
model A {
  url String @default("} datasource x { url = ")
}
`,
    )
  })

  it('loses a value of several lines without losing the lines', () => {
    check(
      'datasource db {\n  provider = "postgresql"\n  url = env(\n    "A"\n  )\n  schemas = []\n}\n',
      'datasource db {\n  provider = "postgresql"\n  ··········\n    ···\n  ·\n  schemas = []\n}\n',
    )
  })

  it('gets the provider asked for', () => {
    expect(prepare('datasource db {\n  provider = "postgres" // old\n}\n', 'cockroachdb')).toBe(
      'datasource db {\n  provider = "cockroachdb" // old\n}\n',
    )
  })

  it('is added to a schema that has none, in a file of its own', () => {
    const files = [
      { path: 'a.prisma', text: 'model A {\n  id Int @id\n}\n' },
      { path: 'b.prisma', text: '// datasource db {\n' },
    ]
    expect(prepareFiles(files, 'sqlite')).toEqual([
      ...files,
      { path: 'datasource', text: 'datasource db {\n  provider = "sqlite"\n}\n' },
    ])
  })

  it('may be unfinished', () => {
    for (const text of [
      'datasource',
      'datasource db',
      'datasource db {',
      'datasource db {\n url =',
    ]) {
      expect(prepare(text)).toBe(text)
    }
  })
})

describe('a generator', () => {
  const generator = (features: string) =>
    `generator client {\n  provider = "prisma-client-js"\n  previewFeatures = ${features}\n}\n`

  it.each([
    ['["metrics"]', '[·········]'],
    ['["views", "metrics"]', '["views"···········]'],
    ['["metrics", "views"]', '[·········· "views"]'],
    ['["views", "metrics", "typedSql"]', '["views",··········· "typedSql"]'],
    ['["views", "typedSql"]', '["views", "typedSql"]'],
    ['["a", "b", "views", "c", "d"]', '[···· ···· "views"··········]'],
    ['[\n  "metrics", // why\n  "views"\n]', '[\n  ·········· // why\n  "views"\n]'],
    ['[]', '[]'],
  ])('%s becomes %s', (before, after) => {
    check(generator(before), generator(after))
  })

  it('keeps its other properties', () => {
    check(
      'generator client {\n  provider = "sqlite"\n  url = "a"\n  features = ["metrics"]\n}\n',
      'generator client {\n  provider = "sqlite"\n  url = "a"\n  features = ["metrics"]\n}\n',
    )
  })
})

describe('any text', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'datasource db {',
      'generator g {',
      'model A {',
      '}',
      'provider',
      'url',
      '=',
      '[',
    ),
    fc.constantFrom(
      ']',
      '(',
      ')',
      '"',
      '\\',
      '//',
      '/*',
      '*/',
      '\n',
      ' ',
      '"postgresql"',
      '"metrics"',
    ),
    fc.constantFrom('previewFeatures', ',', '"views"', 'env("A")', '😀', '\ud800', 'ü'),
    fc.string({ unit: 'binary' }),
  )
  const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(' '))

  it('keeps its lines, and everything that is not blanked', () => {
    fc.assert(
      fc.property(text, (before) => {
        const after = prepare(before)
        expect(after.split('\n')).toHaveLength(before.split('\n').length)
        // The provider is the same, so that every character stays or becomes a space.
        if (!before.includes('provider')) {
          expect(after).toHaveLength(before.length)
          const original = before.toWellFormed()
          for (let at = 0; at < after.length; at++) {
            if (after[at] !== ' ') expect(after[at]).toBe(original[at])
          }
        }
        expect(prepare(after)).toBe(after)
      }),
      { seed: 1, numRuns: 500 },
    )
  })
})
