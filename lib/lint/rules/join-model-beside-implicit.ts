/** An implicit many-to-many relation between two models that a model of its own joins as well. */

import { isImplicit } from '@/lib/commands/conventional-names'
import type { Block, Relation } from '@/lib/schema/graph'
import type { LintFacts } from '../facts'
import { fieldRange } from '../places'
import type { Rule } from '../rule'

export const joinModelBesideImplicit: Rule = {
  id: 'join-model-beside-implicit',
  title: 'Join model beside an implicit relation',
  why:
    'Which rows belong together is kept in two places, and only the join model can hold more ' +
    'about each pair.',
  whenOff: 'When the two relations mean different things.',
  readsOtherBlocks: true,
  isSame: ({ id }, before, after) => {
    const own = after.relationsOf(id)
    if (own !== before.relationsOf(id)) return false
    return own.every(
      (relation) =>
        !isImplicit(relation) || shownJoin(before, relation) === shownJoin(after, relation),
    )
  },
  check(block, facts) {
    return facts.relationsOf(block.id).flatMap((relation) => {
      if (!isImplicit(relation) || relation.fromBlockId !== block.id) return []
      const join = joins(facts, relation)
      if (!join) return []
      const { from, toBlockId } = relation
      const other = facts.graph.blockById.get(toBlockId)?.name
      const payload = payloadOf(facts, join)
      const more = payload.length > 0 ? `, and holds ${payload.join(', ')} besides` : ''
      return [
        {
          memberId: from.fieldId,
          range: fieldRange(block, from.fieldId),
          message: `${join.name} joins ${block.name} and ${other} as well as ${block.name}.${from.fieldName} does${more}.`,
          fixes: [
            {
              command: 'deleteRelation',
              args: { relationId: relation.id, keepKeys: true },
              label: `Remove ${block.name}.${from.fieldName} and the hidden table behind it`,
            },
          ],
        },
      ]
    })
  },
}

/** All that is said of the join model. */
function shownJoin(facts: LintFacts, relation: Relation): string | null {
  const join = joins(facts, relation)
  return join && `${join.name}: ${payloadOf(facts, join)}`
}

/** The model that holds keys to both sides of the relation, each pair once. */
function joins(
  { relationsOf, graph }: LintFacts,
  { fromBlockId, toBlockId }: Relation,
): Block | null {
  for (const { fromBlockId: id, toBlockId: target, fields } of relationsOf(fromBlockId)) {
    if (target !== fromBlockId || id === fromBlockId || id === toBlockId) continue
    if (fields.length === 0) continue
    const other = relationsOf(id).find(
      (relation) =>
        relation.fromBlockId === id &&
        relation.toBlockId === toBlockId &&
        relation.fields.length > 0 &&
        relation.fields.join() !== fields.join(),
    )
    const join = graph.blockById.get(id)
    if (!other || join?.kind !== 'model') continue
    const pair = new Set([...fields, ...other.fields])
    const isPair = join.keys.some(
      (key) =>
        (key.kind === 'id' || key.kind === 'unique') &&
        key.fields.length === pair.size &&
        key.fields.every(({ path }) => pair.has(path)),
    )
    if (isPair) return join
  }
  return null
}

function payloadOf({ relationsOf }: LintFacts, join: Block): string[] {
  const keys = new Set(
    relationsOf(join.id).flatMap(({ fromBlockId, fields }) =>
      fromBlockId === join.id ? fields : [],
    ),
  )
  return join.fields
    .filter((field) => !keys.has(field.name) && !field.isId && field.typeKind !== 'model')
    .map(({ name }) => name)
}
