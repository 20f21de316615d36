/** What must hold of every command, on random schemas and in random sequences. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse, reparse } from '@/lib/psl/parse'
import { arbitrarySchemaText } from '@/lib/psl/random-text'
import { hasConnection } from '@/lib/schema/connection'
import { type DerivedGraph, deriveGraph, updateGraph } from '@/lib/schema/derive'
import { type Field, type SchemaGraph, typeText } from '@/lib/schema/graph'
import { describeGraph } from '@/lib/schema/invariants'
import { applyChanges, type ChangeSet, changeSet, invertChanges } from '@/lib/text/change-set'
import type { CommandResult } from './command'
import type { CommandCall } from './command-call'
import { conventionalNames } from './conventional-names'
import { expectAttributeDone } from './expect-attribute-done'
import { mendingCommand, randomCommand, runAny } from './fuzz'
import { randomFault } from './random-fault'
import { randomFrom, randomSchema } from './random-schema'
import { mentionsIn } from './references'
import { COMMAND_NAMES } from './registry'

const PATH = 'schema.prisma'

interface Step {
  /** By path. */
  readonly texts: ReadonlyMap<string, string>
  readonly graph: DerivedGraph
}

function start(text: string): Step {
  return startFiles(new Map([[PATH, text]]))
}

function startFiles(texts: ReadonlyMap<string, string>): Step {
  const files = new Map([...sorted(texts)].map(([path, text]) => [path, parse(text)]))
  return { texts: sorted(texts), graph: deriveGraph(files) }
}

/** By path, as a document keeps its files. */
function sorted<Item>(items: ReadonlyMap<string, Item>): Map<string, Item> {
  return new Map([...items].sort(([a], [b]) => (a < b ? -1 : 1)))
}

function showTexts({ texts }: Step): string {
  return [...texts].map(([path, text]) => `// ${path}\n${text}`).join('\n')
}

function contextOf({ graph }: Step) {
  return { graph, files: graph.internal.files }
}

/** Applies a result as a document does, checking that it can be undone. */
function apply(step: Step, result: CommandResult): Step {
  const texts = new Map(step.texts)
  const files = new Map(step.graph.internal.files)
  const changed = new Map<string, ChangeSet>()
  for (const { path, edits } of result.edits) {
    const old = texts.get(path) as string
    const changes = changeSet(old.length, edits)
    const text = applyChanges(old, changes)
    expect(text).not.toBe(old)
    expect(applyChanges(text, invertChanges(old, changes))).toBe(old)
    texts.set(path, text)
    files.set(path, reparse(parse(old), changes, text))
    changed.set(path, changes)
  }
  for (const { path, text } of result.files ?? []) {
    expect(texts.has(path)).toBe(false)
    texts.set(path, text)
    files.set(path, parse(text))
  }
  expect(texts).not.toEqual(step.texts)
  const graph = updateGraph(step.graph, sorted(files), changed)
  expect(describeGraph(graph)).toEqual(describeGraph(startFiles(texts).graph))
  return { texts: sorted(texts), graph }
}

function problemsOf({ graph }: { graph: SchemaGraph }): string[] {
  return graph.blocks.flatMap((block) => block.syntax.problems.map((problem) => problem.message))
}

/** Names in attributes that nothing is called. */
function danglingNames(step: Step): string[] {
  return step.graph.blocks.flatMap((block) =>
    mentionsIn(contextOf(step), block)
      .filter(({ owner, name }) => !owner.fields.some((field) => field.name === name))
      .map(({ owner, name }) => `${owner.name}.${name}`),
  )
}

/** Relation fields that have no other side. */
function loneEnds({ graph }: Step): string[] {
  return graph.relations
    .filter(({ to }) => to === null)
    .map(({ from }) => `${graph.blockById.get(from.blockId)?.name}.${from.fieldName}`)
}

