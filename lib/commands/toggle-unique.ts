/**
 * Makes a field unique, or not.
 *
 * ```prisma
 * model User {
 *   id    Int    @id
 *   email String @db.VarChar(80)
 * }
 * ```
 * becomes
 * ```prisma
 * model User {
 *   id    Int    @id
 *   email String @unique @db.VarChar(80)
 * }
 * ```
 * and back. A `@@unique` of this field alone counts as well.
 */

import { findAttribute, findBlockAttributes } from '@/lib/psl/access'
import type { BlockAttributeNode } from '@/lib/psl/syntax'
import { hasFields, type Key } from '@/lib/schema/graph'
import { changeField } from './alignment'
import type { FieldArguments } from './arguments'
import type { Command, CommandContext } from './command'
import { EditList } from './edit-list'
import { noteLostKey } from './identification'
import { keyEntries, keyNotes } from './keys'
import { removeMembers } from './lines'
import {
  type FieldPlace,
  findField,
  isUniqueSet,
  qualified,
  relationsKeyedBy,
  relationsReferringTo,
} from './lookup'

export const toggleUnique: Command<FieldArguments> = {
  name: 'toggleUnique',
  run(ctx, { blockId, fieldId }) {
    const place = findField(ctx, blockId, fieldId)
    if (!place || !hasFields(place.block.kind) || place.block.kind === 'type') return null
    const { block, field, node } = place
    if (!node.type || !['scalar', 'enum', 'unsupported'].includes(field.typeKind)) return null
    // MongoDB's primary key is unique already, and its engine wants it said once.
    if (ctx.graph.provider === 'mongodb' && field.isId && !field.isUnique) return null
    const edits = new EditList(ctx)
    const attribute = findAttribute(node.attributes, 'unique')
    const constraint = attribute ? null : ownConstraint(place)
    const isOn = attribute !== null || constraint !== null
    if (attribute) {
      changeField(edits, block, node, { remove: new Set([attribute]) })
    } else if (constraint) {
      removeMembers(edits, block, new Set([constraint]))
    } else {
      const [first] = node.attributes
      const before = first?.name.text === 'id' ? (node.attributes[1] ?? null) : (first ?? null)
      changeField(edits, block, node, { add: [{ text: '@unique', before }] })
    }
    return edits.finish({
      label: `Make ${qualified(block, field)} ${isOn ? 'not unique' : 'unique'}`,
      notes: isOn ? notesWithout(ctx, place) : keyNotes(ctx, place),
      select: { block: block.name, member: field.name },
    })
  },
}

function ownConstraint({ block, field }: FieldPlace): BlockAttributeNode | null {
  const constraints = findBlockAttributes(block.syntax, 'unique')
  return (
    constraints.find(({ attribute }) => {
      const entries = keyEntries(block, attribute)
      return entries.length === 1 && entries[0]?.name === field.name
    }) ?? null
  )
}

/** What needs the field to be unique. */
function notesWithout(ctx: CommandContext, { block, field }: FieldPlace): string[] {
  const isOther = ({ kind, fields }: Key) =>
    kind === 'id' || (kind === 'unique' && !(fields.length === 1 && fields[0]?.path === field.name))
  const others = { ...block, keys: block.keys.filter(isOther) }
  const notes = noteLostKey(block, others)
  if (isUniqueSet(others, [field.name])) return notes
  const name = qualified(block, field)
  for (const { from, fromBlockId, references } of relationsReferringTo(ctx, block, field.name)) {
    if (isUniqueSet(others, references)) continue
    const owner = ctx.graph.blockById.get(fromBlockId)?.name
    notes.push(`${owner}.${from.fieldName} refers to ${name}, which must be unique for that.`)
  }
  for (const { kind, from, fields } of relationsKeyedBy(ctx, block, field.name)) {
    if (kind !== 'one-to-one' || isUniqueSet(others, fields)) continue
    notes.push(`${block.name}.${from.fieldName} is one-to-one, for which ${name} must be unique.`)
  }
  return notes
}
