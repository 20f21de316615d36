/** Fits relations to the database: what it calls them, and what deleting and updating does. */

import type { Block, Relation } from '@/lib/schema/graph'
import { Cascades } from './cascades'
import { changeRelation } from './change-relation'
import type { Draft } from './draft'
import { type Adaptation, consequence, type ProviderConsequence } from './provider-consequences'
import { cycleBreaker, hasForeignKeys } from './providers'
import { defaultAction, type ReferentialAction, validActions } from './referential-actions'

export const adaptActions: Adaptation = (draft, title) => {
  const found: ProviderConsequence[] = []
  for (const { id } of draft.ctx.graph.relations) {
    for (const event of ['onDelete', 'onUpdate'] as const) {
      const relation = relationIn(draft, id)
      const action = relation?.[event] ?? null
      if (!relation || action === null) continue
      const valid = validActions(draft.ctx.graph, event, relation)
      if (valid.length === 0 || valid.some((name) => name === action)) continue
      const likely = LIKE[action]
      const to = likely && valid.includes(likely) ? likely : null
      const isDone = draft.run(changeRelation, { relationId: id, [event]: to })
      const text = `${nameOf(draft, relation)}: ${title} has no ${event}: ${action} for it.`
      const fix = to ? `${to} takes its place.` : 'It is removed, so that Prisma’s default holds.'
      found.push(tell(draft, relation, text, fix, isDone))
    }
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
  const found: ProviderConsequence[] = []
  const cascades = new Cascades(graph.provider === 'sqlserver')
  for (const relation of graph.relations) {
    if (!isActing(draft, relation) || cascades.add(relation)) continue
    const args = { relationId: relation.id, onDelete: action, onUpdate: action }
    const isDone = draft.run(changeRelation, args)
    const text = `${nameOf(draft, relation)}: ${title} allows no second way to cascade.`
    const fix = `On delete and on update, it takes ${action}.`
    found.push(tell(draft, relation, text, fix, isDone))
  }
  return found
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
  for (const relation of graph.relations) {
    const { map, id } = relation
    if (map === null) {
      const usual = usualName(draft, relation)
      if (isNamed && usual !== null && isKeyName(draft, relation, usual)) {
        const text = `${nameOf(draft, relation)}: a key is called ${usual}, as its foreign key would be in ${title}.`
        found.push(tell(draft, relation, text))
      }
      continue
    }
    const name = `${namespace(draft, relation)} ${map}`
    if (isNamed && !taken.has(name) && !isKeyName(draft, relation, map)) {
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

function isKeyName({ ctx: { graph } }: Draft, { fromBlockId }: Relation, map: string): boolean {
  if (graph.provider === 'mysql') return false
  return graph.provider === 'sqlserver'
    ? graph.blocks.some(({ keys }) => keys.some((key) => key.kind === 'id' && key.map === map))
    : graph.blockById.get(fromBlockId)?.keys.some((key) => key.map === map) === true
}

/** A many-to-many relation without a model of its own, and keys in another order than they have. */
export const tellOfRelations: Adaptation = (draft, title) => {
  const { graph } = draft.ctx
  const found: ProviderConsequence[] = []
  for (const relation of graph.relations) {
    const name = nameOf(draft, relation)
    if (relation.kind === 'many-to-many') {
      const ends = [relation.from, relation.to].flatMap((end) => fieldAt(draft, end) ?? [])
      const isEmbedded = ends.some((field) => field.relation?.fields != null)
      if (isEmbedded === (graph.provider === 'mongodb')) continue
      const what = isEmbedded ? 'in lists of keys' : 'without a model between them'
      const text = `${name}: ${title} has no many-to-many relations ${what}.`
      found.push(tell(draft, relation, text))
    } else if (graph.provider === 'sqlserver' && !isInOrder(draft, relation)) {
      const text = `${name}: ${title} wants what it refers to in the order of the key there.`
      found.push(tell(draft, relation, text))
    }
  }
  return found
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

function relationIn({ ctx }: Draft, id: string): Relation | null {
  return ctx.graph.relations.find((relation) => relation.id === id) ?? null
}

function nameOf(draft: Draft, { from }: Relation): string {
  return `${draft.block(from.blockId).name}.${from.fieldName}`
}

function tell(
  draft: Draft,
  { from }: Relation,
  text: string,
  fix: string | null = null,
  isFixed = true,
): ProviderConsequence {
  const block: Block = draft.block(from.blockId)
  return consequence(block, { id: from.fieldId }, text, fix, isFixed)
}
