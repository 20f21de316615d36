import { expect, test } from 'vitest'
import { contextOf } from '@/lib/commands/testing'
import type { Design } from './design'
import { applyStep, designFromDocument, documentFromDesign, type Step } from './document'
import { detectPrismaEra, detectPrismaVersion, type PrismaEra } from './prisma-version'
import { openWithSession, sessionOf } from './session'

const MODEL = 'model A {\n  id Int @id\n}\n'

const DESIGN: Design = {
  name: 'Test',
  files: [{ path: 'schema.prisma', text: MODEL }],
  layout: { positions: {} },
  viewport: null,
  prismaVersion: null,
}

test.each<[string, PrismaEra, 6 | 7]>([
  [MODEL, 7, 7],
  [`datasource db {\n  provider = "mysql"\n}\n${MODEL}`, 7, 7],
  ['datasource db {\n  url = env("X")\n}\n', 6, 6],
  ['datasource db {\n  directUrl = env("X")\n}\n', 6, 6],
  [`// use prisma-8\n${MODEL}`, 8, 7],
  [`\n//use prisma-8 \n${MODEL}`, 8, 7],
  [`${MODEL}\n// use prisma-8\n`, 7, 7],
  ['types {\n  Email = String\n}\n', 8, 7],
  ['namespace auth {\n}\n', 8, 7],
  ['datasource {\n  provider = "mysql"\n}\n', 2, 7],
  ['datasource db {\n  provider = ["sqlite", "mysql"]\n  url = "x"\n}\n', 2, 6],
  ['generator g {\n  experimentalFeatures = ["x"]\n}\n', 2, 6],
  [
    'model A {\n  id Int @id\n  bs B[] @relation(references: [id])\n}\n\nmodel B {\n  id Int @id\n}\n',
    2,
    6,
  ],
  ['type User {\n  id: ID! @id\n  name: String\n}\n', 1, 6],
  ['model User {\n  id: Int @id\n}\n', 7, 7],
])('%s is of Prisma %i, and checked by the engine of %i', (text, era, version) => {
  const { graph, files } = contextOf(text)
  expect(detectPrismaEra(graph, files)).toBe(era)
  expect(detectPrismaVersion(graph)).toBe(version)
})

test('the version that was chosen is a part of the design that steps change', () => {
  const start = documentFromDesign(DESIGN)
  expect(start.prismaVersion).toBeNull()
  const chosen = applyStep(start, { files: [], positions: new Map(), prismaVersion: 6 })
  if (!chosen) throw new Error('Nothing changed')
  expect(chosen.document.version, 'the text is the same').toBe(start.version)
  const kept = designFromDocument(chosen.document, { name: 'Test', viewport: null })
  expect(kept).toEqual({ ...DESIGN, prismaVersion: 6 })
  expect(documentFromDesign(kept).prismaVersion).toBe(6)
  expect(applyStep(chosen.document, chosen.inverse)?.document.prismaVersion).toBeNull()
  const same = { files: [], positions: new Map(), prismaVersion: 6 } as const
  expect(applyStep(chosen.document, same)).toBeNull()
})

test('what was chosen comes back with a kept history only when there is an engine for it', () => {
  const open = (prismaVersion: unknown) => {
    const forward = { files: [], positions: new Map(), prismaVersion } as Step
    const entry = { label: 'Choose', isTyping: false, time: 0, forward, backward: forward }
    const session = sessionOf(documentFromDesign(DESIGN), { undo: [entry], redo: [] })
    return openWithSession(DESIGN, session).history.undo.length
  }
  for (const version of [6, 7, null, undefined]) expect(open(version)).toBe(1)
  for (const version of [5, '7', {}]) expect(open(version)).toBe(0)
})
