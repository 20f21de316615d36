/**
 * Sets or removes a field's default value.
 *
 * ```prisma
 * model Post {
 *   createdAt DateTime @db.Date
 * }
 * ```
 * becomes, with the value `now()`,
 * ```prisma
 * model Post {
 *   createdAt DateTime @default(now()) @db.Date
 * }
 * ```
 */

import { argumentValue, findAttribute } from '@/lib/psl/access'
import type { FieldNode } from '@/lib/psl/syntax'
import { type Field, primaryKeyFields } from '@/lib/schema/graph'
import type { Value } from '@/lib/schema/value'
import { changeField } from './alignment'
import type { SetDefaultArguments } from './arguments'
import type { Command, CommandContext } from './command'
import { fitsType, readDefault } from './defaults'
import { EditList } from './edit-list'
import { type FieldPlace, findField, qualified } from './lookup'
import { canAutoincrement } from './providers'
import { writtenType } from './retype'

export const setDefault: Command<SetDefaultArguments> = {
  name: 'setDefault',
  run(ctx, { blockId, fieldId, value }) {
    const place = findField(ctx, blockId, fieldId)
    if (!place) return null
    const { block, field, node } = place
    const name = qualified(block, field)
    const select = { block: block.name, member: field.name }
    const edits = new EditList(ctx)
    const attribute = findAttribute(node.attributes, 'default')
    if (value === null) {
      if (attribute) changeField(edits, block, node, { remove: new Set([attribute]) })
      return edits.finish({ label: `Remove the default of ${name}`, select })
    }
    const read = readDefault(value)
    if (!read || !canHaveDefault(field)) return null
    const old = attribute && argumentValue(attribute.args, 'value', true)
    if (old) {
      edits.replace(block, old, value.trim())
    } else if (attribute) {
      edits.replace(block, attribute, `@default(${value.trim()})`)
    } else {
      const text = `@default(${value.trim()})`
      changeField(edits, block, node, { add: [{ text, before: firstAfterKeys(node) }] })
    }
    const fits =
      fitsType(ctx.graph, read, writtenType(field), field.arity) && canBeNumbered(ctx, place, read)
    return edits.finish({
      label: `Set the default of ${name}`,
      notes: fits ? [] : [`${value.trim()} is no default that ${name} can have.`],
      select,
    })
  },
}

function canHaveDefault({ typeKind }: Field): boolean {
  return typeKind !== 'model' && typeKind !== 'view' && typeKind !== 'type'
}

/** The attribute before which a default is usually written: `@id @default(…) @map(…)`. */
function firstAfterKeys({ attributes }: FieldNode) {
  const isKey = (name: string) => name === 'id' || name === 'unique'
  return attributes.find((attribute) => !isKey(attribute.name.text)) ?? null
}

/** Some databases number only what is in a key. */
function canBeNumbered({ graph }: CommandContext, { block, field }: FieldPlace, value: Value) {
  if (value.kind !== 'call' || value.name !== 'autoincrement') return true
  const [id = '', ...others] = primaryKeyFields(block)
  return canAutoincrement(graph, {
    isId: id === field.name && others.length === 0,
    isIndexed: block.keys.some(({ fields }) => fields[0]?.path === field.name),
  })
}
