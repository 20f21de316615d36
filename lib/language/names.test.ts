import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parse, reparse } from '@/lib/psl/parse'
import { arbitraryEdits, arbitrarySchemaText, resolveEdits } from '@/lib/psl/random-text'
import { deriveGraph, updateGraph } from '@/lib/schema/derive'
import { applyChanges, changeSet } from '@/lib/text/change-set'
import { namesIn } from './names'
import type { LanguageSnapshot } from './snapshot'
import type { SchemaSymbol } from './symbol'

/** Every name with what it means, without ids, which differ between graphs. */
function show(snapshot: LanguageSnapshot): string[] {
  return snapshot.graph.blocks.flatMap((block) =>
    namesIn(snapshot, block).map(({ from, to, symbol, isDeclaration, isQuoted }) =>
      JSON.stringify([from, to, symbol && showSymbol(symbol), isDeclaration, isQuoted]),
    ),
  )
}

function showSymbol(symbol: SchemaSymbol): string {
  const block = 'block' in symbol ? `${symbol.block.kind} ${symbol.block.name}` : ''
  if (symbol.kind === 'field') return `${block}.${symbol.field.name} ${symbol.field.typeKind}`
  if (symbol.kind === 'value') return `${block}.${symbol.value.name}`
  return `${symbol.kind} ${block}${'name' in symbol ? symbol.name : ''}`
}

const MODELS = `datasource db {
  provider = "postgresql"
}
model User {
  id Int @id @db.Integer
  posts Post[] @relation("id")
}
model Post {
  name User @relation("id", fields: [id], references: [id])
  id E @default(A)
  @@index([id, name])
}
enum E {
  A
}
`

it('are the same after an edit as when read anew', () => {
  const text = fc.oneof(arbitrarySchemaText, fc.constant(MODELS))
  const property = fc.property(
    text,
    fc.array(arbitraryEdits, { maxLength: 4 }),
    (start, rounds) => {
      let file = parse(start)
      let files = new Map([['a.prisma', file]])
      let graph = deriveGraph(files)
      show({ graph, files, version: 7 })
      for (const round of rounds) {
        const changes = changeSet(file.text.length, resolveEdits(file.text.length, round))
        file = reparse(file, changes, applyChanges(file.text, changes))
        files = new Map([['a.prisma', file]])
        graph = updateGraph(graph, files, new Map([['a.prisma', changes]]))
        const fresh = new Map([['a.prisma', parse(file.text)]])
        const expected = show({ graph: deriveGraph(fresh), files: fresh, version: 7 })
        expect(show({ graph, files, version: 7 })).toEqual(expected)
      }
    },
  )
  fc.assert(property, { seed: 11, numRuns: 500 })
})
