/** Fits the types of fields to the database, as far as there is something to be done. */

import type { Block, Field } from '@/lib/schema/graph'
import { qualified } from './lookup'
import { nativeTypeNotes } from './native-types'
import { type Adaptation, consequence, type ProviderConsequence } from './provider-consequences'
import {
  isTooLongForKey,
  supportsCompositeTypes,
  supportsEnums,
  supportsLists,
  supportsScalar,
} from './providers'
import { setDatabaseName } from './set-database-name'
import { setNativeType } from './set-native-type'

/** What has no native type that the database knows has that which Prisma chooses. */
export const adaptNativeTypes: Adaptation = (draft, title) => {
  const found: ProviderConsequence[] = []
  for (const block of draft.ctx.graph.blocks) {
    for (const field of block.fields) {
      const { nativeType } = field
      if (!nativeType) continue
      const { graph } = draft.ctx
      const name = qualified(block, field)
      const [note] = nativeTypeNotes({ graph, field: name }, field.typeName, nativeType)
      const isTooLong = isTooLongForKey(graph, nativeType) && isKeyed(graph.provider, block, field)
      if (note === undefined && !isTooLong) continue
      const problem = note ?? `${title} makes no keys of ${nativeType.name}.`
      const args = { blockId: block.id, fieldId: field.id, type: null }
      const isDone = draft.run(setNativeType, args)
      const fix = 'Prisma’s usual type for it takes its place.'
      found.push(consequence(block, field, `${name}: ${problem}`, fix, isDone))
    }
  }
  return found
}

/** Whether there is a key of the field's whole value; only MySQL has keys of a part. */
function isKeyed(provider: string | null, { keys }: Block, { name }: Field): boolean {
  return keys.some(
    ({ kind, fields }) =>
      kind !== 'fulltext' &&
      fields.some(({ path, length }) => path === name && (length === null || provider !== 'mysql')),
  )
}

/** What the data is to become is for a person to say. */
export const tellOfTypes: Adaptation = ({ ctx: { graph } }, title) =>
  graph.blocks.flatMap((block) => {
    if (block.kind === 'enum' && !supportsEnums(graph)) {
      return [consequence(block, null, `${block.name}: ${title} has no enums.`)]
    }
    if (block.kind === 'type' && !supportsCompositeTypes(graph)) {
      return [consequence(block, null, `${block.name}: ${title} has no composite types.`)]
    }
    return block.fields.flatMap((field) => {
      const { arity, typeKind, typeName } = field
      const name = qualified(block, field)
      if (typeKind === 'unsupported') {
        const text = `${name}: ${typeName} is a type of the database of before.`
        return [consequence(block, field, text)]
      }
      if (typeKind === 'scalar' && !supportsScalar(graph, typeName)) {
        return [consequence(block, field, `${name}: ${title} has no ${typeName}.`)]
      }
      const isStored = typeKind === 'scalar' || typeKind === 'enum'
      return isStored && arity === 'list' && !supportsLists(graph, typeName)
        ? [consequence(block, field, `${name}: ${title} cannot store lists of ${typeName}.`)]
        : []
    })
  })

/** MongoDB calls every primary key `_id`, and has rules for other names. */
export const adaptNames: Adaptation = (draft, title) => {
  if (draft.ctx.graph.provider !== 'mongodb') return []
  const found: ProviderConsequence[] = []
  for (const block of draft.ctx.graph.blocks) {
    const id = block.kind === 'model' && block.keys.find(({ kind }) => kind === 'id')
    const [key, ...others] = id ? id.fields : []
    for (const field of block.fields) {
      const { databaseName, id: memberId, name } = field
      if (field.name === key?.path && others.length === 0 && databaseName !== '_id') {
        const isFree = block.fields.every((other) => other.databaseName !== '_id')
        const args = { blockId: block.id, memberId, name: '_id' }
        const isDone = isFree && draft.run(setDatabaseName, args)
        const text = `${block.name}.${name}: ${title} calls every primary key _id.`
        found.push(consequence(block, field, text, 'It is called so there.', isDone))
      } else if (databaseName !== null && /^\$|\./.test(databaseName)) {
        const text = `${block.name}.${name}: ${title} has no field called ${databaseName}.`
        found.push(consequence(block, field, text))
      }
    }
  }
  return found
}
