/** Which arities a field can have, and why not the others. Pure. */

import type { CommandContext } from '@/lib/commands/command'
import { supportsLists } from '@/lib/commands/providers'
import { setFieldArity } from '@/lib/commands/set-field-arity'
import { type Arity, type Block, type Field, primaryKeyFields } from '@/lib/schema/graph'
import { providerTitle } from '@/lib/schema/provider-title'
import { isColumn } from './run-or-refuse'

export interface ArityChoice {
  readonly value: Arity
  readonly label: string
  /** Why it cannot be chosen, as a sentence; `null` when it can. */
  readonly reason: string | null
}

const LABELS: readonly (readonly [Arity, string])[] = [
  ['required', 'Required'],
  ['optional', 'Optional'],
  ['list', 'List'],
]

export function arityChoices(ctx: CommandContext, block: Block, field: Field): ArityChoice[] {
  return LABELS.map(([value, label]) => ({
    value,
    label,
    reason: value === field.arity ? null : reasonAgainst(ctx, block, field, value),
  }))
}

function reasonAgainst(
  ctx: CommandContext,
  block: Block,
  field: Field,
  arity: Arity,
): string | null {
  const { graph } = ctx
  if (isColumn(field) && arity === 'list' && !supportsLists(graph, field.typeName)) {
    return `${providerTitle(graph) ?? 'A schema without a datasource'} has no lists of ${field.typeName}.`
  }
  if (graph.blockByName.get(field.typeName) === block && block.kind === 'type') {
    if (arity === 'required') return 'It would hold itself without end.'
  }
  if (setFieldArity.run(ctx, { blockId: block.id, fieldId: field.id, arity })) return null
  return refusalReason(ctx, block, field, arity)
}

/** Why the command refuses; see `Retyping`. */
function refusalReason({ graph }: CommandContext, block: Block, field: Field, arity: Arity) {
  if (primaryKeyFields(block).includes(field.name)) return 'A primary key is always there, once.'
  if (isColumn(field)) return 'A relation uses this field as its key.'
  const relation = graph.relations.find(
    ({ from, to }) => from.fieldId === field.id || to?.fieldId === field.id,
  )
  if (relation?.kind === 'many-to-many') return 'A many-to-many relation has lists on both sides.'
  if (relation && relation.from.fieldId === field.id) {
    return 'This side holds the foreign key. Change the kind of the relation instead.'
  }
  return arity === 'required'
    ? 'The side without the foreign key is optional or a list.'
    : 'The relation does not allow it.'
}
