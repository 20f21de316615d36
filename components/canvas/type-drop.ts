/** Dropping a type (an enum, a composite type, a model) on a field: the field gets that type. */

import { addRelation } from '@/lib/commands/add-relation'
import type { CommandContext } from '@/lib/commands/command'
import { kindOfKey } from '@/lib/commands/relation-plan'
import { setFieldType } from '@/lib/commands/set-field-type'
import type { Block, BlockId, FieldId } from '@/lib/schema/graph'
import { commandContext, type FacetStore } from '@/lib/store/store'
import { retypeField } from './editing'
import { offerUndo } from './offer-undo'

export interface TypeDrop {
  readonly hint: string
  readonly isRefused: boolean
}

/** What dropping the type on a row would do; `null` where there is no field. */
export function typeDropOn(
  ctx: CommandContext,
  typeName: string,
  blockId: BlockId,
  fieldId: FieldId | null,
): TypeDrop | null {
  const block = ctx.graph.blockById.get(blockId)
  const field = block?.fields.find(({ id }) => id === fieldId)
  if (!block || !field) return null
  const name = `${block.name}.${field.name}`
  if (block.isBroken)
    return { hint: `${block.name} has a mistake to correct first.`, isRefused: true }
  if (field.typeName === typeName) {
    return { hint: `${name} is ${typeName} already.`, isRefused: true }
  }
  const target = ctx.graph.blockByName.get(typeName)
  if (isTable(target) && field.typeKind === 'scalar') {
    const ends = { fromId: blockId, toId: target.id, fromFieldId: field.id }
    return addRelation.run(ctx, { ...ends, kind: kindOfKey(ctx, ends) })
      ? { hint: `${name} refers to ${typeName}`, isRefused: false }
      : { hint: `${name} cannot refer to ${typeName}.`, isRefused: true }
  }
  return setFieldType.run(ctx, { blockId, fieldId: field.id, type: typeName, arity: field.arity })
    ? { hint: `Make ${name} ${typeName}`, isRefused: false }
    : { hint: `${typeName} cannot be the type of ${name}.`, isRefused: true }
}

/** Gives the field the type, and offers to take it back. */
export function dropType(
  store: FacetStore,
  typeName: string,
  blockId: BlockId,
  fieldId: FieldId,
): void {
  const { actions, document } = store.getState()
  const block = document.graph.blockById.get(blockId)
  const field = block?.fields.find(({ id }) => id === fieldId)
  if (!block || !field) return
  const drop = typeDropOn(commandContext(document), typeName, blockId, fieldId)
  const problem = drop?.isRefused
    ? drop.hint
    : retypeField(store, blockId, field, { name: typeName, arity: field.arity })
  if (problem !== null) {
    actions.notify({ kind: 'error', text: `${problem} Nothing was changed.` })
    return
  }
  // What was said of it, with all that it brought along.
  const label = store.getState().notice?.text ?? `${block.name}.${field.name} is ${typeName} now`
  offerUndo(store, { edits: [], label })
}

function isTable(block: Block | undefined): block is Block {
  return block?.kind === 'model' || block?.kind === 'view'
}
