/** A required relation that does not say what a delete does. */

import type { OfferedCommand } from '@/lib/commands/command-call'
import { defaultAction, validActions } from '@/lib/commands/referential-actions'
import { fieldRange } from '../places'
import type { Rule } from '../rule'

export const onDeleteMissing: Rule = {
  id: 'on-delete-missing',
  title: 'onDelete missing on a required relation',
  why: 'What happens to the rows that refer to a deleted one is then Prisma’s default, unseen.',
  whenOff: 'When everybody who reads the schema knows the defaults and wants them.',
  isSame: (block, before, after) =>
    before.provider === after.provider &&
    before.hasForeignKeys === after.hasForeignKeys &&
    before.relationsOf(block.id) === after.relationsOf(block.id),
  check(block, facts) {
    if (block.kind !== 'model') return []
    return facts.relationsOf(block.id).flatMap((relation) => {
      const { fromBlockId, fields, from, onDelete, to, toBlockId } = relation
      if (fromBlockId !== block.id || fields.length === 0 || onDelete !== null || !to) return []
      if (from.arity !== 'required') return []
      const target = facts.graph.blockById.get(toBlockId)?.name ?? ''
      const usual = defaultAction(facts.graph, 'onDelete', false)
      const valid = validActions(facts.graph, 'onDelete', relation)
      const fixes = [usual, 'Cascade' as const]
        .filter((action) => valid.includes(action))
        .map(
          (action): OfferedCommand => ({
            command: 'changeRelation',
            args: { relationId: relation.id, onDelete: action },
            label:
              action === 'Cascade'
                ? `Add onDelete: Cascade, to delete each ${block.name} with its ${target}`
                : `Add onDelete: ${action}, which is what happens now`,
          }),
        )
      return [
        {
          memberId: from.fieldId,
          range: fieldRange(block, from.fieldId),
          message: `${block.name}.${from.fieldName} does not say what deleting its ${target} does; by default it is refused (${usual}).`,
          fixes,
        },
      ]
    })
  },
}
