/**
 * Adds a field on a line of its own, in the columns of those around it.
 *
 * ```prisma
 * model User {
 *   id    Int    @id
 *   email String @unique
 * }
 * ```
 * becomes
 * ```prisma
 * model User {
 *   id    Int    @id
 *   email String @unique
 *   name  String
 * }
 * ```
 */

import { argumentValue, findAttribute } from '@/lib/psl/access'
import type { AttributeNode, BlockNode, MemberNode } from '@/lib/psl/syntax'
import { hasFields } from '@/lib/schema/graph'
import { unescapeString } from '@/lib/schema/value'
import { ARITY_SUFFIX, alignedLine, columnsAround } from './alignment'
import type { AddFieldArguments } from './arguments'
import type { Command } from './command'
import { declarationNotes } from './declaration-notes'
import { EditList } from './edit-list'
import { hasBody, insertLines } from './lines'
import { fieldPlaces, findBlock } from './lookup'
import { checkColumnName, checkFieldName, isTypeText, readAttributes } from './names'

export const addField: Command<AddFieldArguments> = {
  name: 'addField',
  run(ctx, { blockId, name, type, arity = 'required', attributes = '', after }) {
    const block = findBlock(ctx, blockId)
    if (!block || !hasFields(block.kind) || !hasBody(block.syntax)) return null
    if (checkFieldName(ctx, blockId, null, name)) return null
    const added = isTypeText(type) ? readAttributes(attributes) : null
    if (!added) return null
    // A composite type is no table: it has no keys.
    const isKey = ({ name }: AttributeNode) => name.text === 'id' || name.text === 'unique'
    if (block.kind === 'type' && added.some(isKey)) return null
    if (checkColumnName(block, null, columnOf(name, added))) return null
    const place = fieldPlaces(block).find(({ field }) => field.id === after)
    if (!place && typeof after === 'string') return null
    const member = after === null ? null : (place?.node ?? memberBeforeNewField(block.syntax))
    const columns = columnsAround(block.syntax, member ?? firstField(block.syntax))
    const typeText = type.trim() + ARITY_SUFFIX[arity]
    const edits = new EditList(ctx)
    insertLines(edits, block, member, [alignedLine(columns, name, typeText, attributes.trim())])
    return edits.finish({
      label: `Add field ${block.name}.${name}`,
      notes: declarationNotes(ctx.graph, block, {
        name,
        type: type.trim(),
        arity,
        attributes: added,
      }),
      select: { block: block.name, member: name },
    })
  },
}

/** What the field is called in the database. */
export function columnOf(name: string, attributes: readonly AttributeNode[]): string {
  const map = argumentValue(findAttribute(attributes, 'map')?.args ?? null, 'name', true)
  return map?.kind === 'string' ? unescapeString(map.raw) : name
}

/** What a new field goes below when nobody says: the last field, else the comments at the top. */
function memberBeforeNewField({ members }: BlockNode): MemberNode | null {
  const lastField = members.findLast((member) => member.kind === 'field')
  if (lastField) return lastField
  const end = members.findIndex((member) => member.kind !== 'comment')
  return members[(end < 0 ? members.length : end) - 1] ?? null
}

function firstField({ members }: BlockNode): MemberNode | null {
  return members.find((member) => member.kind === 'field') ?? null
}
