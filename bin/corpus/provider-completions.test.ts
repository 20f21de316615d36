/** Holds what completion offers for each provider to what the engines of both versions accept. */

import * as engine7 from '@prisma/prisma-schema-wasm'
import * as engine6 from 'prisma-schema-wasm-6'
import { beforeAll, describe, expect, it } from 'vitest'
import { installPrismaGlobals } from '@/lib/engines/prisma-globals'
import { createHandlers } from '@/lib/engines/prisma-schema/handlers'
import { completionsAt } from '@/lib/language/completion'
import { atCaret } from '@/lib/language/testing'

beforeAll(() => installPrismaGlobals(() => {}))

type Version = 6 | 7

const HANDLERS = { 6: createHandlers(engine6, 6), 7: createHandlers(engine7, 7) }
const PROVIDERS = ['postgresql', 'mysql', 'sqlite', 'sqlserver', 'cockroachdb', 'mongodb']
const SCALARS = 'String Int BigInt Float Decimal Boolean DateTime Json Bytes'.split(' ')
const FUNCTIONS =
  'autoincrement() sequence() now() uuid() uuid(7) cuid() cuid(2) ulid() auto() dbgenerated("x")'

const cases = ([6, 7] as const).flatMap((version) =>
  PROVIDERS.map((provider): [string, Version] => [provider, version]),
)

function source(provider: string, version: Version, more = ''): string {
  const url = version === 6 ? '  url = "_"\n' : ''
  return `datasource db {\n  provider = "${provider}"\n${url}${more}}\n\n`
}

/** The labels that are offered at the caret `|`. */
function offered(text: string, version: Version): string[] {
  const { snapshot, path, offset } = atCaret(text, version)
  return completionsAt(snapshot, path, offset).map(({ label }) => label)
}

/** What the engine has against a schema. */
function errors(text: string, version: Version): string[] {
  return HANDLERS[version]
    .lint({ files: [{ path: 'schema.prisma', text }] })
    .filter(({ severity }) => severity === 'error')
    .map(({ message }) => message)
}

describe.each(cases)('completion for %s of Prisma %s', (provider, version) => {
  it('offers the native types that the engine has, with the arguments that they take', () => {
    const types = HANDLERS[version].nativeTypes({ provider })
    for (const scalar of SCALARS) {
      const expected = types
        .filter(({ scalarTypes }) => scalarTypes.includes(scalar))
        .flatMap(({ name, requiredArguments, optionalArguments }) => {
          const count = requiredArguments + optionalArguments
          const bare = requiredArguments === 0 ? [name] : []
          return count === 0 ? bare : [...bare, `${name}(${count === 1 ? 'n' : 'p, s'})`]
        })
      const text = `${source(provider, version)}model A {\n  id Int @id\n  x ${scalar} @db.|\n}\n`
      expect([scalar, offered(text, version).sort()]).toEqual([scalar, expected.sort()])
    }
  })

  it('offers the referential actions that the engine has', () => {
    const relation = (more: string) =>
      `${source(provider, version, more)}model A {\n  id Int @id\n  bs B[]\n}\n\nmodel B {\n  id Int @id\n  aId Int?\n  a A? @relation(fields: [aId], references: [id], onDelete: |)\n}\n`
    const engine = { 6: engine6, 7: engine7 }[version]
    const modes = provider === 'mongodb' ? ['prisma'] : ['prisma', 'foreignKeys']
    for (const more of ['', ...modes.map((mode) => `  relationMode = "${mode}"\n`)]) {
      const asked: string[] = JSON.parse(
        engine.referential_actions(source(provider, version, more)),
      )
      expect([more, offered(relation(more), version).sort()]).toEqual([more, asked.sort()])
    }
  })

  it('offers the functions as defaults that the engine accepts', () => {
    for (const type of [...SCALARS, 'Role']) {
      for (const arity of type === 'Role' ? [''] : ['', '?', '[]']) {
        const text = `${model(provider, version, `x ${type}${arity} @default(|)`)}${ROLE}`
        const functions = offered(text, version).filter((label) => label.endsWith(')'))
        const own = functions
          .map((label) => (label === 'dbgenerated()' ? 'dbgenerated("x")' : label))
          .filter((label) => label !== 'nanoid()' && label !== 'nanoid(n)')
        if (errors(text.replace(' @default(|)', ''), version).length > 0) continue
        const expected = accepted(provider, version, `${type}${arity}`)
        expect([type + arity, own.sort()]).toEqual([type + arity, expected.sort()])
      }
    }
  })
})

const ROLE = 'enum Role {\n  ADMIN\n}\n'

function model(provider: string, version: Version, ...lines: string[]): string {
  const body = lines.map((line) => `  ${line}\n`).join('')
  const id = body.includes('@id') ? '' : `  id ${ID[provider] ?? 'Int @id'}\n`
  return `${source(provider, version)}model A {\n${id}${body}}\n\n`
}

const ID: Readonly<Record<string, string>> = { mongodb: 'String @id @map("_id")' }

/** What else a field may need for a function: a key, or the type of MongoDB’s ids. */
const CONTEXTS = ['', '@unique', '@id', '@id @map("_id")', '@id @map("_id") @db.ObjectId']

/** What the engine lets pass though it cannot work: one value for a list, a number for a text. */
const UNCHECKED: readonly RegExp[] = [/^\w+\[\] (?!dbgenerated)/, /^(?!Int|BigInt)\w+\?? sequence/]

function accepted(provider: string, version: Version, type: string): string[] {
  return FUNCTIONS.split(' ').filter(
    (call) =>
      !UNCHECKED.some((pattern) => pattern.test(`${type} ${call}`)) &&
      CONTEXTS.some((context) => {
        const text = model(provider, version, `x ${type} @default(${call}) ${context}`)
        return errors(`${text}${type === 'Role' ? ROLE : ''}`, version).length === 0
      }),
  )
}
