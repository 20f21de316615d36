/**
 * What takes the place of what a database does not have, where a schema is only looked at as it
 * would be there. Without it, one field would keep all the others from being seen.
 *
 * `setProvider` does not do this: there, it would decide what becomes of somebody's data.
 */

import { argumentValue, findAttribute } from '@/lib/psl/access'
import type { AttributeNode } from '@/lib/psl/syntax'
import type { Block, Field, FieldId, SchemaGraph } from '@/lib/schema/graph'
import { quoteString } from '@/lib/schema/value'
import { tellOfRelations } from './adapt-relations'
import { tellOfTypes, typeProblems } from './adapt-types'
import { addField } from './add-field'
import { keyTitle } from './add-key'
import { ARITY_SUFFIX, changeField } from './alignment'
import type { KeySpec } from './attribute-arguments'
import { changeKey } from './change-key'
import { deleteBlocks } from './delete-blocks'
import { deleteKey } from './delete-key'
import { ADAPTATIONS } from './describe-provider-change'
import type { DraftWork, FieldRef } from './draft'
import type { EditList } from './edit-list'
import { joinTables, keyLists } from './join-stand-ins'
import { keySpec } from './key-places'
import { findField } from './lookup'
import { freshFieldName } from './names'
import { type Adaptation, consequence, type ProviderConsequence } from './provider-consequences'
import { supportsCompositeTypes, supportsEnums, supportsLists, supportsScalar } from './providers'
import { nativeAttributes } from './set-native-type'

/** A type that the database has. */
interface StandIn {
  readonly type: string
  /** As written behind the datasource's name; `null` for Prisma's usual one. */
  readonly native: string | null
  /** What was a list may be missing as a whole, as the columns of lists may be. */
  readonly wasList: boolean
}

const standInForTypes: Adaptation = (draft, title) => {
  const { graph } = draft.ctx
  const problems = typeProblems(graph, title)
  if (problems.length === 0) return []
  const taken = new Map<FieldId, StandIn>()
  draft.edit((edits) => {
    for (const block of graph.blocks) {
      if (block.kind === 'type' && !supportsCompositeTypes(graph)) continue
      for (const field of block.fields) {
        const standIn = forField(graph, block, field)
        if (!standIn) continue
        replaceType(edits, { blockId: block.id, fieldId: field.id }, standIn)
        taken.set(field.id, standIn)
      }
    }
  })
  // A block that is wrong by itself stays, so that Prisma says what is wrong.
  const spare = problems.filter(({ block, field }) => field === null && !block.isBroken)
  const gone = new Set(spare.map(({ block }) => block))
  if (gone.size > 0) draft.run(deleteBlocks, { blockIds: [...gone].map(({ id }) => id) })
  return problems.map(({ block, field, text }) => {
    const standIn = field ? taken.get(field.id) : gone.has(block) && forBlock(graph, block)
    const written = standIn ? [standIn.type, nativeText(graph, standIn)].filter(Boolean) : []
    return consequence(
      block,
      field,
      text,
      `${written.join(' ')} takes its place.`,
      Boolean(standIn),
    )
  })
}

/** Keys of fields of composite types, which are columns nowhere else. */
const leaveOutPaths: Adaptation = (draft, title) => {
  const { graph } = draft.ctx
  if (supportsCompositeTypes(graph)) return []
  return graph.blocks.flatMap((block) => {
    const found: ProviderConsequence[] = []
    // From the last, so that one that goes does not change the numbers of the others.
    for (let index = block.keys.length - 1; index >= 0; index--) {
      const key = block.keys[index]
      if (!key?.fields.some(({ path }) => path.includes('.'))) continue
      const isDone = draft.run(deleteKey, { blockId: block.id, key: index })
      const text = `${block.name}, ${keyTitle(key)}: ${title} has no composite types.`
      found.unshift(consequence(block, null, text, 'It is left out.', isDone))
    }
    return found
  })
}

/** MongoDB wants a primary key of one field. */
const standInForIds: Adaptation = (draft, title) => {
  const { blocks, provider } = draft.ctx.graph
  if (provider !== 'mongodb') return []
  return draft.runInRounds(blocks.map((block) => giveId(block, title))).flat()
}

