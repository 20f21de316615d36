/** What must hold of every answer, whatever the text and wherever the caret. */

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { arbitrarySchemaText } from '@/lib/psl/random-text'
import { completionsAt } from './completion'
import { definitionAt } from './definition'
import { foldsOf } from './folding'
import { highlightsAt } from './highlights'
import { hoverAt } from './hover'
import { inlayHints } from './inlay-hints'
import { linkedNamesAt } from './linked-editing'
import { outlineOf } from './outline'
import { prepareRename, renameAt } from './rename'
import { signatureAt } from './signature-help'
import type { LanguageSnapshot } from './snapshot'
import { snapshotOf } from './testing'
import { workspaceSymbols } from './workspace-symbols'

const PATH = 'schema.prisma'
const KINDS = new Set(['databaseName', 'relationTable', 'constraintName'] as const)

const SCHEMA = `datasource db {
  provider = "postgresql"
  schemas  = ["a", "b"]
}
/// 😀 漢
model Größe {
  id    Int    @id @default(autoincrement()) @map("Id")
  posts Post[] @relation("x") // 😀
  role  Role   @default(ADMIN)
  @@index([id(sort: Desc), role], map: "i")
  @@schema("a")
}
model Post {
  id  Int   @id @db.SmallInt
  g   Größe @relation(name: "x", fields: [gId], references: [id], onDelete: Cascade)
  gId Int
  @@unique([gId, id])
}
enum Role {
  ADMIN @map("a")
}
`

/** A whole schema with a piece cut out, or pieces at random. */
const text = fc.oneof(
  arbitrarySchemaText,
  fc
    .tuple(fc.nat(SCHEMA.length), fc.nat(30))
    .map(([at, length]) => SCHEMA.slice(0, at) + SCHEMA.slice(at + length)),
)

function checkAt(snapshot: LanguageSnapshot, length: number, offset: number): void {
  const isRange = ({ from, to }: { from: number; to: number }) => {
    expect(0 <= from && from <= to && to <= length).toBe(true)
  }
  for (const item of completionsAt(snapshot, PATH, offset)) {
    isRange(item)
    expect(item.from <= offset && offset <= item.to).toBe(true)
  }
  const hover = hoverAt(snapshot, PATH, offset)
  if (hover) isRange(hover.span)
  for (const target of definitionAt(snapshot, PATH, offset)?.targets ?? []) isRange(target)
  for (const highlight of highlightsAt(snapshot, PATH, offset)) isRange(highlight)
  for (const range of linkedNamesAt(snapshot, PATH, offset) ?? []) isRange(range)
  const signature = signatureAt(snapshot, PATH, offset)
  if (signature?.active != null) expect(signature.active).toBeLessThan(signature.parameters.length)
  const place = prepareRename(snapshot, PATH, offset)
  if ('span' in place) isRange(place.span)
  renameAt(snapshot, PATH, offset, 'Other', { keepDatabaseName: true })
}

it('holds at every caret', () => {
  const property = fc.property(text, fc.double({ min: 0, max: 1, noNaN: true }), (text, at) => {
    const snapshot = snapshotOf(text)
    checkAt(snapshot, text.length, Math.floor(at * text.length))
  })
  fc.assert(property, { seed: 7, numRuns: 1500 })
})

it('holds for whole files', () => {
  const property = fc.property(text, (text) => {
    const snapshot = snapshotOf(text)
    const { length } = text
    for (const { from, to } of foldsOf(snapshot, PATH)) {
      expect(text.slice(from, to)).toContain('\n')
    }
    for (const { span, selection, children } of outlineOf(snapshot, PATH)) {
      expect(span.from <= selection.from && selection.to <= span.to).toBe(true)
      for (const child of children) {
        expect(span.from <= child.span.from && child.span.to <= span.to).toBe(true)
      }
    }
    for (const { at } of inlayHints(snapshot, PATH, { from: 0, to: length }, KINDS)) {
      expect(at).toBeLessThanOrEqual(length)
    }
    workspaceSymbols(snapshot, 'a')
  })
  fc.assert(property, { seed: 9, numRuns: 1000 })
})
