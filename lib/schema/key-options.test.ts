/** Asks the official engines whether the tables in `key-options.ts` are right, both ways. */

import * as engine7 from '@prisma/prisma-schema-wasm'
import * as engine6 from 'prisma-schema-wasm-6'
import { describe, expect, it } from 'vitest'
import { parse } from '@/lib/psl/parse'
import { deriveGraph } from './derive'
import { type KeyKind, keyKinds, keyOptions, operatorClasses, PARTIAL_INDEXES } from './key-options'

const PROVIDERS = ['postgresql', 'cockroachdb', 'mysql', 'sqlite', 'sqlserver', 'mongodb']
const KINDS: readonly KeyKind[] = ['id', 'unique', 'index', 'fulltext']
const ACCESS_METHODS = ['BTree', 'Hash', 'Gin', 'Gist', 'SpGist', 'Brin']
const engines = { 6: engine6, 7: engine7 }

function schema(provider: string, version: 6 | 7, block: string): string {
  const features = version === 7 ? `"${PARTIAL_INDEXES}"` : '"views"'
  return `datasource db {
  provider = "${provider}"
${version === 6 ? '  url = env("U")\n' : ''}}
generator client {
  provider = "prisma-client-js"
  previewFeatures = [${features}${version === 7 ? ', "views"' : ''}]
}
${block}
`
}

function errorsOf(provider: string, version: 6 | 7, block: string): string[] {
  const text = schema(provider, version, block)
  const found: { text: string; is_warning: boolean }[] = JSON.parse(
    engines[version].lint(JSON.stringify([['file:///schema.prisma', text]])),
  )
  return found.filter(({ is_warning }) => !is_warning).map((finding) => finding.text)
}

/** A model or view with a key of the kind; the fields are named a and b. */
function withKey(provider: string, blockKind: 'model' | 'view', kind: KeyKind, key: string) {
  const text =
    provider === 'mysql' || provider === 'sqlserver' ? 'String @db.VarChar(40)' : 'String'
  // SQL Server has one clustered key a table, by default the primary key.
  const clustered = provider === 'sqlserver' ? '(clustered: false)' : ''
  const id = provider === 'mongodb' ? 'id String @id @map("_id")' : `id Int @id${clustered}`
  const own = blockKind === 'view' || kind === 'id' ? '' : id
  return `${blockKind} A {\n  ${own}\n  a ${text}\n  b ${text}\n  @@${kind}(${key})\n}`
}

const ARGUMENTS = {
  sort: '[a(sort: Desc)]',
  length: '[a(length: 5)]',
  name: '[a, b], name: "x"',
  map: '[a], map: "x"',
  clustered: '[a], clustered: true',
  where: '[a], where: raw("b = 1")',
} as const

const versions: (6 | 7)[] = [6, 7]

describe.each(versions)('Prisma %i', (version) => {
  describe.each(PROVIDERS)('%s', (provider) => {
    it.each(['model', 'view'] as const)('has these kinds of key on a %s', (blockKind) => {
      const accepted = KINDS.filter((kind) => {
        return errorsOf(provider, version, withKey(provider, blockKind, kind, '[a]')).length === 0
      })
      expect(accepted).toEqual(keyKinds(provider, blockKind))
    })

    it.each(['model', 'view'] as const)('takes these arguments of keys on a %s', (blockKind) => {
      for (const kind of keyKinds(provider, blockKind)) {
        const options = keyOptions(provider, version, blockKind, kind)
        for (const name of Object.keys(ARGUMENTS) as (keyof typeof ARGUMENTS)[]) {
          // The engine still reads the name of an index, from before it was called `map`.
          if (name === 'name' && kind === 'index') continue
          // It does not look at the condition of a view's `@@unique`, which no database keeps.
          if (name === 'where' && blockKind === 'view') continue
          const errors = errorsOf(
            provider,
            version,
            withKey(provider, blockKind, kind, ARGUMENTS[name]),
          )
          expect([kind, name, errors.length === 0]).toEqual([kind, name, options[name]])
        }
      }
    })

    it('has these types of index', () => {
      const field = provider === 'postgresql' ? 'a Int[]' : 'a String[]'
      const accepted = ACCESS_METHODS.filter((type) =>
        ['a String', field].some(
          (a) =>
            errorsOf(
              provider,
              version,
              `model A {\n  id String @id ${provider === 'mongodb' ? '@map("_id")' : ''}\n  ${a}\n  @@index([a], type: ${type})\n}`,
            ).length === 0,
        ),
      )
      const { types } = keyOptions(provider, version, 'model', 'index')
      expect(accepted).toEqual(types.length > 0 ? types : ['BTree'])
    })
  })
})

describe('operatorClasses', () => {
  const fields = [
    'Int[]',
    'Json',
    'String',
    'String @db.VarChar(9)',
    'String @db.Char(9)',
    'String @db.Inet',
    'String @db.Bit(9)',
    'String @db.VarBit(9)',
    'String @db.Uuid',
    'Int',
    'Int @db.SmallInt',
    'Int @db.Oid',
    'BigInt',
    'Float',
    'Float @db.Real',
    'Decimal',
    'Bytes',
    'DateTime',
    'DateTime @db.Date',
    'DateTime @db.Timestamptz(3)',
    'DateTime @db.Time(3)',
    'DateTime @db.Timetz(3)',
  ]

  const model = (field: string, type: string, ops: string) =>
    `model A {\n  id Int @id\n  a ${field}\n  @@index([a(ops: ${ops})], type: ${type})\n}`

  function classesOf(field: string, type: string): readonly string[] {
    const text = schema('postgresql', 7, model(field, type, 'X'))
    const graph = deriveGraph(new Map([['a.prisma', parse(text)]]))
    const a = graph.blockByName.get('A')?.fields.find(({ name }) => name === 'a')
    if (!a) throw new Error(`no field in ${text}`)
    return operatorClasses(type, a)
  }

  const all = [
    ...new Set(ACCESS_METHODS.flatMap((type) => fields.flatMap((field) => classesOf(field, type)))),
  ]

  it.each(fields)('are those that the engine takes for %s', (field) => {
    for (const type of ACCESS_METHODS) {
      const accepted = all.filter(
        (ops) => errorsOf('postgresql', 7, model(field, type, ops)).length === 0,
      )
      expect([type, accepted.toSorted()]).toEqual([type, classesOf(field, type).toSorted()])
    }
  })
})
