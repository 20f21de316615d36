/** What editing in place does to the design, and where it goes next. */

import { NEW_VALUE } from '@/lib/commands/add-block'
import { addEnumValue } from '@/lib/commands/add-enum-value'
import { addField } from '@/lib/commands/add-field'
import { addRelation } from '@/lib/commands/add-relation'
import type { AddRelationArguments } from '@/lib/commands/arguments'
import { checkBlockName, checkEnumValueName, checkFieldName } from '@/lib/commands/names'
import { kindOfKey } from '@/lib/commands/relation-plan'
import { renameBlock } from '@/lib/commands/rename-block'
import { renameEnumValue } from '@/lib/commands/rename-enum-value'
import { renameField } from '@/lib/commands/rename-field'
import { setDatabaseName } from '@/lib/commands/set-database-name'
import { setFieldType } from '@/lib/commands/set-field-type'
import type { Arity, Block, BlockId, EnumValue, Field, FieldId } from '@/lib/schema/graph'
import { drawnShape } from '@/lib/store/placement'
import { commandContext, type FacetStore } from '@/lib/store/store'
import type { CanvasStore } from './canvas-store'
import { startDraft, startEdit } from './start-editing'
import type { TypedType } from './type-text'

/** Why the name cannot be taken, as a sentence; `null` when it can. No member means the block's own. */
export function checkName(
  store: FacetStore,
  blockId: BlockId,
  memberId: FieldId | 'new' | null,
  name: string,
): string | null {
  const { document } = store.getState()
  const ctx = commandContext(document)
  if (document.diagram.nameMode === 'database' && memberId !== 'new') {
    const block = document.graph.blockById.get(blockId)
    const members = block ? [...block.fields, ...block.values] : []
    const part = memberId === null ? block : members.find(({ id }) => id === memberId)
    return part ? checkDatabaseName(part, name) : null
  }
  if (memberId === null) return checkBlockName(ctx, blockId, name)
  const id = memberId === 'new' ? null : memberId
  return document.graph.blockById.get(blockId)?.kind === 'enum'
    ? checkEnumValueName(ctx, blockId, id, name)
    : checkFieldName(ctx, blockId, id, name)
}

/** Gives the reason when it could not be done. */
export function renamePart(
  store: FacetStore,
  blockId: BlockId,
  memberId: FieldId | null,
  name: string,
): string | null {
  const { nameMode } = store.getState().document.diagram
  if (nameMode === 'database') return renameInDatabase(store, blockId, memberId, name)
  const problem = checkName(store, blockId, memberId, name)
  if (problem) return problem
  const { actions, document } = store.getState()
  const result =
    memberId === null
      ? actions.run(renameBlock, { blockId, name })
      : document.graph.blockById.get(blockId)?.kind === 'enum'
        ? actions.run(renameEnumValue, { blockId, valueId: memberId, name })
        : actions.run(renameField, { blockId, fieldId: memberId, name })
  return result ? null : 'This name cannot be used here.'
}

/** The same name as in Prisma needs no `@map`. */
function renameInDatabase(
  store: FacetStore,
  blockId: BlockId,
  memberId: FieldId | null,
  name: string,
): string | null {
  const { actions, document } = store.getState()
  const block = document.graph.blockById.get(blockId)
  const members = block ? [...block.fields, ...block.values] : []
  const member = memberId === null ? block : members.find(({ id }) => id === memberId)
  if (!member) return 'This name cannot be used here.'
  const problem = checkDatabaseName(member, name)
  if (problem) return problem
  const mapped = name === member.name ? null : name
  const result = actions.run(setDatabaseName, { blockId, memberId, name: mapped })
  return result ? null : `${member.name} cannot have this name in the database.`
}

function checkDatabaseName(member: Block | Field | EnumValue, name: string): string | null {
  if (name.trim() === '') return 'A name in the database cannot be empty.'
  const isRelation =
    'typeKind' in member && (member.typeKind === 'model' || member.typeKind === 'view')
  if (isRelation) return `${member.name} is a relation: there is no column for it in the database.`
  if ('kind' in member && member.kind === 'type') {
    return 'A composite type has no name in the database.'
  }
  return null
}