/** Checks that the graph afterwards says what the command was asked for. */
function expectDone({ command, args }: CommandCall, before: Step, after: Step): void {
  const old = (id: string) => before.graph.blockById.get(id)
  const block = (id: string) => after.graph.blockById.get(id)
  const field = (id: string, fieldId: string) => block(id)?.fields.find((f) => f.id === fieldId)
  const names = (id: string) => block(id)?.fields.map((field) => field.name)
  switch (command) {
    case 'addBlock':
      expect(after.graph.blocks).toHaveLength(before.graph.blocks.length + 1)
      break
    case 'renameBlock':
      expect(block(args.blockId)?.name).toBe(args.name)
      break
    case 'deleteBlocks':
      for (const id of args.blockIds) expect(block(id)).toBeUndefined()
      break
    case 'duplicateBlocks':
      expect(after.graph.blocks).toHaveLength(before.graph.blocks.length + args.blockIds.length)
      break
    case 'addField':
      expect(names(args.blockId)).toContain(args.name)
      break
    case 'renameField':
      expect(field(args.blockId, args.fieldId)?.name).toBe(args.name)
      break
    case 'setFieldLine':
      expect(args.line.split(/\s/)).toContain(field(args.blockId, args.fieldId)?.name)
      break
    case 'deleteFields':
      for (const id of args.fieldIds) expect(field(args.blockId, id)).toBeUndefined()
      break
    case 'setFieldType':
      expect(typeText(field(args.blockId, args.fieldId) as Field)).toContain(args.type)
      break
    case 'setFieldArity':
      expect(field(args.blockId, args.fieldId)?.arity).toBe(args.arity)
      break
    case 'moveField':
      expect([...(names(args.blockId) ?? [])].sort()).toEqual(
        old(args.blockId)
          ?.fields.map(({ name }) => name)
          .sort(),
      )
      expect(names(args.blockId)).not.toEqual(old(args.blockId)?.fields.map(({ name }) => name))
      break
    case 'toggleUnique':
    case 'toggleId': {
      const kind = command === 'toggleId' ? 'id' : 'unique'
      const name = old(args.blockId)?.fields.find(({ id }) => id === args.fieldId)?.name
      const isIn = (step: Step) =>
        step.graph.blockById
          .get(args.blockId)
          ?.keys.some(
            (key) =>
              key.kind === kind &&
              (kind === 'id' || key.fields.length === 1) &&
              key.fields.some(({ path }) => path === name),
          )
      expect(isIn(after)).toBe(!isIn(before))
      break
    }
    case 'setDefault':
      expect(field(args.blockId, args.fieldId)?.default === null).toBe(args.value === null)
      break
    case 'addRelation': {
      const added = args.kind === 'many-to-many-explicit' ? 2 : 1
      expect(after.graph.relations).toHaveLength(before.graph.relations.length + added)
      break
    }
    case 'deleteRelation':
      expect(after.graph.relations).toHaveLength(before.graph.relations.length - 1)
      break
    case 'addEnumValue':
      expect(block(args.blockId)?.values.map(({ name }) => name)).toContain(args.name)
      break
    case 'renameEnumValue':
      expect(block(args.blockId)?.values.find(({ id }) => id === args.valueId)?.name).toBe(
        args.name,
      )
      break
    case 'deleteEnumValue':
      expect(block(args.blockId)?.values.some(({ id }) => id === args.valueId)).toBe(false)
      break
    case 'setDocumentation':
    case 'setDatabaseName':
    case 'setDatabaseSchema':
    case 'setIgnored':
    case 'setUpdatedAt':
    case 'setNativeType':
    case 'addKey':
    case 'changeKey':
    case 'deleteKey':
      expectAttributeDone({ command, args } as CommandCall, before.graph, after.graph)
      break
    case 'changeRelation': {
      const relation = before.graph.relations.find(({ id }) => id === args.relationId)
      const from = field(relation?.fromBlockId ?? '', relation?.from.fieldId ?? '')
      if (args.fromName !== undefined) expect(from?.name).toBe(args.fromName)
      if (args.name !== undefined) expect(from?.relation?.name ?? null).toBe(args.name)
      if (args.map !== undefined) expect(from?.relation?.map ?? null).toBe(args.map)
      if (args.onDelete !== undefined) {
        expect(from?.relation?.onDelete ?? null).toBe(args.onDelete)
      }
      if (args.key) expect(from?.relation?.fields).toEqual(args.key.map(({ field }) => field))
      if (args.optional !== undefined) {
        expect(from?.arity).toBe(args.optional ? 'optional' : 'required')
      }
      break
    }
    case 'setRelationKind': {
      const relation = before.graph.relations.find(({ id }) => id === args.relationId)
      const id = relation?.from.fieldId
      const kinds = after.graph.relations
        .filter(({ from, to }) => from.fieldId === id || to?.fieldId === id)
        .map(({ kind }) => kind)
      expect(kinds).toEqual([args.kind === 'many-to-many-explicit' ? 'one-to-many' : args.kind])
      break
    }
    case 'reverseRelation': {
      const relation = before.graph.relations.find(({ id }) => id === args.relationId)
      const reversed = after.graph.relations.find(
        ({ from }) => from.fieldId === relation?.to?.fieldId,
      )
      expect(reversed?.to?.fieldId).toBe(relation?.from.fieldId)
      expect(reversed?.kind).toBe(relation?.kind)
      expect(reversed?.fields).not.toEqual([])
      break
    }
    case 'reconnectRelation': {
      const ends = after.graph.relations.filter(
        ({ fromBlockId, toBlockId }) => fromBlockId === args.blockId || toBlockId === args.blockId,
      )
      expect(after.graph.relations).toHaveLength(before.graph.relations.length)
      expect(ends).not.toEqual([])
      break
    }
    case 'removeJoinModel':
      expect(block(args.blockId)).toBeUndefined()
      expect(after.graph.relations).toHaveLength(before.graph.relations.length - 1)
      break
    case 'moveFieldToBlock': {
      const name = old(args.blockId)?.fields.find(({ id }) => id === args.fieldId)?.name
      expect(names(args.blockId)).not.toContain(name)
      expect(names(args.toBlockId)).toContain(name)
      break
    }
    case 'setProperty': {
      const value = block(args.blockId)?.properties.find(({ name }) => name === args.name)
      expect(value === undefined).toBe(args.value === null)
      break
    }
    case 'addSettings':
      expect(after.graph.blocks).toHaveLength(before.graph.blocks.length + 1)
      break
    case 'setProvider':
      expect(after.graph.provider).toBe(args.provider)
      break
    case 'moveBlocksToFile':
      for (const id of args.blockIds) {
        expect(block(id)).toMatchObject({ name: old(id)?.name, path: args.path })
      }
      break
    case 'addFieldsToBlocks':
      expect(
        args.blockIds.some((id) => (names(id) ?? []).length > (old(id)?.fields.length ?? 0)),
      ).toBe(true)
      break
    case 'addFieldLine': {
      const members = (step: Step) => {
        const owner = step.graph.blockById.get(args.blockId)
        return (owner?.fields.length ?? 0) + (owner?.values.length ?? 0)
      }
      expect(members(after)).toBeGreaterThan(members(before))
      break
    }
    case 'renameToConventions':
      for (const { blockId, fieldId, to } of conventionalNames(contextOf(before), args).renamings) {
        expect((fieldId === null ? block(blockId) : field(blockId, fieldId))?.name).toBe(to)
      }
      break
    case 'addBackRelation':
    case 'addForeignKey': {
      const own = after.graph.relations.find(
        ({ from, to }) => from.fieldId === args.fieldId || to?.fieldId === args.fieldId,
      )
      const isComplete =
        own?.to !== null && (own?.kind === 'many-to-many' || own?.fields.length !== 0)
      expect(command === 'addForeignKey' || isComplete).toBe(true)
      expect(own && (own.fields.length > 0 || own.kind === 'many-to-many')).toBe(true)
      for (const name of own?.fields ?? []) expect(names(own?.fromBlockId ?? '')).toContain(name)
      break
    }
    case 'declareType':
      expect(field(args.blockId, args.fieldId)?.typeKind).toBe(args.kind)
      break
    case 'nameRelations': {
      const between = after.graph.relations.filter(
        ({ fromBlockId, toBlockId }) =>
          (fromBlockId === args.blockId && toBlockId === args.otherId) ||
          (fromBlockId === args.otherId && toBlockId === args.blockId),
      )
      expect(new Set(between.map(({ name }) => name)).size).toBe(between.length)
      break
    }
    case 'moveConnectionToConfig':
      expect(hasConnection(after.graph)).toBe(false)
      break
    case 'upgradeToPrisma7':
      expect(hasConnection(after.graph)).toBe(false)
      for (const generator of after.graph.generators) {
        expect(generator.syntax.text).not.toContain('"prisma-client-js"')
      }
      break
    case 'backToPrisma6':
      if (after.graph.datasource) expect(hasConnection(after.graph)).toBe(true)
      break
    case 'renameInClient': {
      const { blockId, fieldId, name } = args
      const inDatabase = (step: Step) => {
        const owner = step.graph.blockById.get(blockId)
        const named = fieldId === null ? owner : owner?.fields.find(({ id }) => id === fieldId)
        const hasColumn = named && 'typeKind' in named ? named.typeKind !== 'model' : true
        return hasColumn && owner?.kind !== 'type' ? (named?.databaseName ?? named?.name) : null
      }
      expect((fieldId === null ? block(blockId) : field(blockId, fieldId))?.name).toBe(name)
      expect(inDatabase(after)).toBe(inDatabase(before))
      break
    }
    default:
      break
  }
}

