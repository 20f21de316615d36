/** Fits relations to the database: what it calls them, and what deleting and updating does. */

import type { Block, Relation, SchemaGraph } from '@/lib/schema/graph'
import { refersToTable } from '@/lib/schema/relations'
import { Cascades } from './cascades'
import { changeRelation } from './change-relation'
import { checkOwner } from './change-relation-key'
import type { Draft, DraftWork } from './draft'
import { type Adaptation, consequence, type ProviderConsequence } from './provider-consequences'
import { cycleBreaker, hasForeignKeys } from './providers'
import { defaultAction, type ReferentialAction, validActions } from './referential-actions'
import { patchRelations } from './relation-attribute'
import { wholeRelation } from './whole-relation'

export const adaptActions: Adaptation = (draft, title) => {
  const works = inOrder(draft.ctx.graph).map(({ id }) => adaptActionsOf(draft, title, id))
  return draft.runInRounds(works).flat()
}

function* adaptActionsOf(
  draft: Draft,
  title: string,
  id: string,
): DraftWork<ProviderConsequence[]> {
  const found: ProviderConsequence[] = []
  for (const event of ['onDelete', 'onUpdate'] as const) {
    const relation = relationIn(draft, id)
    const action = relation?.[event] ?? null
    if (!relation || action === null) continue
    const valid = validActions(draft.ctx.graph, event, relation)
    if (valid.length === 0 || valid.some((name) => name === action)) continue
    const likely = LIKE[action]
    const to = likely && valid.includes(likely) ? likely : null
    const isDone = yield (ctx) => changeRelation.run(ctx, { relationId: id, [event]: to })
    const text = `${nameOf(draft, relation)}: ${title} has no ${event}: ${action} for it.`
    const fix = to ? `${to} takes its place.` : 'It is removed, so that Prisma’s default holds.'
    found.push(tell(draft, relation, text, fix, isDone))
  }
  return found
}

/** Both keep what others refer to. */
const LIKE: Readonly<Record<string, ReferentialAction>> = {
  Restrict: 'NoAction',
  NoAction: 'Restrict',
}

/** Some databases want no circles of relations that act on each other. */
export const adaptCycles: Adaptation = (draft, title) => {
  const { graph } = draft.ctx
  const action = cycleBreaker(graph)
  if (action === null) return []
  const cascades = new Cascades(graph.provider === 'sqlserver')
  const inTheWay = inOrder(graph).filter(
    (relation) => isActing(draft, relation) && !cascades.add(relation),
  )
  const changed = new Set(inTheWay.filter((relation) => canTake(draft, relation, action)))
  const patch = { onDelete: action, onUpdate: action }
  patchRelations(
    draft,
    [...changed].map(({ from: { blockId, fieldId } }) => [{ blockId, fieldId }, patch] as const),
  )
  return inTheWay.map((relation) => {
    const text = `${nameOf(draft, relation)}: ${title} allows no second way to cascade.`
    const fix = `On delete and on update, it takes ${action}.`
    return tell(draft, relation, text, fix, changed.has(relation))
  })
}

/** Whether the relation can be given the action, as `changeRelation` would. */
function canTake({ ctx }: Draft, { id }: Relation, action: ReferentialAction): boolean {
  const whole = wholeRelation(ctx, id)
  if ('problem' in whole || checkOwner(whole) !== null) return false
  return (['onDelete', 'onUpdate'] as const).every((event) =>
    validActions(ctx.graph, event, whole.relation).includes(action),
  )
}

/** Whether deleting or updating what it refers to changes what it belongs to. */
function isActing({ ctx: { graph } }: Draft, relation: Relation): boolean {
  const { kind, fields, from } = relation
  if (kind === 'many-to-many' || fields.length === 0) return false
  return (['onDelete', 'onUpdate'] as const).some((event) => {
    const action = relation[event] ?? defaultAction(graph, event, from.arity === 'optional')
    return action !== 'NoAction' && action !== 'Restrict'
  })
}

export const adaptConstraintNames: Adaptation = (draft, title) => {
  const { graph } = draft.ctx
  const isNamed = hasForeignKeys(graph) && graph.provider !== 'sqlite'
  const found: ProviderConsequence[] = []
  const taken = new Set<string>()
  const isKeyName = namesOfKeys(graph)
  for (const relation of inOrder(graph)) {
    const { map, id } = relation
    if (map === null) {
      const usual = usualName(draft, relation)
      if (isNamed && usual !== null && isKeyName(relation, usual)) {
        const text = `${nameOf(draft, relation)}: a key is called ${usual}, as its foreign key would be in ${title}.`
        found.push(tell(draft, relation, text))
      }
      continue
    }
    const name = `${namespace(draft, relation)} ${map}`
    if (isNamed && !taken.has(name) && !isKeyName(relation, map)) {
      taken.add(name)
      continue
    }
    const isDone = draft.run(changeRelation, { relationId: id, map: null })
    const why = isNamed ? `something else is called ${map}` : 'foreign keys have no names'
    const text = `${nameOf(draft, relation)}: ${why} in ${title}.`
    found.push(tell(draft, relation, text, 'The name is removed.', isDone))
  }
  return found
}

