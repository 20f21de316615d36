/** What the controls of a relation show and offer. Pure. */

import type { CommandContext } from '@/lib/commands/command'
import { removeJoinModel } from '@/lib/commands/remove-join-model'
import type { Block, BlockId, Field, Relation, SchemaGraph } from '@/lib/schema/graph'
import { typeText } from '@/lib/schema/graph'

export interface KeyPair {
  readonly field: string
  readonly references: string
}

export interface RelationSides {
  readonly from: Block
  /** `null` when the model is not there. */
  readonly to: Block | null
  /** What to call each side's field: by its model, or by its part where both are of one model. */
  readonly fromLabel: string
  readonly toLabel: string
}

export function relationSides(
  { blockById }: SchemaGraph,
  relation: Relation,
): RelationSides | null {
  const from = blockById.get(relation.fromBlockId)
  const to = blockById.get(relation.toBlockId) ?? null
  if (!from) return null
  if (from !== to) {
    return { from, to, fromLabel: `Field of ${from.name}`, toLabel: `Field of ${to?.name ?? '?'}` }
  }
  return relation.kind === 'many-to-many'
    ? { from, to, fromLabel: 'Field of one side', toLabel: 'Field of the other side' }
    : { from, to, fromLabel: 'Field that refers', toLabel: 'Field referred to' }
}

/** `Post.author → User.posts`, by which parallel relations are told apart. */
export function relationTitle(graph: SchemaGraph, relation: Relation): string {
  const nameOf = (id: BlockId) => graph.blockById.get(id)?.name ?? '?'
  const { from, to, fromBlockId, toBlockId, kind } = relation
  const arrow = kind === 'many-to-many' ? '↔' : '→'
  const other = to ? `${nameOf(toBlockId)}.${to.fieldName}` : nameOf(toBlockId)
  return `${nameOf(fromBlockId)}.${from.fieldName} ${arrow} ${other}`
}

/** The other relations between the same two models: what this one might be taken for. */
export function parallelRelations({ relations }: SchemaGraph, relation: Relation): Relation[] {
  const ends = [relation.fromBlockId, relation.toBlockId]
  return relations.filter(
    (other) =>
      other !== relation &&
      ends.includes(other.fromBlockId) &&
      ends.includes(other.toBlockId) &&
      new Set([other.fromBlockId, other.toBlockId]).size === new Set(ends).size,
  )
}

/** The foreign key, pair by pair. */
export function keyPairs({ fields, references }: Relation): KeyPair[] {
  return fields.map((field, index) => ({ field, references: references[index] ?? '' }))
}

/** The fields that can be part of a key. */
export function keyFields(block: Block | null): Field[] {
  return (block?.fields ?? []).filter(
    ({ typeKind, arity }) => (typeKind === 'scalar' || typeKind === 'enum') && arity !== 'list',
  )
}

/** What is wrong with a pair, as a sentence; `null` when its two fields fit one another. */
export function pairProblem({ from, to }: RelationSides, pair: KeyPair): string | null {
  const own = from.fields.find(({ name }) => name === pair.field)
  const target = to?.fields.find(({ name }) => name === pair.references)
  if (!own) return `${from.name} has no field ${pair.field}.`
  if (!target) return `${to?.name ?? 'The other side'} has no field ${pair.references}.`
  if (own.typeName === target.typeName) return null
  return `${own.name} is ${own.typeName}, but ${target.name} is ${target.typeName}.`
}

/** `authorId Int?`, as the choice of a field shows it. */
export function fieldLabel(field: Field): string {
  return `${field.name} ${typeText(field)}`
}

/** The ends of the relation that do nothing but join two other models. */
export function joinModels(ctx: CommandContext, relation: Relation): Block[] {
  const ends = new Set([relation.fromBlockId, relation.toBlockId])
  return [...ends].flatMap((blockId) => {
    const block = ctx.graph.blockById.get(blockId)
    return block && removeJoinModel.run(ctx, { blockId }) ? [block] : []
  })
}
