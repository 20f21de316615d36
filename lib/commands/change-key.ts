/**
 * Changes a key or an index: its kind, its fields, its arguments.
 *
 * ```prisma
 * model Post {
 *   id   Int    @id
 *   slug String @unique(map: "post_slug") // in links
 *   lang String
 * }
 * ```
 * becomes, when the language joins in,
 * ```prisma
 * model Post {
 *   id   Int    @id
 *   slug String // in links
 *   lang String
 *
 *   @@unique([slug, lang], map: "post_slug")
 * }
 * ```
 * Only what differs is written; other arguments keep their order and spacing. A key on a field
 * stays on fields as long as it can stand there, and one on the block stays on the block.
 */

import { argumentValue, listItems } from '@/lib/psl/access'
import type { ArgumentList, Expression } from '@/lib/psl/syntax'
import type { Key, KeyField } from '@/lib/schema/graph'
import { valueText } from '@/lib/schema/value'
import { keyOf, keyTitle } from './add-key'
import { changeField } from './alignment'
import type { ChangeKeyArguments, KeySpec } from './attribute-arguments'
import { insertBlockAttribute } from './block-attributes'
import { checkKey } from './check-key'
import type { Command } from './command'
import { EditList } from './edit-list'
import { changeArguments } from './key-arguments'
import { keySpecNotes } from './key-notes'
import {
  blockKeyLine,
  fieldKeyAttribute,
  findKey,
  fitsOnField,
  isSameWhere,
  type KeyPlace,
  keyArguments,
  keyFieldArguments,
  keyFieldText,
  ownKeyArguments,
} from './key-places'
import { hasBody } from './lines'
import { removeListItems } from './list-items'
import { fieldNamed } from './lookup'
import { lostKeyNotes } from './lost-keys'
import { attributeAfter } from './parts'

export const changeKey: Command<ChangeKeyArguments> = {
  name: 'changeKey',
  run(ctx, { blockId, key: index, to }) {
    const place = findKey(ctx, blockId, index)
    if (!place || isSame(place.key, to) || checkKey(ctx, place.block, to, index)) return null
    const { block, key, member } = place
    const edits = new EditList(ctx)
    if (member.kind === 'attribute') changeOnBlock(edits, place, to)
    else if (!changeOnField(edits, place, to)) return null
    const others = block.keys.filter((_, other) => other !== index)
    const after = [...others, keyOf(to, 'block')]
    return edits.finish({
      label: `Change ${keyTitle(key)} of ${block.name}`,
      notes: [...keySpecNotes(ctx, block, to, others), ...lostKeyNotes(ctx, block, after)],
      select: { block: block.name },
    })
  },
}

function isSame(key: Key, to: KeySpec): boolean {
  return (
    key.kind === to.kind &&
    key.fields.length === to.fields.length &&
    key.fields.every((field, index) => isSameField(field, to.fields[index])) &&
    key.name === to.name &&
    key.map === to.map &&
    key.type === to.type &&
    key.clustered === to.clustered &&
    isSameWhere(key.where, to.where)
  )
}

function isSameField(field: KeyField, other: KeyField | undefined): boolean {
  return (
    field.path === other?.path &&
    field.sort === other.sort &&
    field.length === other.length &&
    field.ops === other.ops
  )
}

function changeOnBlock(edits: EditList, { block, key, attribute }: KeyPlace, to: KeySpec): void {
  const list = argumentValue(attribute.args, 'fields', true)
  if (!list || !attribute.args?.closed) {
    edits.replace(block, attribute, blockKeyLine(to))
    return
  }
  edits.replace(block, attribute.name, to.kind)
  if (list.kind === 'array' && listItems(list).length === key.fields.length) {
    changeFields(edits, { block, key }, list.items, to.fields, list.from + 1)
  } else {
    edits.replace(block, list, `[${to.fields.map(keyFieldText).join(', ')}]`)
  }
  changeArguments(edits, block, attribute, {
    from: keyArguments({ ...key, where: whereAsWritten(key, to) }),
    to: keyArguments(to),
    isAlias: () => false,
  })
}

/** The condition it is to have when it says the same as the one that is there. */
function whereAsWritten(key: Key, to: KeySpec): string | null {
  if (key.where === null) return null
  return isSameWhere(key.where, to.where) ? to.where : valueText(key.where)
}

/** Field by field in its place, so that what stands between stays as it is. */
function changeFields(
  edits: EditList,
  { block, key }: Pick<KeyPlace, 'block' | 'key'>,
  items: readonly Expression[],
  fields: readonly KeyField[],
  start: number,
): void {
  const last = Math.min(items.length, fields.length) - 1
  for (const [index, field] of fields.entries()) {
    const item = items[index]
    if (!item || isSameField(key.fields[index] as KeyField, field)) continue
    changeFieldItem(edits, block, item, key.fields[index] as KeyField, field)
  }
  const added = fields.slice(items.length).map(keyFieldText)
  if (added.length > 0) {
    const end = items[last]
    edits.insert(block, end?.to ?? start, end ? `, ${added.join(', ')}` : added.join(', '))
  }
  removeListItems(edits, block, items, new Set(items.slice(fields.length)))
}

function changeFieldItem(
  edits: EditList,
  block: KeyPlace['block'],
  item: Expression,
  from: KeyField,
  to: KeyField,
): void {
  const args: ArgumentList | null = item.kind === 'call' ? item.args : null
  if (item.kind !== 'call' || !args?.closed || from.path !== to.path) {
    edits.replace(block, item, keyFieldText(to))
    return
  }
  changeArguments(
    edits,
    block,
    { name: item.name, args, from: item.from, to: item.to },
    { from: keyFieldArguments(from), to: keyFieldArguments(to), isAlias: () => false },
  )
}

/** False when the text has no room for what it would become. */
function changeOnField(edits: EditList, place: KeyPlace, to: KeySpec): boolean {
  const { block, key, attribute, member } = place
  if (member.kind !== 'field') return false
  const remove = new Set([attribute])
  if (!fitsOnField(to)) {
    if (!hasBody(block.syntax)) return false
    changeField(edits, block, member, { remove })
    insertBlockAttribute(edits, block, blockKeyLine(to))
    return true
  }
  const target = fieldNamed(block, (to.fields[0] as KeyField).path)
  if (!target?.node.type) return false
  if (target.node !== member) {
    changeField(edits, block, member, { remove })
    const before = attributeAfter(target.node.attributes, to.kind)
    changeField(edits, block, target.node, { add: [{ text: fieldKeyAttribute(to), before }] })
    return true
  }
  if (attribute.args && !attribute.args.closed) return false
  edits.replace(block, attribute.name, to.kind)
  changeArguments(edits, block, attribute, {
    from: ownKeyArguments({ ...key, where: whereAsWritten(key, to) }),
    to: ownKeyArguments(to),
    isAlias: (name) => name === 'map',
  })
  return true
}