/** What Prisma calls a foreign key that nobody named; `null` when there is none. */
function usualName({ ctx: { graph } }: Draft, { fromBlockId, fields }: Relation): string | null {
  const block = graph.blockById.get(fromBlockId)
  if (!block || fields.length === 0) return null
  const columns = fields.map(
    (name) => block.fields.find((field) => field.name === name)?.databaseName ?? name,
  )
  return [block.databaseName ?? block.name, ...columns, 'fkey'].join('_')
}

/** Where the names of foreign keys must differ. */
function namespace({ ctx: { graph } }: Draft, { fromBlockId }: Relation): string {
  return graph.provider === 'mysql' || graph.provider === 'sqlserver' ? '' : fromBlockId
}

/** Tells whether a key has the name already that a foreign key has. */
function namesOfKeys(graph: SchemaGraph): (relation: Relation, map: string) => boolean {
  const { blocks, blockById, provider } = graph
  if (provider === 'mysql') return () => false
  if (provider === 'sqlserver') {
    const keys = blocks.flatMap(({ keys }) => keys.filter(({ kind }) => kind === 'id'))
    const names = new Set(keys.map(({ map }) => map))
    return (_, map) => names.has(map)
  }
  return ({ fromBlockId }, map) =>
    blockById.get(fromBlockId)?.keys.some((key) => key.map === map) === true
}

/** A many-to-many relation without a model of its own, and keys in another order than they have. */
export const tellOfRelations: Adaptation = (draft, title) => {
  const { graph } = draft.ctx
  const found: ProviderConsequence[] = []
  for (const relation of inOrder(graph)) {
    const problem = manyToManyProblem(draft, title, relation)
    if (problem !== null) {
      found.push(tell(draft, relation, problem))
    } else if (graph.provider === 'sqlserver' && !isInOrder(draft, relation)) {
      const text = `${nameOf(draft, relation)}: ${title} wants what it refers to in the order of the key there.`
      found.push(tell(draft, relation, text))
    }
  }
  return found
}

/** Why the database has no many-to-many relation of this kind; `null` when it has, or it is another. */
export function manyToManyProblem(draft: Draft, title: string, relation: Relation): string | null {
  // One without a field at the other side is wrong by itself, which is for Prisma to say.
  if (relation.kind !== 'many-to-many' || relation.to === null) return null
  const ends = [relation.from, relation.to].flatMap((end) => fieldAt(draft, end) ?? [])
  const isEmbedded = ends.some((field) => field.relation?.fields != null)
  if (isEmbedded === (draft.ctx.graph.provider === 'mongodb')) return null
  const what = isEmbedded ? 'in lists of keys' : 'without a model between them'
  return `${nameOf(draft, relation)}: ${title} has no many-to-many relations ${what}.`
}

function isInOrder({ ctx }: Draft, { references, toBlockId }: Relation): boolean {
  if (references.length < 2) return true
  const keys = ctx.graph.blockById.get(toBlockId)?.keys ?? []
  return keys.some(
    ({ kind, fields }) =>
      (kind === 'id' || kind === 'unique') &&
      fields.map(({ path }) => path).join() === references.join(),
  )
}

function fieldAt({ ctx }: Draft, end: Relation['to']) {
  const fields = end && ctx.graph.blockById.get(end.blockId)?.fields
  return fields?.find(({ id }) => id === end?.fieldId) ?? null
}

/**
 * The relations by where they are first spoken of, and those between two lists from there. The order
 * in a graph depends on what was edited before, and neither what is given up nor what is said may.
 */
export function inOrder({ blocks, relations }: SchemaGraph): readonly Relation[] {
  const places = new Map<string, number>()
  for (const { fields } of blocks) {
    for (const field of fields) if (refersToTable(field)) places.set(field.id, places.size)
  }
  const place = (end: Relation['to']) => places.get(end?.fieldId ?? '') ?? Number.POSITIVE_INFINITY
  const first = ({ from, to }: Relation) => Math.min(place(from), place(to))
  return relations
    .map((relation): Relation => {
      const { kind, from, to } = relation
      const isLater = kind === 'many-to-many' && to !== null && place(to) < place(from)
      return isLater ? { ...relation, from: to, to: from } : relation
    })
    .sort((a, b) => first(a) - first(b))
}

function relationIn({ ctx }: Draft, id: string): Relation | null {
  return ctx.graph.relations.find((relation) => relation.id === id) ?? null
}

function nameOf(draft: Draft, { from }: Relation): string {
  return `${draft.block(from.blockId).name}.${from.fieldName}`
}

export function tell(
  draft: Draft,
  { from }: Relation,
  text: string,
  fix: string | null = null,
  isFixed = true,
): ProviderConsequence {
  const block: Block = draft.block(from.blockId)
  return consequence(block, { id: from.fieldId }, text, fix, isFixed)
}
