import { describe, expect, it } from 'vitest'
import { foldsOf } from './folding'
import { type OutlineSymbol, outlineOf } from './outline'
import { snapshotOf } from './testing'
import { workspaceSymbols } from './workspace-symbols'

describe('outlineOf', () => {
  const text = `// free

/// A person
model User {
  /// mail
  email String? @unique // e
  posts Post[]
  broken
  @@map("users")
}

datasource db {
  provider = "sqlite"
}

enum Rôle {
  ADMIN @map("a")
}
`

  it('nests members in blocks', () => {
    const show = ({ name, kind, detail, children }: OutlineSymbol): string[] => [
      `${kind} ${name}: ${detail}`,
      ...children.flatMap(show).map((line) => `  ${line}`),
    ]
    expect(outlineOf(snapshotOf(text), 'schema.prisma').flatMap(show)).toEqual([
      'model User: model',
      '  field email: String?',
      '  field posts: Post[]',
      '  field broken: ',
      'datasource db: datasource',
      '  setting provider: "sqlite"',
      'enum Rôle: enum',
      '  value ADMIN: a',
    ])
  })

  it('encloses names, and spans whole blocks with their comments', () => {
    const [user] = outlineOf(snapshotOf(text), 'schema.prisma')
    const slice = ({ from, to }: { from: number; to: number }) => text.slice(from, to)
    expect(slice(user?.selection as OutlineSymbol['selection'])).toBe('User')
    expect(slice(user?.span as OutlineSymbol['span'])).toMatch(/^\/\/\/ A person[\s\S]*\}$/)
    expect(user?.children.map(({ span }) => slice(span))).toEqual([
      'email String? @unique',
      'posts Post[]',
      'broken',
    ])
  })

  it('keeps names inside of spans in half-typed text', () => {
    for (const broken of ['model', 'model A', 'model A {', 'model {', 'enum E {\n  A', 'x y z {']) {
      for (const { span, selection } of outlineOf(snapshotOf(broken), 'schema.prisma')) {
        expect(span.from <= selection.from && selection.to <= span.to).toBe(true)
        expect(span.to).toBeLessThanOrEqual(broken.length)
      }
    }
  })
})

describe('foldsOf', () => {
  /** Checks the folds as `kind: first line … last line`. */
  function check(text: string, expected: readonly string[]): void {
    const folds = foldsOf(snapshotOf(text), 'schema.prisma').map(({ kind, from, to }) => {
      const lines = text.slice(from, to).split('\n')
      return `${kind}: ${lines[0]} … ${lines.at(-1)?.trim()}`
    })
    expect(folds).toEqual(expected)
  }

  it('folds blocks and runs of comments', () => {
    check('// a\n// b\n\n// c\n\n/// d\n/// e\nmodel A {\n  // f\n  // g\n  id Int\n  // h\n}\n', [
      'comment: // a … // b',
      'comment: /// d … /// e',
      'block: model A { … }',
      'comment: // f … // g',
    ])
    check('/*\n a\n*/\nenum E {\n  /* b\n  */\n  A\n}\n', [
      'comment: /* … */',
      'block: enum E { … }',
      'comment: /* b … */',
    ])
  })

  it('folds lists over several lines', () => {
    check(
      'model A {\n  @@index([\n    a,\n    b\n  ])\n}\ngenerator g {\n  x = [\n    "a"\n  ]\n}\n',
      [
        'block: model A { … }',
        'list: ([ … ])',
        'list: [ … ]',
        'block: generator g { … }',
        'list: [ … ]',
      ],
    )
  })

  it('folds what nothing closes, and nothing on one line', () => {
    check('model A {\n  id Int\n\n', ['block: model A { … id Int'])
    check('model A { }\n// a\n', [])
    check('x y {\n  z\n}\n', ['block: x y { … }'])
  })
})

describe('workspaceSymbols', () => {
  const snapshot = snapshotOf({
    'a.prisma':
      'model UserProfile {\n  id Int\n  userName String\n}\nenum UserKind {\n  ADMIN\n}\n',
    'b.prisma': 'model Product {\n  up Int\n  profile UserProfile\n}\n',
  })
  const find = (query: string) =>
    workspaceSymbols(snapshot, query).map(({ name, container, span }) => {
      const text = snapshot.files.get(span.path)?.text.slice(span.from, span.to)
      expect(text).toBe(name)
      return container === '' ? name : `${container}.${name}`
    })

  it('lists all blocks without letters', () => {
    expect(find('')).toEqual(['UserProfile', 'UserKind', 'Product'])
  })

  it('finds by letters in order, beginnings of words first', () => {
    expect(find('up')).toEqual(['Product.up', 'UserProfile'])
    expect(find('uk')).toEqual(['UserKind'])
    expect(find('profile')).toEqual(['Product.profile', 'UserProfile'])
    expect(find('userpr')).toEqual(['UserProfile'])
    expect(find('admin')).toEqual(['UserKind.ADMIN'])
    expect(find('zzz')).toEqual([])
  })

  it('finds members of blocks by a dot', () => {
    expect(find('userp.id')).toEqual(['UserProfile.id'])
    expect(find('Product.u')).toEqual(['Product.up'])
  })
})
