/** Random arguments for the commands on relations. */

import { REFERENTIAL_ACTIONS, type Relation } from '@/lib/schema/graph'
import { type ArgumentsOf, type Chooser, fieldOf } from './fuzz-chooser'
import type { ChangeRelationArguments } from './relation-arguments'
import { checkJoinModel } from './remove-join-model'

const KINDS = ['one-to-one', 'one-to-many', 'many-to-many', 'many-to-many-explicit'] as const
const ACTIONS = [...REFERENTIAL_ACTIONS, null, 'Explode'] as const
const RELATION_NAMES = ['Author', 'r0', 'a "b"', '', null] as const

export const RELATION_ARGUMENTS: ArgumentsOf<
  | 'changeRelation'
  | 'setRelationKind'
  | 'reverseRelation'
  | 'reconnectRelation'
  | 'removeJoinModel'
  | 'moveFieldToBlock'
> = {
  changeRelation(choose) {
    const relation = relationIn(choose)
    return relation && { relationId: relation.id, ...relationChange(choose, relation) }
  },
  setRelationKind(choose) {
    const relation = relationIn(choose)
    if (!relation) return null
    const kind = choose.one(KINDS) ?? 'one-to-many'
    return { relationId: relation.id, kind, owner: choose.chance(2) ? 'to' : 'from' }
  },
  reverseRelation(choose) {
    const relation = relationIn(choose)
    return relation && { relationId: relation.id }
  },
  reconnectRelation(choose) {
    const relation = relationIn(choose)
    const end = choose.chance(2) ? 'from' : 'to'
    const own = end === 'from' ? relation?.fromBlockId : relation?.toBlockId
    const block = choose.chance(4)
      ? choose.ctx.graph.blocks.find(({ id }) => id === own)
      : choose.block('model', 'model', 'view', 'enum')
    if (!relation || !block) return null
    const fieldId = choose.chance(2) ? (choose.one(block.fields)?.id ?? null) : null
    return { relationId: relation.id, end, blockId: block.id, fieldId }
  },
  removeJoinModel(choose) {
    const { ctx } = choose
    const near = ctx.graph.blocks.filter(
      ({ id }) => ctx.graph.relations.filter((r) => r.fromBlockId === id).length === 2,
    )
    const joins = near.filter(({ id }) => checkJoinModel(ctx, { blockId: id }) === null)
    const block = choose.chance(8)
      ? choose.fieldBlock()
      : choose.one(joins.length > 0 ? joins : near)
    return block ? { blockId: block.id } : null
  },
  moveFieldToBlock(choose) {
    const place = fieldOf(choose)
    const to = choose.fieldBlock()
    if (!place || !to) return null
    const before = choose.chance(2) ? (choose.one(to.fields)?.id ?? null) : null
    return { ...place, toBlockId: to.id, before }
  },
}

function relationIn(choose: Chooser): Relation | null {
  return choose.one(choose.ctx.graph.relations) ?? null
}

/** One or several changes at once. */
function relationChange(
  choose: Chooser,
  { fromBlockId, toBlockId, fields, references }: Relation,
): Omit<ChangeRelationArguments, 'relationId'> {
  const nameOf = (blockId: string) => {
    const names = choose.ctx.graph.blockById.get(blockId)?.fields.map(({ name }) => name)
    return choose.one(names ?? []) ?? 'nowhere'
  }
  const pair = () => ({ field: nameOf(fromBlockId), references: nameOf(toBlockId) })
  const same = fields.map((field, index) => ({ field, references: references[index] ?? 'id' }))
  return {
    ...(choose.chance(3) ? { name: choose.one(RELATION_NAMES) ?? null } : {}),
    ...(choose.chance(4) ? { fromName: choose.name() } : {}),
    ...(choose.chance(4) ? { toName: choose.name() } : {}),
    ...(choose.chance(5) ? { key: choose.chance(2) ? [pair()] : [...same, pair()] } : {}),
    ...(choose.chance(3) ? { onDelete: choose.one(ACTIONS) ?? null } : {}),
    ...(choose.chance(4) ? { onUpdate: choose.one(ACTIONS) ?? null } : {}),
    ...(choose.chance(5) ? { map: choose.one(['fk', 'fk_other', null]) ?? null } : {}),
    ...(choose.chance(4) ? { optional: choose.chance(2) } : {}),
  }
}
