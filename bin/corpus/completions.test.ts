/** Holds completion to the official engines: what they offer at a place, so must we. */

import * as engine7 from '@prisma/prisma-schema-wasm'
import fc from 'fast-check'
import * as engine6 from 'prisma-schema-wasm-6'
import { beforeAll, describe, expect, it } from 'vitest'
import { installPrismaGlobals } from '@/lib/engines/prisma-globals'
import { completionsAt } from '@/lib/language/completion'
import { PREVIEW_FEATURES } from '@/lib/language/facts/settings'
import { snapshotOf } from '@/lib/language/testing'

const engines = { 6: engine6, 7: engine7 }
const versions: (6 | 7)[] = [6, 7]

beforeAll(() => installPrismaGlobals(() => {}))

function engineLabels(version: 6 | 7, text: string, offset: number): string[] {
  const lines = text.slice(0, offset).split('\n')
  const position = { line: lines.length - 1, character: (lines.at(-1) as string).length }
  const uri = 'file:///schema.prisma'
  const params = { textDocument: { uri }, position }
  const found: { items: { label: string }[] } = JSON.parse(
    engines[version].text_document_completion(
      JSON.stringify([[uri, text]]),
      JSON.stringify(params),
    ),
  )
  return found.items.map(({ label }) => label)
}

/**
 * Whether something is being typed here that the engine knows. It also offers the values of an
 * argument at its name, behind its end and in front of it, where nobody could take them.
 */
function isComparable(text: string, offset: number): boolean {
  const before = text.slice(text.lastIndexOf('\n', offset - 1), offset)
  const after = /^.*/.exec(text.slice(offset))?.[0] as string
  const word = (/\w*$/.exec(before)?.[0] ?? '') + (/^\w*/.exec(after)?.[0] ?? '')
  if (word === 'env' || /^\w*\s*[:=]/.test(after)) return false
  if (/^\n\s*\w*$/.test(before)) return after.trim() === ''
  const isInString = isOdd(before)
  // In a string that nothing closes, the engine takes itself for outside any value.
  if (isOdd(before + after)) return false
  return isInString || /[:=[] \w*$/.test(before)
}

/** Whether the text has an odd number of quotes. */
function isOdd(text: string): boolean {
  return text.split('"').length % 2 === 0
}

/** What the engine offers at the offset and we do not. */
function missing(version: 6 | 7, text: string, offset: number): string[] {
  if (!isComparable(text, offset)) return []
  const ours = completionsAt(snapshotOf(text, version), 'schema.prisma', offset)
  const labels = new Set(ours.map(({ label }) => label))
  return engineLabels(version, text, offset).filter((label) => !labels.has(label))
}

const schema = (provider: string, version: 6 | 7) => `generator g {
  provider        = "prisma-client-js"
  previewFeatures = ["postgresqlExtensions", "views"]
}

datasource db {
  provider     = "${provider}"
${version === 6 ? '  url = env("DATABASE_URL")\n' : ''}${hasSchemas(provider) ? '  schemas      = ["auth", "shop"]\n' : ''}  relationMode = "${provider === 'mongodb' ? 'prisma' : 'foreignKeys'}"
  
}

/// A person 😀
model User {
  id    Int    @id @default(autoincrement())
  email String @unique
  data  Json
  posts Post[] @relation("Author")
  @@index([email(ops: ), data], type: )
  @@index([data(ops: JsonbOps)], type: Gin)
  @@schema("")
}

model Post {
  id       Int  @id
  author   User @relation("Author", fields: [authorId], references: [id], onDelete: , onUpdate: Cascade)
  authorId Int
  @@schema("shop")
  
}
`

const hasSchemas = (provider: string) => /^(?:postgresql|cockroachdb|sqlserver)$/.test(provider)

const PROVIDERS = ['postgresql', 'mysql', 'sqlite', 'sqlserver', 'cockroachdb', 'mongodb']

describe.each(versions)('Prisma %i', (version) => {
  it('knows the preview features', () => {
    const known: string[] = JSON.parse(engines[version].preview_features())
    expect([...PREVIEW_FEATURES[version]].sort()).toEqual(known.sort())
  })

  it.each(PROVIDERS)('offers all that the engine offers, everywhere (%s)', (provider) => {
    const text = schema(provider, version)
    const offered = new Set<string>()
    const lacking: string[] = []
    for (let offset = 0; offset <= text.length; offset++) {
      if (!isComparable(text, offset)) continue
      for (const label of engineLabels(version, text, offset)) offered.add(label)
      for (const label of missing(version, text, offset)) {
        lacking.push(`${label}: ${text.slice(Math.max(0, offset - 20), offset)}|`)
      }
    }
    expect(lacking).toEqual([])
    // Else the comparison would say nothing.
    expect(offered.size).toBeGreaterThanOrEqual(2)
  })

  it('offers as much while the text is being typed', () => {
    const text = schema('postgresql', version)
    const property = fc.property(fc.nat(text.length), fc.nat(12), (at, removed) => {
      const broken = text.slice(0, at) + text.slice(at + removed)
      if (!broken.isWellFormed()) return
      const lacking = missing(version, broken, at)
      expect([`${broken.slice(0, at)}|${broken.slice(at)}`, lacking]).toEqual([
        expect.anything(),
        [],
      ])
    })
    fc.assert(property, { seed: 5, numRuns: 150 })
  })
})