/** A person may write a field whose type is a model, or be told that a type was meant to be one. */
const ADDS_LONE_ENDS = /^(?:addField|correctSpelling)/

/** Those that only mend: a sound schema has little for them to do. */
const MENDS: ReadonlySet<string> = new Set([
  'addBackRelation',
  'addForeignKey',
  'declareType',
  'nameRelations',
  'correctSpelling',
  'modernizeSyntax',
  'moveConnectionToConfig',
  'upgradeToPrisma7',
  'backToPrisma6',
])

describe('every command', { timeout: 60_000 }, () => {
  it('keeps a sound schema sound and does what it says', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = randomFrom(seed)
        const first = start(randomSchema(random))
        let step = first
        expect(problemsOf(step)).toEqual([])
        for (let index = 0; index < 12; index++) {
          const asked = randomCommand(random, contextOf(step))
          const result = asked && runAny(contextOf(step), asked)
          if (!result) continue
          const next = apply(step, result)
          const shown = `${JSON.stringify(asked)}\n${showTexts(step)}\n→\n${showTexts(next)}`
          expect(problemsOf(next), shown).toEqual([])
          expect(danglingNames(next), shown).toEqual([])
          if (!ADDS_LONE_ENDS.test(asked.command) && loneEnds(step).length === 0) {
            expect(loneEnds(next), shown).toEqual([])
          }
          expectDone(asked, step, next)
          const { select } = result
          if (select) {
            const block = next.graph.blockByName.get(select.block)
            const members = block ? [...block.fields, ...block.values] : []
            if (select.member !== undefined) {
              expect(
                members.map(({ name }) => name),
                shown,
              ).toContain(select.member)
            }
          }
          seen.add(asked.command)
          step = next
        }
      }),
      { seed: 3, numRuns: 160 },
    )
    const wanted = COMMAND_NAMES.filter((name) => !MENDS.has(name))
    expect([...seen].filter((name) => !MENDS.has(name)).sort()).toEqual([...wanted].sort())
  })

  it('mends what is broken, and breaks nothing else', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = randomFrom(seed)
        let step = start(randomFault(random, randomSchema(random)))
        for (let index = 0; index < 10; index++) {
          const asked = mendingCommand(random, contextOf(step))
          const result = asked && runAny(contextOf(step), asked)
          if (!asked || !result) continue
          const next = apply(step, result)
          const shown = `${JSON.stringify(asked)}\n${showTexts(step)}\n→\n${showTexts(next)}`
          expect(problemsOf(next).length, shown).toBeLessThanOrEqual(problemsOf(step).length)
          expect(danglingNames(next).length, shown).toBeLessThanOrEqual(danglingNames(step).length)
          if (!ADDS_LONE_ENDS.test(asked.command)) {
            expect(loneEnds(next).length, shown).toBeLessThanOrEqual(loneEnds(step).length)
          }
          expectDone(asked, step, next)
          seen.add(asked.command)
          step = next
        }
      }),
      { seed: 5, numRuns: 150 },
    )
    expect([...seen].sort()).toEqual([...MENDS].sort())
  })

  it('never throws and never overlaps its own edits on broken text', () => {
    fc.assert(
      fc.property(arbitrarySchemaText, fc.integer(), (text, seed) => {
        const random = randomFrom(seed)
        const normal = text.replace(/\r\n?/g, '\n').replace(/^\ufeff/, '')
        let step = start(normal)
        for (let index = 0; index < 6; index++) {
          const asked = randomCommand(random, contextOf(step))
          const result = asked && runAny(contextOf(step), asked)
          if (result) step = apply(step, result)
        }
      }),
      { seed: 2, numRuns: 800 },
    )
  })
})
