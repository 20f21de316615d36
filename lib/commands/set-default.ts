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
 * The name of the default's constraint, which SQL Server has, is the argument `map`.
 */

import { argumentValue, findArgument, findAttribute } from '@/lib/psl/access'
import type { Argument, AttributeNode, FieldNode } from '@/lib/psl/syntax'
import { type Block, type Field, primaryKeyFields, type SchemaGraph } from '@/lib/schema/graph'
import { providerTitle } from '@/lib/schema/provider-title'
import { quoteString, unescapeString, type Value } from '@/lib/schema/value'
import { changeField } from './alignment'
import type { SetDefaultArguments } from './arguments'
import type { Command, CommandContext } from './command'
import { fitsType, readDefault } from './defaults'
import { EditList } from './edit-list'
import { removeListItems } from './list-items'
import { type FieldPlace, fieldPlaces, findField, qualified } from './lookup'
import { canAutoincrement } from './providers'
import { writtenType } from './retype'

export const setDefault: Command<SetDefaultArguments> = {
  name: 'setDefault',
  run(ctx, { blockId, fieldId, value, map }) {
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
    if (!read || !canHaveDefault(field) || map?.trim() === '') return null
    writeDefault(edits, place, attribute, value.trim(), map)
    const notes = [
      ...(fitsPlace(ctx, place, read)
        ? []
        : [`${value.trim()} is no default that ${name} can have.`]),
      ...(map ? constraintNotes(ctx, place, read, map) : []),
    ]
    return edits.finish({ label: `Set the default of ${name}`, notes, select })
  },
}

function writeDefault(
  edits: EditList,
  { block, node }: FieldPlace,
  attribute: AttributeNode | null,
  value: string,
  map: string | null | undefined,
): void {
  const constraint = map ? `, map: ${quoteString(map)}` : ''
  const text = `@default(${value}${constraint})`
  const old = attribute && findArgument(attribute.args, 'value', true)
  if (!attribute) changeField(edits, block, node, { add: [{ text, before: firstAfterKeys(node) }] })
  else if (!old?.value) edits.replace(block, attribute, text)
  else {
    edits.replace(block, old.value, value)
    if (map !== undefined) writeConstraint(edits, block, attribute, old, map)
  }
}

/** Changes, adds or removes the argument `map` of a default that is there. */
function writeConstraint(
  edits: EditList,
  block: Block,
  { args }: AttributeNode,
  value: Argument,
  map: string | null,
): void {
  const old = findArgument(args, 'map')
  if (old && map === null) removeListItems(edits, block, args?.items ?? [], new Set([old]))
  else if (old) edits.replace(block, old.value ?? old, quoteString(map as string))
  else if (map !== null) edits.insert(block, value.to, `, map: ${quoteString(map)}`)
}

/** Whether the field, where it stands, can have the default. */
export function fitsPlace(ctx: CommandContext, place: FieldPlace, value: Value): boolean {
  const { block, field } = place
  if (!fitsType(ctx.graph, value, writtenType(field), field.arity)) return false
  if (value.kind !== 'call') return true
  if (value.name === 'auto') return isOnlyId(place) && field.nativeType?.name === 'ObjectId'
  if (value.name !== 'autoincrement') return true
  // MySQL numbers one field of a table.
  const isOther = (other: Field) =>
    other !== field && other.default?.kind === 'call' && other.default.name === 'autoincrement'
  if (ctx.graph.provider === 'mysql' && block.fields.some(isOther)) return false
  return canBeNumbered(ctx, place)
}

function constraintNotes(
  { graph }: CommandContext,
  { block, field }: FieldPlace,
  value: Value,
  map: string,
): string[] {
  if (graph.provider !== 'sqlserver') {
    return [`${providerTitle(graph) ?? 'A database'} has no names for defaults.`]
  }
  if (value.kind === 'call' && value.name === 'autoincrement') {
    return ['The default autoincrement() cannot have a name.']
  }
  return constraintNames(graph, field).has(map)
    ? [`Another constraint than that of ${qualified(block, field)} is called ${map}.`]
    : []
}

/** Names that the database keeps together with those of defaults. */
function constraintNames(graph: SchemaGraph, except: Field): Set<string> {
  const names = new Set<string>()
  for (const block of graph.blocks) {
    for (const { kind, map } of block.keys) if (kind === 'id' && map !== null) names.add(map)
    for (const { field, node } of fieldPlaces(block)) {
      if (field.relation?.map) names.add(field.relation.map)
      const attribute = field === except ? null : findAttribute(node.attributes, 'default')
      const map = attribute && argumentValue(attribute.args, 'map')
      if (map?.kind === 'string') names.add(unescapeString(map.raw))
    }
  }
  return names
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
function canBeNumbered({ graph }: CommandContext, place: FieldPlace): boolean {
  const { block, field } = place
  return canAutoincrement(graph, {
    isId: isOnlyId(place),
    isIndexed: block.keys.some(({ fields }) => fields[0]?.path === field.name),
  })
}

function isOnlyId({ block, field }: FieldPlace): boolean {
  const [id = '', ...others] = primaryKeyFields(block)
  return id === field.name && others.length === 0
}