function* giveId(block: Block, title: string): DraftWork<ProviderConsequence[]> {
  const index = block.keys.findIndex(({ kind }) => kind === 'id')
  const key = block.keys[index]
  const isTaken = block.fields.some(({ databaseName }) => databaseName === '_id')
  if (block.kind !== 'model' || key?.fields.length === 1 || isTaken) return []
  const blockId = block.id
  if (key) {
    const to: KeySpec = { ...keySpec(key), kind: 'unique', clustered: null }
    if (!(yield (ctx) => changeKey.run(ctx, { blockId, key: index, to }))) return []
  }
  const isDone = yield (ctx) => {
    const prefix = ctx.graph.datasource?.name || 'db'
    const attributes = `@id @default(auto()) @map("_id") @${prefix}.ObjectId`
    const name = freshFieldName(block, 'id')
    return addField.run(ctx, { blockId, name, type: 'String', attributes, after: null })
  }
  const text = `${block.name} has no primary key of one field, and ${title} wants one.`
  const fix = key ? '_id is added, and its key is a unique one.' : '_id is added.'
  return [consequence(block, null, text, fix, isDone)]
}

/** What a command does, and what it leaves to a person too. */
export const WITH_STAND_INS: readonly Adaptation[] = [
  joinTables,
  leaveOutPaths,
  ...ADAPTATIONS.flatMap((adaptation) => {
    if (adaptation === tellOfTypes) return [standInForTypes, standInForIds]
    // They are of the types that the primary keys have by then.
    return adaptation === tellOfRelations ? [keyLists, tellOfRelations] : [adaptation]
  }),
]

function forField(graph: SchemaGraph, { fields }: Block, field: Field): StandIn | null {
  const { typeKind, typeName, arity, name } = field
  const isList = arity === 'list'
  if (typeKind === 'type') return supportsCompositeTypes(graph) ? null : document(graph, isList)
  if (typeKind !== 'scalar' && typeKind !== 'enum') return null
  if (isList && !supportsLists(graph, typeName)) {
    // What refers to one thing is of its type.
    const isKey = fields.some(({ relation }) => relation?.fields?.includes(name))
    return isKey ? { type: typeName, native: null, wasList: true } : document(graph, true)
  }
  if (typeKind === 'enum') return supportsEnums(graph) ? null : TEXT
  if (supportsScalar(graph, typeName)) return null
  return typeName === 'Decimal' ? { ...TEXT, type: 'Float' } : document(graph, isList)
}

/** What stands for the uses of a block that goes. */
function forBlock(graph: SchemaGraph, { kind }: Block): StandIn {
  return kind === 'enum' ? TEXT : document(graph, false)
}

const TEXT: StandIn = { type: 'String', native: null, wasList: false }

/** Holds values that have parts. */
function document(graph: SchemaGraph, wasList: boolean): StandIn {
  return supportsScalar(graph, 'Json')
    ? { type: 'Json', native: null, wasList }
    : { type: 'String', native: 'NVarChar(Max)', wasList }
}

function nativeText({ datasource }: SchemaGraph, { native }: StandIn): string | null {
  return native === null ? null : `@${datasource?.name || 'db'}.${native}`
}

function replaceType(edits: EditList, { blockId, fieldId }: FieldRef, standIn: StandIn): void {
  const place = findField(edits.ctx, blockId, fieldId)
  if (!place) return
  const { graph } = edits.ctx
  const { block, field, node } = place
  const remove = new Set<AttributeNode>(nativeAttributes(node))
  const preset = findAttribute(node.attributes, 'default')
  const value = preset && argumentValue(preset.args, 'value', true)
  if (preset && standIn.wasList) remove.add(preset)
  else if (value && field.default?.kind === 'name' && field.typeKind === 'enum') {
    edits.replace(block, value, quoteString(valueInDatabase(graph, field, field.default.text)))
  } else if (value && field.default?.kind === 'string' && standIn.type === 'Float') {
    edits.replace(block, value, field.default.value)
  }
  const native = nativeText(graph, standIn)
  changeField(edits, block, node, {
    type: standIn.type + ARITY_SUFFIX[standIn.wasList ? 'optional' : field.arity],
    remove,
    add: native === null ? [] : [{ text: native, before: null }],
  })
}

function valueInDatabase({ blockByName }: SchemaGraph, { typeName }: Field, name: string): string {
  const value = blockByName.get(typeName)?.values.find((candidate) => candidate.name === name)
  return value?.databaseName ?? name
}
