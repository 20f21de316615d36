/**
 * Which referential actions a relation can have. Found by trying the engines of Prisma 7.10 and
 * 6.19; a test asks them again.
 */

import { REFERENTIAL_ACTIONS, type Relation, type SchemaGraph } from '@/lib/schema/graph'
import { hasForeignKeys } from './providers'

export type ReferentialAction = (typeof REFERENTIAL_ACTIONS)[number]

export interface ActionChoice {
  readonly action: ReferentialAction
  /** Why the relation cannot have it, as a sentence for people; `null` when it can. */
  readonly problem: string | null
}

/** The actions that the relation can have, in the order in which Prisma lists them. */
export function validActions(
  graph: SchemaGraph,
  event: 'onDelete' | 'onUpdate',
  relation: Pick<Relation, 'kind' | 'fromBlockId' | 'fields'>,
): readonly ReferentialAction[] {
  return actionChoices(graph, event, relation).flatMap(({ action, problem }) =>
    problem === null ? [action] : [],
  )
}

/** Every action, with the reason why not. Both events allow the same. */
export function actionChoices(
  graph: SchemaGraph,
  _event: 'onDelete' | 'onUpdate',
  { kind, fromBlockId, fields }: Pick<Relation, 'kind' | 'fromBlockId' | 'fields'>,
): readonly ActionChoice[] {
  const block = graph.blockById.get(fromBlockId)
  const required = fields.find((name) =>
    block?.fields.some((field) => field.name === name && field.arity === 'required'),
  )
  return REFERENTIAL_ACTIONS.map((action) => {
    if (kind === 'many-to-many' || fields.length === 0) {
      return { action, problem: 'Only a relation with a foreign key of its own has actions.' }
    }
    const problem = refusal(graph, action)
    if (problem !== null) return { action, problem }
    if (action === 'SetNull' && required !== undefined) {
      return { action, problem: `${block?.name}.${required} is required, so it cannot be null.` }
    }
    return { action, problem: null }
  })
}

/** What Prisma does when the schema does not say. */
export function defaultAction(
  graph: SchemaGraph,
  event: 'onDelete' | 'onUpdate',
  isOptional: boolean,
): ReferentialAction {
  if (event === 'onUpdate') return 'Cascade'
  if (isOptional) return 'SetNull'
  return refusal(graph, 'Restrict') === null ? 'Restrict' : 'NoAction'
}

function refusal(graph: SchemaGraph, action: ReferentialAction): string | null {
  const { provider } = graph
  if (hasForeignKeys(graph)) {
    return action === 'Restrict' && provider === 'sqlserver'
      ? 'SQL Server has no Restrict; NoAction does the same there.'
      : null
  }
  if (action === 'SetDefault') {
    return 'Without foreign keys in the database, Prisma cannot set a default.'
  }
  const isStrict = provider === 'postgresql' || provider === 'postgres' || provider === 'sqlite'
  return action === 'NoAction' && isStrict
    ? 'With relationMode = "prisma", this database has no NoAction; use Restrict.'
    : null
}
