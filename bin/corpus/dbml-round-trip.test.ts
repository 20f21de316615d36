/**
 * What is written as DBML reads back as the same models, fields and relations, by their names in
 * the database, as far as DBML can say it; and Prisma's engine accepts what was read.
 */

import * as engine from '@prisma/prisma-schema-wasm'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { randomFrom, randomSchema } from '@/lib/commands/random-schema'
import { readDbml } from '@/lib/interchange/dbml/read-dbml'
import { writeDbml } from '@/lib/interchange/dbml/write-dbml'
import { parse } from '@/lib/psl/parse'
import { deriveGraph } from '@/lib/schema/derive'
import type { Field, SchemaGraph } from '@/lib/schema/graph'

const PATH = 'schema.prisma'
const SEEDS = Array.from({ length: 150 }, (_, seed) => seed)

it.each(SEEDS)('keeps models, fields and relations of the random schema %i', (seed) => {
  const before = graphOf(randomSchema(randomFrom(seed)))
  const reading = readDbml(writeDbml(before))
  if ('problem' in reading) throw new Error(reading.problem)
  expect(verdict(reading.schema)).toEqual([])
  const after = graphOf(reading.schema)
  expect(fieldsOf(after)).toEqual(fieldsOf(before))
  expect(relationsOf(after)).toEqual(relationsOf(before))
  expect(keysOf(after)).toEqual(keysOf(before))
})

it('keeps names, notes and defaults, whatever is in them', { timeout: 60_000 }, () => {
  const text = fc
    .string({
      unit: fc.constantFrom(...`ab 1_'"\\\`{}[]()/*,.:;#é名-<>|~`),
      minLength: 1,
      maxLength: 9,
    })
    .map((text) => text.trim())
    .filter((text) => text !== '')
  fc.assert(
    fc.property(text, text, text, fc.array(text, { minLength: 1, maxLength: 3 }), (...given) => {
      const [table, column, value, notes] = given
      const note = notes.map((line) => `/// ${line}\n`).join('')
      const before = graphOf(
        `${note}model A {\n  id Int @id\n${note}  x String @default(${JSON.stringify(value)}) ` +
          `@map(${JSON.stringify(column)})\n@@map(${JSON.stringify(table)})\n}\n` +
          `enum E {\n${note}  v @map(${JSON.stringify(value)})\n}\n`,
      )
      const dbml = writeDbml(before)
      const reading = readDbml(dbml)
      if ('problem' in reading) throw new Error(`${reading.problem}\n${dbml}`)
      const after = graphOf(reading.schema)
      const parts = (graph: SchemaGraph) => {
        const model = graph.blocks.find(({ kind }) => kind === 'model')
        const field = model?.fields[1]
        const entry = graph.blocks.find(({ kind }) => kind === 'enum')?.values[0]
        return {
          table: model?.databaseName ?? model?.name,
          note: model?.documentation,
          column: field && nameOf(field),
          default: field?.default,
          fieldNote: field?.documentation,
          value: entry?.databaseName ?? entry?.name,
          valueNote: entry?.documentation,
        }
      }
      expect(parts(after)).toEqual(parts(before))
    }),
    { seed: 4, numRuns: 300 },
  )
})

function graphOf(text: string): SchemaGraph {
  return deriveGraph(new Map([[PATH, parse(text)]]))
}

function verdict(text: string): string[] {
  const found: { text: string; is_warning: boolean }[] = JSON.parse(
    engine.lint(JSON.stringify([[`file:///${PATH}`, text]])),
  )
  return found.filter(({ is_warning }) => !is_warning).map((finding) => finding.text)
}

function tableOf(graph: SchemaGraph, blockId: string): string {
  const block = graph.blockById.get(blockId)
  return block?.databaseName ?? block?.name ?? ''
}

function nameOf(field: Field): string {
  return field.databaseName ?? field.name
}

/** Columns and values, in their order, with type, native type and arity. */
function fieldsOf(graph: SchemaGraph): Record<string, string[]> {
  const blocks = graph.blocks.filter(({ kind }) => kind === 'model' || kind === 'enum')
  return Object.fromEntries(
    blocks.map((block) => [
      tableOf(graph, block.id),
      [
        ...block.fields
          .filter(({ typeKind }) => typeKind !== 'model')
          .map((field) => {
            const { typeName, arity, nativeType, documentation } = field
            const native = nativeType ? `${nativeType.name}(${nativeType.args})` : ''
            return [nameOf(field), typeName, arity, native, documentation].join(' ')
          }),
        ...block.values.map((value) => `${value.name} ${value.documentation}`),
      ],
    ]),
  )
}

function relationsOf(graph: SchemaGraph): string[] {
  const found = graph.relations
    .filter(({ kind, fromBlockId, toBlockId }) => {
      // DBML has no word for a self relation of many to many.
      return kind !== 'many-to-many' || fromBlockId !== toBlockId
    })
    .map((relation) => {
      const { kind, fromBlockId, toBlockId, fields, references, from, onDelete } = relation
      const columns = (blockId: string, names: readonly string[]) =>
        names.map((name) => {
          const field = graph.blockById.get(blockId)?.fields.find((field) => field.name === name)
          return field && nameOf(field)
        })
      const ends = [tableOf(graph, fromBlockId), tableOf(graph, toBlockId)]
      if (kind === 'many-to-many') return [kind, ...ends.sort()].join(' ')
      return [
        kind,
        ...ends,
        columns(fromBlockId, fields),
        columns(toBlockId, references),
        from.arity,
        onDelete === 'SetNull' ? '' : (onDelete ?? ''),
      ].join(' ')
    })
  // DBML relates the same columns but once, so several relations of many to many become one.
  return found.filter((line, at) => found.indexOf(line) === at).sort()
}

function keysOf(graph: SchemaGraph): Record<string, string[]> {
  const models = graph.blocks.filter(({ kind }) => kind === 'model')
  return Object.fromEntries(
    models.map((block) => [
      tableOf(graph, block.id),
      block.keys
        .map(({ kind, fields }) => {
          const columns = fields.map(({ path }) => {
            const field = block.fields.find(({ name }) => name === path)
            return field && nameOf(field)
          })
          return `${kind} ${columns}`
        })
        .sort(),
    ]),
  )
}
