/**
 * Changes the arguments of a `@relation(…)` one by one: what stays keeps its place, its spacing and
 * its form, be it `"Name"` or `name: "Name"`.
 */

import { argumentValue, findArgument, findAttribute, listItems } from '@/lib/psl/access'
import type { Argument, AttributeNode } from '@/lib/psl/syntax'
import type { Block } from '@/lib/schema/graph'
import { quoteString, unescapeString } from '@/lib/schema/value'
import { changeField } from './alignment'
import type { Draft, FieldRef } from './draft'
import type { EditList } from './edit-list'
import { removeListItems } from './list-items'

/** What is not mentioned stays as it is; `null` takes the argument away. */
export interface RelationPatch {
  readonly name?: string | null
  readonly fields?: readonly string[] | null
  readonly references?: readonly string[] | null
  readonly onDelete?: string | null
  readonly onUpdate?: string | null
  readonly map?: string | null
}

/** The order in which Prisma's documentation writes them. */
const ORDER = ['name', 'fields', 'references', 'onDelete', 'onUpdate', 'map'] as const

type ArgumentName = (typeof ORDER)[number]

/** What a relation field is without a foreign key. */
export const WITHOUT_KEY: RelationPatch = {
  fields: null,
  references: null,
  onDelete: null,
  onUpdate: null,
  map: null,
}

export function patchRelation(draft: Draft, ref: FieldRef, patch: RelationPatch): void {
  patchRelations(draft, [[ref, patch]])
}

/** The same of several relation fields at once, which for a large schema takes a fraction. */
export function patchRelations(
  draft: Draft,
  patches: readonly (readonly [FieldRef, RelationPatch])[],
): void {
  for (const name of ORDER) {
    if (patches.every(([, patch]) => patch[name] === undefined)) continue
    draft.edit((edits) => {
      for (const [ref, patch] of patches) {
        const value = patch[name]
        if (value !== undefined) patchArgument(edits, draft, ref, name, value)
      }
    })
  }
}

function patchArgument(
  edits: EditList,
  draft: Draft,
  ref: FieldRef,
  name: ArgumentName,
  value: string | readonly string[] | null,
): void {
  const { block, node } = draft.field(ref)
  const attribute = findAttribute(node.attributes, 'relation')
  const argument = attribute && findArgument(attribute.args, name, name === 'name')
  if (value === null) {
    if (attribute && argument) removeArgument(edits, draft, ref, attribute, argument)
    return
  }
  if (argument?.value) {
    if (isSame(argument, value)) return
    replaceValue(edits, block, argument, name, value)
    return
  }
  const text = `${name === 'name' ? '' : `${name}: `}${valueText(name, value)}`
  if (!attribute) {
    changeField(edits, block, node, { add: [{ text: `@relation(${text})`, before: null }] })
    return
  }
  const items = attribute.args?.items ?? []
  const before = items.findLast((item) => rank(item) < ORDER.indexOf(name))
  if (!attribute.args) edits.insert(block, attribute.to, `(${text})`)
  else if (before) edits.insert(block, before.to, `, ${text}`)
  else if (items[0]) edits.insert(block, items[0].from, `${text}, `)
  else edits.insert(block, attribute.args.from + 1, text)
}

/** The attribute goes with its last argument. */
function removeArgument(
  edits: EditList,
  draft: Draft,
  ref: FieldRef,
  attribute: AttributeNode,
  argument: Argument,
): void {
  const { block, node } = draft.field(ref)
  const items = attribute.args?.items ?? []
  if (items.length > 1) removeListItems(edits, block, items, new Set([argument]))
  else changeField(edits, block, node, { remove: new Set([attribute]) })
}

/** Of a list with as many items, only the names that differ are replaced. */
function replaceValue(
  edits: EditList,
  block: Block,
  { value }: Argument,
  name: ArgumentName,
  wanted: string | readonly string[],
): void {
  if (!value) return
  const items = listItems(value)
  if (typeof wanted === 'string' || value.kind !== 'array' || items.length !== wanted.length) {
    edits.replace(block, value, valueText(name, wanted))
    return
  }
  for (const [index, item] of items.entries()) edits.replace(block, item, wanted[index] as string)
}

function isSame({ value }: Argument, wanted: string | readonly string[]): boolean {
  if (typeof wanted !== 'string') return false
  return value?.kind === 'string'
    ? unescapeString(value.raw) === wanted
    : value?.kind === 'path' && value.text === wanted
}

function valueText(name: ArgumentName, value: string | readonly string[]): string {
  if (typeof value !== 'string') return `[${value.join(', ')}]`
  return name === 'name' || name === 'map' ? quoteString(value) : value
}

function rank({ name }: Argument): number {
  return name ? ORDER.indexOf(name.text as ArgumentName) : ORDER.indexOf('name')
}

/** The relation name as a list of attributes gives it. */
export function relationNameIn(attributes: readonly AttributeNode[]): string | null {
  const attribute = findAttribute(attributes, 'relation')
  const value = attribute && argumentValue(attribute.args, 'name', true)
  return value?.kind === 'string' ? unescapeString(value.raw) : null
}
