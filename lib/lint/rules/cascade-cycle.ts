/** Relations whose actions lead back to where they began, or to one table on two ways. */

import type { OfferedCommand } from '@/lib/commands/command-call'
import { validActions } from '@/lib/commands/referential-actions'
import { fieldRange } from '../places'
import type { Rule } from '../rule'

export const cascadeCycle: Rule = {
  id: 'cascade-cycle',
  title: 'Circle of cascading relations',
  why:
    'Deleting one row may delete all that are connected with it. SQL Server refuses circles, and ' +
    'two ways to one table.',
  whenOff: 'When such a delete is what you want, as in a tree, and SQL Server is of no concern.',
  isSame: ({ id }, before, after) =>
    before.provider === after.provider &&
    before.relationsOf(id) === after.relationsOf(id) &&
    after.relationsOf(id).every((relation) => before.closes(relation) === after.closes(relation)),
  check(block, { relationsOf, closes, graph }) {
    return relationsOf(block.id).flatMap((relation) => {
      const kind = closes(relation)
      if (!kind || relation.fromBlockId !== block.id) return []
      const { from, toBlockId } = relation
      const target = graph.blockById.get(toBlockId)?.name
      const isSqlServer = graph.provider === 'sqlserver'
      const name = `${block.name}.${from.fieldName}`
      const message =
        kind === 'second way'
          ? `${name} is a second way on which a change reaches the same tables; SQL Server takes one only.`
          : isSqlServer
            ? `${name} closes a circle of relations that act on one another; SQL Server refuses that.`
            : `${name} closes a circle of cascades: deleting one ${target} may delete many, and come back to ${block.name}.`
      return [
        {
          memberId: from.fieldId,
          range: fieldRange(block, from.fieldId),
          message,
          fixes: breakers(isSqlServer, validActions(graph, 'onDelete', relation), relation.id),
        },
      ]
    })
  },
}

/** Ways to end the circle here; in SQL Server, updates run in it as well. */
function breakers(
  isSqlServer: boolean,
  valid: readonly string[],
  relationId: string,
): OfferedCommand[] {
  const wanted = isSqlServer ? ['NoAction'] : ['Restrict', 'NoAction']
  const action = wanted.find((each) => valid.includes(each))
  if (action === undefined) return []
  const args = isSqlServer
    ? { relationId, onDelete: action, onUpdate: action }
    : { relationId, onDelete: action }
  const both = isSqlServer ? `onDelete and onUpdate: ${action}` : `onDelete: ${action}`
  return [{ command: 'changeRelation', args, label: `End the circle here by ${both}` }]
}