/** Gives an existing field another type; another model as type makes it a foreign key to that model. */
export function retypeField(
  store: FacetStore,
  blockId: BlockId,
  field: Field,
  typed: TypedType,
): string | null {
  const { actions, document } = store.getState()
  const arity = typed.arity ?? 'required'
  if (typed.name === field.typeName && arity === field.arity) return null
  const target = tableNamed(document.graph.blockByName.get(typed.name))
  const isScalar = field.typeKind === 'scalar'
  if (target && isScalar) {
    const ends = { fromId: blockId, toId: target.id, fromFieldId: field.id }
    const kind = kindOfKey(commandContext(document), ends)
    if (actions.run(addRelation, { ...ends, kind })) return null
    return `${field.name} cannot refer to ${target.name}: their types differ.`
  }
  const result = actions.run(setFieldType, { blockId, fieldId: field.id, type: typed.name, arity })
  return result ? null : `${typed.name} cannot be the type of ${field.name}.`
}

/** Adds a field, or a relation when its type is a table. */
export function addTypedField(
  store: FacetStore,
  blockId: BlockId,
  name: string,
  typed: TypedType,
): string | null {
  const problem = checkName(store, blockId, 'new', name)
  if (problem) return problem
  const { actions, document } = store.getState()
  const block = document.graph.blockById.get(blockId)
  const target = tableNamed(document.graph.blockByName.get(typed.name))
  const arity = typed.arity ?? 'required'
  if (block?.kind === 'model' && target) {
    if (actions.run(addRelation, typedRelation(store, blockId, target.id, name, arity))) return null
    return `${block.name} cannot be related to ${target.name}.`
  }
  const result = actions.run(addField, { blockId, name, type: typed.name, arity })
  return result ? null : `${typed.name} cannot be the type of a field here.`
}

/** A field of a model's type: a list is the side of many, anything else holds the key. */
function typedRelation(
  store: FacetStore,
  blockId: BlockId,
  targetId: BlockId,
  name: string,
  arity: Arity,
): AddRelationArguments {
  if (arity === 'list') {
    return { kind: 'one-to-many', fromId: targetId, toId: blockId, names: { to: name } }
  }
  const sides = {
    fromId: blockId,
    toId: targetId,
    names: { from: name },
    optional: arity === 'optional',
  }
  return { ...sides, kind: kindOfKey(commandContext(store.getState().document), sides) }
}

export function addValue(store: FacetStore, blockId: BlockId, name: string): string | null {
  const problem = checkName(store, blockId, 'new', name)
  if (problem) return problem
  const { actions, document } = store.getState()
  const [first, ...others] = document.graph.blockById.get(blockId)?.values ?? []
  // The value that a new enum is made with only holds the place of the first real one.
  const isPlaceholder = others.length === 0 && first?.text === NEW_VALUE && name !== NEW_VALUE
  const result = isPlaceholder
    ? actions.run(renameEnumValue, { blockId, valueId: first.id, name })
    : actions.run(addEnumValue, { blockId, name })
  return result ? null : 'This value cannot be added.'
}

function tableNamed(block: Block | undefined): Block | null {
  return block?.kind === 'model' || block?.kind === 'view' ? block : null
}

/** Goes on to the next or previous row; beyond the last, to a blank one. */
export function editNeighbour(
  store: FacetStore,
  canvas: CanvasStore,
  blockId: BlockId,
  memberId: FieldId,
  step: 1 | -1,
  part: 'name' | 'type',
): void {
  const { actions, document } = store.getState()
  const block = document.graph.blockById.get(blockId)
  const members = block ? drawnShape(document.diagram, block).members : []
  const index = members.findIndex(({ id }) => id === memberId)
  const next = members[index + step]
  if (next) startEdit(store, blockId, next.id, 'typeName' in next ? part : 'name')
  else if (step > 0) startDraft(store, canvas, blockId)
  else if (block) {
    actions.editInPlace(null)
    startEdit(store, blockId, null)
  }
}
