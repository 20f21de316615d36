/** What then lacks a key: models, relations, numbered fields. */

import type { Block, Key } from '@/lib/schema/graph'
import { primaryKeyFields } from '@/lib/schema/graph'
import { providerTitle } from '@/lib/schema/provider-title'
import type { CommandContext } from './command'
import { isIdentified, noteLostKey } from './identification'
import { isUniqueSet, qualified } from './lookup'
import { canAutoincrement } from './providers'

/** What a person should know when the block's keys become these, as sentences. */
export function lostKeyNotes(ctx: CommandContext, block: Block, keys: readonly Key[]): string[] {
  const after: Block = { ...block, keys }
  return [
    ...noteLostKey(block, after),
    ...noteUnidentified(block, after),
    ...noteRelations(ctx, block, after),
    ...noteManyToMany(ctx, block, after),
    ...noteDefaults(ctx, block, after),
  ]
}

/** A key may be there and still tell no rows apart: with an optional field, for example. */
function noteUnidentified(before: Block, after: Block): string[] {
  const hadId = primaryKeyFields(before).length > 0
  const hasId = primaryKeyFields(after).length > 0
  if (before.kind !== 'model' || !hadId || !hasId || isIdentified(after)) return []
  return isIdentified(before) ? [`The primary key of ${before.name} tells no rows apart now.`] : []
}

function noteRelations({ graph }: CommandContext, block: Block, after: Block): string[] {
  const isLost = (names: readonly string[]) =>
    names.length > 0 && isUniqueSet(block, names) && !isUniqueSet(after, names)
  const paths = (names: readonly string[]) =>
    names.map((name) => `${block.name}.${name}`).join(' and ')
  return graph.relations.flatMap(({ kind, from, fromBlockId, toBlockId, fields, references }) => {
    const notes: string[] = []
    const owner = graph.blockById.get(fromBlockId)?.name
    if (toBlockId === block.id && isLost(references)) {
      notes.push(
        `${owner}.${from.fieldName} refers to ${paths(references)}, which must be unique for that.`,
      )
    }
    if (fromBlockId === block.id && kind === 'one-to-one' && isLost(fields)) {
      notes.push(
        `${owner}.${from.fieldName} is one-to-one, for which ${paths(fields)} must be unique.`,
      )
    }
    return notes
  })
}

function noteManyToMany({ graph }: CommandContext, block: Block, after: Block): string[] {
  const isPart = graph.relations.some(
    ({ kind, fromBlockId, toBlockId }) =>
      kind === 'many-to-many' && (fromBlockId === block.id || toBlockId === block.id),
  )
  const isSingle = (owner: Block) => primaryKeyFields(owner).length === 1
  return isPart && isSingle(block) && !isSingle(after)
    ? ['A many-to-many relation without a model of its own needs a single key field.']
    : []
}

/** Defaults that only fields in a key can have. */
function noteDefaults({ graph }: CommandContext, block: Block, after: Block): string[] {
  return block.fields.flatMap((field) => {
    if (field.default?.kind !== 'call') return []
    const { name } = field.default
    const [id = '', ...others] = primaryKeyFields(after)
    const isId = id === field.name && others.length === 0
    const isIndexed = after.keys.some(({ fields }) => fields[0]?.path === field.name)
    const who = qualified(block, field)
    if (name === 'auto' && !isId) {
      return [`${who} has the default auto(), which only a primary key can have.`]
    }
    if (name !== 'autoincrement' || canAutoincrement(graph, { isId, isIndexed })) return []
    const title = providerTitle(graph) ?? 'The database'
    return [`${title} numbers only fields with a key, which ${who} does not have now.`]
  })
}
