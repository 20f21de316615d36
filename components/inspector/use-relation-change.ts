'use client'

import { useCallback } from 'react'
import { changeRelation, checkRelationChange } from '@/lib/commands/change-relation'
import type { Command } from '@/lib/commands/command'
import type { ChangeRelationArguments } from '@/lib/commands/relation-arguments'
import type { Relation } from '@/lib/schema/graph'
import { useFacetStore } from '@/lib/store/provider'
import { commandContext, type FacetStore } from '@/lib/store/store'

export type RelationChange = Omit<ChangeRelationArguments, 'relationId'>

/** Changes the relation; gives the reason, as a sentence, when it cannot be. */
export function useRelationChange(relation: Relation): (change: RelationChange) => string | null {
  const store = useFacetStore()
  return (change) => {
    const args = { relationId: relation.id, ...change }
    const problem = checkRelationChange(commandContext(store.getState().document), args)
    if (problem !== null) return problem
    return runOnRelation(store, relation, changeRelation, args) ? null : 'This is not possible.'
  }
}

/** Runs a command on the relation; false when it does not apply. */
export function useRunOnRelation(
  relation: Relation,
): <Args>(command: Command<Args>, args: Args) => boolean {
  const store = useFacetStore()
  return useCallback(
    (command, args) => runOnRelation(store, relation, command, args),
    [store, relation],
  )
}

/**
 * Commands select the field that they changed. What was selected stays so instead: the relation,
 * or the field, as long as there is one, so that its panel stays under the person's hands.
 */
function runOnRelation<Args>(
  store: FacetStore,
  relation: Relation,
  command: Command<Args>,
  args: Args,
): boolean {
  const { actions, selection } = store.getState()
  if (!actions.run(command, args)) return false
  const { graph } = store.getState().document
  if (selection.relationId === null) {
    const [blockId = ''] = selection.blockIds
    const isThere = graph.blockById.get(blockId)?.fields.some(({ id }) => id === selection.memberId)
    if (isThere) actions.select(selection)
    return true
  }
  const ends = [relation.from.fieldId, relation.to?.fieldId]
  const next = graph.relations.find(
    ({ from, to }) => ends.includes(from.fieldId) || (to && ends.includes(to.fieldId)),
  )
  if (next) actions.select({ relationId: next.id })
  return true
}
