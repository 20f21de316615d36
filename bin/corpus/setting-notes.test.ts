/** What is said against a setting is what Prisma's engines have against it, and nothing besides. */

import { describe, expect, it } from 'vitest'
import { runCommand } from '@/lib/commands/registry'
import { contextOf, idsOf } from '@/lib/commands/testing'
import { applyStep, createDocument } from '@/lib/document/document'
import { toStep } from './commands'
import { findErrors } from './engine'

const VALUES = [
  ['datasource', 'db', 'schemas', '["a"]'],
  ['datasource', 'db', 'schemas', '["a", "a"]'],
  ['datasource', 'db', 'schemas', '[]'],
  ['datasource', 'db', 'relationMode', '"prisma"'],
  ['datasource', 'db', 'relationMode', '"foreignKeys"'],
  ['datasource', 'db', 'relationMode', '"x"'],
  ['datasource', 'db', 'extensions', '[citext(version: "2")]'],
  ['datasource', 'db', 'extensions', '["citext"]'],
  ['datasource', 'db', 'url', 'env("X")'],
  ['datasource', 'db', 'url', '1'],
  ['datasource', 'db', 'directUrl', '"x"'],
  ['datasource', 'db', 'odd', '"x"'],
  ['generator', 'client', 'output', '1'],
  ['generator', 'client', 'output', '"../x"'],
  ['generator', 'client', 'binaryTargets', '["native"]'],
  ['generator', 'client', 'odd', '"x"'],
  ['generator', 'client', 'previewFeatures', '["views"]'],
  ['generator', 'client', 'previewFeatures', '["nope"]'],
  ['generator', 'client', 'previewFeatures', '[views]'],
] as const

const PROVIDERS = ['postgresql', 'mysql', 'sqlite', 'sqlserver', 'cockroachdb', 'mongodb'] as const

function schema(version: 6 | 7, provider: string, hasSchemas: boolean): string {
  const mark = hasSchemas ? '\n  @@schema("a")' : ''
  const map = provider === 'mongodb' ? ' @map("_id")' : ''
  return `datasource db {
  provider = "${provider}"${version === 6 ? '\n  url = "y"' : ''}${hasSchemas ? '\n  schemas = ["a", "b"]' : ''}
}
generator client {
  provider = "prisma-client"
  previewFeatures = ["postgresqlExtensions"]
}
model A {
  id String @id${map}${mark}
}
`
}

describe.each([6, 7] as const)('the notes on settings, with Prisma %i', (version) => {
  it.each(PROVIDERS)('of %s', (provider) => {
    const hasSchemas = ['postgresql', 'sqlserver', 'cockroachdb'].includes(provider)
    const text = schema(version, provider, hasSchemas)
    const files = [{ path: 'schema.prisma', text }]
    expect(findErrors(version, files)).toEqual([])
    const ctx = contextOf(text)
    const blockId = (name: string) => idsOf(ctx).block(name)
    const document = createDocument(files)
    const verdicts = VALUES.map(([, block, name, value]) => {
      const result = runCommand(ctx, 'setProperty', { blockId: blockId(block), name, value })
      const after = result && applyStep(document, toStep(document, result))?.document
      const now = [...(after?.files ?? [])].map(([path, { syntax }]) => ({
        path,
        text: syntax.text,
      }))
      return {
        setting: `${name} = ${value}`,
        isNoted: (result?.notes?.length ?? 0) > 0,
        isRefused: findErrors(version, now).length > 0,
      }
    })
    const wrong = verdicts.filter(({ isNoted, isRefused }) => isNoted !== isRefused)
    expect(wrong).toEqual([])
    expect(new Set(verdicts.map(({ isRefused }) => isRefused)).size).toBe(2)
  })
})
