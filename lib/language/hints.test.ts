import { describe, expect, it } from 'vitest'
import type { Texts } from '@/lib/commands/testing'
import { type HintKind, inlayHints } from './inlay-hints'
import { linkedNamesAt } from './linked-editing'
import { atCaret, snapshotOf } from './testing'

const ALL: readonly HintKind[] = ['databaseName', 'relationTable', 'constraintName']

/** Checks the text with all hints of the kinds written into it, in `‹›`. */
function check(text: string, kinds: readonly HintKind[], expected: string): void {
  const hints = inlayHints(
    snapshotOf(text),
    'schema.prisma',
    { from: 0, to: text.length },
    new Set(kinds),
  )
  let shown = ''
  let last = 0
  for (const { at, label } of hints) {
    shown += `${text.slice(last, at)}‹${label}›`
    last = at
  }
  expect(shown + text.slice(last)).toBe(expected)
}

const source = (provider: string) => `datasource db {\n  provider = "${provider}"\n}\n`

describe('inlayHints', () => {
  it('shows names of the database where things are mentioned', () => {
    check(
      'model A {\n  bId Int @map("b_id")\n  b B @relation(fields: [bId], references: [id])\n  @@index([bId])\n}\nmodel B {\n  id Int\n  @@map("bs")\n}\n',
      ['databaseName'],
      'model A {\n  bId Int @map("b_id")\n  b B‹→ bs› @relation(fields: [bId‹→ b_id›], references: [id])\n  @@index([bId‹→ b_id›])\n}\nmodel B {\n  id Int\n  @@map("bs")\n}\n',
    )
  })

  it('shows tables between models', () => {
    const models = 'model A {\n  id Int @id\n  bs B[]\n}\nmodel B {\n  id Int @id\n  as A[]\n}\n'
    check(
      models,
      ['relationTable'],
      models.replace('B[]', 'B[]‹_AToB›').replace('A[]', 'A[]‹_AToB›'),
    )
    const named = models.replace('B[]', 'B[] @relation("x")').replace('A[]', 'A[] @relation("x")')
    check(named, ['relationTable'], named)
    check(source('mongodb') + models, ['relationTable'], source('mongodb') + models)
  })

  it('shows names of constraints that the text leaves to Prisma', () => {
    const model =
      'model A {\n  id Int @id\n  bId Int @unique @map("b")\n  b B @relation(fields: [bId], references: [id])\n  @@index([bId, id])\n  @@unique([id], map: "own")\n  @@map("as")\n}\nmodel B {\n  id Int @id(map: "pk")\n}\n'
    check(
      source('postgresql') + model,
      ['constraintName'],
      source('postgresql') +
        model
          .replace('@id\n', '@id‹as_pkey›\n')
          .replace('@unique @map', '@unique‹as_b_key› @map')
          .replace('[id])\n', '[id])‹as_b_fkey›\n')
          .replace('id])\n  @@u', 'id])‹as_b_id_idx›\n  @@u'),
    )
    check(
      source('sqlite') + model,
      ['constraintName'],
      source('sqlite') +
        model
          .replace('@unique @map', '@unique‹as_b_key› @map')
          .replace('id])\n  @@u', 'id])‹as_b_id_idx›\n  @@u'),
    )
    check(source('mongodb') + model, ['constraintName'], source('mongodb') + model)
  })

  it('gives those of the range alone', () => {
    const text = 'model A {\n  b B\n}\nmodel B {\n  b B\n  @@map("bs")\n}\n'
    const at = text.indexOf('model B')
    const range = { from: at, to: text.length }
    const hints = inlayHints(snapshotOf(text), 'schema.prisma', range, new Set(ALL))
    expect(hints.map(({ at: place }) => place > at)).toEqual([true])
  })
})

describe('linkedNamesAt', () => {
  function checkLinks(texts: Texts, expected: readonly string[] | null): void {
    const { snapshot, path, offset } = atCaret(texts)
    const text = snapshot.files.get(path)?.text as string
    const ranges = linkedNamesAt(snapshot, path, offset)
    const shown = ranges?.map(({ from, to }) => {
      return `${text.slice(text.lastIndexOf('\n', from) + 1, from).trim()}‹${text.slice(from, to)}›`
    })
    expect(shown ?? null).toEqual(expected)
  }

  it('links the two ends of a relation', () => {
    checkLinks(
      'model A {\n  b B @relation("x|")\n}\nmodel B {\n  a A[] @relation(name: "x")\n}\n',
      ['b B @relation("‹x›', 'a A[] @relation(name: "‹x›'],
    )
  })

  it('links nothing else, and nothing across files', () => {
    checkLinks('model A {\n  b B @relation("x|")\n}\nmodel B {\n}\n', null)
    checkLinks('model A| {\n  a A\n}\n', null)
    checkLinks(
      {
        'a.prisma': 'model A {\n  b B @relation("|x")\n}\n',
        'b.prisma': 'model B {\n  a A[] @relation("x")\n}\n',
      },
      null,
    )
  })
})
