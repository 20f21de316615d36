/** Fits the types of fields to the database, as far as there is something to be done. */

import type { Block, Field, SchemaGraph } from '@/lib/schema/graph'
import { changeField } from './alignment'
import type { Draft, DraftWork, FieldRef } from './draft'
import { qualified } from './lookup'
import { nativeTypeNotes } from './native-types'
import { type Adaptation, consequence, type ProviderConsequence } from './provider-consequences'
import {
  makesNoKeysOf,
  supportsCompositeTypes,
  supportsEnums,
  supportsLists,
  supportsScalar,
} from './providers'
import { setDatabaseName } from './set-database-name'
import { nativeAttributes } from './set-native-type'

/** What has no native type that the database knows has that which Prisma chooses. */
export const adaptNativeTypes: Adaptation = (draft, title) => {
  const { graph } = draft.ctx
  const unfit = graph.blocks.flatMap((block) =>
    block.fields.flatMap((field) => {
      const problem = nativeProblem(graph, title, block, field)
      return problem === null ? [] : [{ block, field, problem }]
    }),
  )
  removeNativeTypes(
    draft,
    unfit.map(({ block, field }) => ({ blockId: block.id, fieldId: field.id })),
  )
  return unfit.map(({ block, field, problem }) => {
    const place = draft.field({ blockId: block.id, fieldId: field.id })
    const text = `${qualified(block, field)}: ${problem}`
    const fix = 'Prisma’s usual type for it takes its place.'
    return consequence(block, field, text, fix, place.field.nativeType === null)
  })
}

function nativeProblem(
  graph: SchemaGraph,
  title: string,
  block: Block,
  field: Field,
): string | null {
  const { nativeType, typeName } = field
  if (!nativeType) return null
  const name = qualified(block, field)
  const [note] = nativeTypeNotes({ graph, field: name }, typeName, nativeType)
  if (note !== undefined) return note
  return makesNoKeysOf(graph, nativeType) && isKeyed(graph.provider, block, field)
    ? `${title} makes no keys of ${nativeType.name}.`
    : null
}

/** In each round one of each block, so that a large schema needs few. */
function removeNativeTypes(draft: Draft, refs: readonly FieldRef[]): void {
  const ofRound = new Map(refs.map((ref) => [ref.blockId, ref]))
  if (ofRound.size === 0) return
  draft.edit((edits) => {
    for (const ref of ofRound.values()) {
      const { block, node } = draft.field(ref)
      changeField(edits, block, node, { remove: new Set(nativeAttributes(node)) })
    }
  })
  const done = new Set(ofRound.values())
  removeNativeTypes(
    draft,
    refs.filter((ref) => !done.has(ref)),
  )
}

/** Whether there is a key of the field's whole value; only MySQL has keys of a part. */
function isKeyed(provider: string | null, { keys }: Block, { name }: Field): boolean {
  return keys.some(
    ({ kind, fields }) =>
      kind !== 'fulltext' &&
      fields.some(({ path, length }) => path === name && (length === null || provider !== 'mysql')),
  )
}

/** A type that the database does not have. */
export interface TypeProblem {
  readonly block: Block
  /** `null` when it is the whole block. */
  readonly field: Field | null
  /** As a sentence. */
  readonly text: string
}

/** What the data is to become is for a person to say. */
export const tellOfTypes: Adaptation = ({ ctx: { graph } }, title) =>
  typeProblems(graph, title).map(({ block, field, text }) => consequence(block, field, text))

/** What of the schema is of no type that its database has; native types apart. */
export function typeProblems(graph: SchemaGraph, title: string): readonly TypeProblem[] {
  return graph.blocks.flatMap((block): TypeProblem[] => {
    if (block.kind === 'enum' && !supportsEnums(graph)) {
      return [{ block, field: null, text: `${block.name}: ${title} has no enums.` }]
    }
    if (block.kind === 'type' && !supportsCompositeTypes(graph)) {
      return [{ block, field: null, text: `${block.name}: ${title} has no composite types.` }]
    }
    return block.fields.flatMap((field) => {
      const problem = fieldProblem(graph, title, field)
      return problem === null
        ? []
        : [{ block, field, text: `${qualified(block, field)}: ${problem}` }]
    })
  })
}

function fieldProblem(graph: SchemaGraph, title: string, field: Field): string | null {
  const { arity, typeKind, typeName } = field
  if (typeKind === 'unsupported') return `${typeName} is a type of the database of before.`
  if (typeKind === 'scalar' && !supportsScalar(graph, typeName))
    return `${title} has no ${typeName}.`
  const isStored = typeKind === 'scalar' || typeKind === 'enum'
  return isStored && arity === 'list' && !supportsLists(graph, typeName)
    ? `${title} cannot store lists of ${typeName}.`
    : null
}

/** MongoDB calls every primary key `_id`, and has rules for other names. */
export const adaptNames: Adaptation = (draft, title) => {
  const { blocks, provider } = draft.ctx.graph
  if (provider !== 'mongodb') return []
  return draft.runInRounds(blocks.map((block) => adaptNamesOf(block, title))).flat()
}

function* adaptNamesOf(block: Block, title: string): DraftWork<ProviderConsequence[]> {
  const found: ProviderConsequence[] = []
  const id = block.kind === 'model' && block.keys.find(({ kind }) => kind === 'id')
  const [key, ...others] = id ? id.fields : []
  if (block.kind === 'model' && !key) {
    const text = `${block.name} has no primary key, and ${title} wants one of one field.`
    found.push(consequence(block, null, text))
  }
  for (const field of block.fields) {
    const { databaseName, id: memberId, name } = field
    if (field.name === key?.path && others.length === 0 && databaseName !== '_id') {
      const isFree = block.fields.every((other) => other.databaseName !== '_id')
      const args = { blockId: block.id, memberId, name: '_id' }
      const isDone = isFree && (yield (ctx) => setDatabaseName.run(ctx, args))
      const text = `${block.name}.${name}: ${title} calls every primary key _id.`
      found.push(consequence(block, field, text, 'It is called so there.', isDone))
    } else if (databaseName !== null && /^\$|\./.test(databaseName)) {
      const text = `${block.name}.${name}: ${title} has no field called ${databaseName}.`
      found.push(consequence(block, field, text))
    }
  }
  return found
}
