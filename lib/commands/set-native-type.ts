/**
 * Sets or removes the native type of a field.
 *
 * ```prisma
 * model User {
 *   id    Int    @id
 *   email String @unique
 * }
 * ```
 * becomes, with `VarChar` and the argument `80`,
 * ```prisma
 * model User {
 *   id    Int    @id
 *   email String @unique @db.VarChar(80)
 * }
 * ```
 * The part before the dot is the name of the datasource. One that is there is changed in its place.
 */

import type { AttributeNode, FieldNode } from '@/lib/psl/syntax'
import type { NativeType } from '@/lib/schema/graph'
import { providerTitle } from '@/lib/schema/provider-title'
import { changeField } from './alignment'
import type { SetNativeTypeArguments } from './attribute-arguments'
import type { Command, CommandContext } from './command'
import { EditList } from './edit-list'
import { type FieldPlace, findField, qualified } from './lookup'
import { readAttributes } from './names'
import { nativeTypeNotes } from './native-types'
import { addAttribute } from './parts'
import { makesNoKeysOf } from './providers'

export const setNativeType: Command<SetNativeTypeArguments> = {
  name: 'setNativeType',
  run(ctx, { blockId, fieldId, type }) {
    const place = findField(ctx, blockId, fieldId)
    if (!place?.node.type) return null
    const { block, field, node } = place
    const name = qualified(block, field)
    const select = { block: block.name, member: field.name }
    const edits = new EditList(ctx)
    const written = nativeAttributes(node)
    if (type === null) {
      if (written.length > 0) changeField(edits, block, node, { remove: new Set(written) })
      return edits.finish({
        label: `Remove the native type of ${name}`,
        notes: [
          ...(missesObjectId(place) ? [noteObjectId(name)] : []),
          ...relationNotes(ctx, place, null),
        ],
        select,
      })
    }
    const prefix = ctx.graph.datasource?.name
    if (!prefix || field.typeKind !== 'scalar') return null
    const text = `@${prefix}.${type.name}${type.args.length > 0 ? `(${type.args.join(', ')})` : ''}`
    if (!isOneAttribute(text, type.args.length)) return null
    const [old] = written
    if (old && isSame(field.nativeType, { prefix, ...type })) return null
    if (old) edits.replace(block, old, text)
    else addAttribute(edits, { kind: 'field', ...place }, `${prefix}.${type.name}`, text)
    return edits.finish({
      label: `Make ${name} ${type.name}`,
      notes: notesOn(ctx, place, { prefix, ...type }),
      select,
    })
  },
}

export function nativeAttributes({ attributes }: FieldNode): AttributeNode[] {
  return attributes.filter(({ name }) => name.text.includes('.'))
}

function isOneAttribute(text: string, args: number): boolean {
  const [attribute, ...others] = readAttributes(text) ?? []
  if (!attribute || others.length > 0 || !/^[\p{L}\p{N}_]+\.\w+$/u.test(attribute.name.text))
    return false
  const items = attribute.args?.items ?? []
  return items.length === args && items.every(({ name, value }) => !name && value !== null)
}

function isSame(written: NativeType | null, type: NativeType): boolean {
  return (
    written?.prefix === type.prefix &&
    written.name === type.name &&
    written.args.join() === type.args.join()
  )
}

function notesOn({ graph }: CommandContext, place: FieldPlace, type: NativeType): string[] {
  const { block, field } = place
  const name = qualified(block, field)
  const notes = [
    ...nativeTypeNotes({ graph, field: name }, field.typeName, type),
    ...relationNotes({ graph }, place, type.name),
  ]
  if (type.name !== 'ObjectId' && missesObjectId(place)) notes.push(noteObjectId(name))
  const isInKey = block.keys.some(
    ({ kind, fields }) =>
      kind !== 'fulltext' &&
      fields.some(({ path, length }) => path === field.name && length === null),
  )
  if (isInKey && makesNoKeysOf(graph, type)) {
    notes.push(`${name} is in a key, and ${providerTitle(graph)} makes none of ${type.name}.`)
  }
  return notes
}

/** In MongoDB, both sides of a relation are of one native type. */
function relationNotes(
  { graph }: Pick<CommandContext, 'graph'>,
  { block, field }: FieldPlace,
  type: string | null,
): string[] {
  if (graph.provider !== 'mongodb' || type === (field.nativeType?.name ?? null)) return []
  const isKey = block.fields.some(({ relation }) => relation?.fields?.includes(field.name))
  const isReferredTo = graph.blocks.some((other) =>
    other.fields.some(
      ({ typeName, relation }) =>
        typeName === block.name && relation?.references?.includes(field.name),
    ),
  )
  if (!isKey && !isReferredTo) return []
  return [`${qualified(block, field)} is in a relation, of which both sides have one native type.`]
}

/** Whether the field has a default that only MongoDB's own keys can have. */
function missesObjectId({ field }: FieldPlace): boolean {
  return field.default?.kind === 'call' && field.default.name === 'auto'
}

function noteObjectId(name: string): string {
  return `${name} has the default auto(), for which it must be an ObjectId.`
}
