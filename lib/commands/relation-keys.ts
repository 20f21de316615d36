/** Gives relation fields foreign keys, takes them away, and fits them to what they refer to. */

import { findAttribute, findBlockAttributes } from '@/lib/psl/access'
import type { Arity, BlockId, Relation } from '@/lib/schema/graph'
import { ARITY_SUFFIX, alignedLine, changeField, columnsAround } from './alignment'
import { insertBlockAttribute, insertUnique } from './block-attributes'
import { isOnlyKey } from './delete-relation'
import type { Draft, FieldRef } from './draft'
import { keyEntries, keyNotes } from './keys'
import { insertLines, removeMembers } from './lines'
import { type FieldPlace, fieldNamed, isUniqueSet, qualified, relationsKeyedBy } from './lookup'
import { freshFieldName } from './names'
import { cycleBreaker, hasForeignKeys } from './providers'
import { patchRelation, WITHOUT_KEY } from './relation-attribute'
import { keyName } from './relation-names'
import { areConnected, foreignKeyType } from './relation-target'
import { Removal } from './removal'
import { Retyping } from './retype'
import { nameStyle } from './words'

/**
 * Takes the foreign key off the relation field. The fields that were there for it alone go, and
 * their data with them; others stay.
 */
export function dropKey(draft: Draft, owner: FieldRef, relation: Relation): void {
  const block = draft.block(owner.blockId)
  const keys = relation.fields.flatMap((name) => fieldNamed(block, name)?.field ?? [])
  const going = keys.filter((key) => isOnlyKey(draft.ctx, block, key, relation))
  patchRelation(draft, owner, WITHOUT_KEY)
  removeFields(draft, owner.blockId, new Set(going.map(({ id }) => id)))
  for (const key of keys) {
    const isGone = going.includes(key)
    const name = qualified(block, key)
    draft.notes.push(isGone ? `${name} goes, and the data in it.` : `The field is kept: ${name}.`)
  }
}

/** Removes fields with what keys and indexes say of them. */
export function removeFields(draft: Draft, blockId: BlockId, fieldIds: ReadonlySet<string>): void {
  draft.edit((edits) => {
    const block = draft.block(blockId)
    const removal = new Removal(draft.ctx)
    const fields = block.fields.filter(({ id }) => fieldIds.has(id))
    removal.removeFields(block, fields)
    draft.notes.push(...removal.apply(edits))
  })
}

export interface KeyChoice {
  /** What it refers to. */
  readonly target: readonly FieldPlace[]
  /** Whether each key may occur only once. */
  readonly isOne: boolean
  readonly arity: Exclude<Arity, 'list'>
}

/** Gives a relation field without a foreign key one of new fields, below it. */
export function giveKey(draft: Draft, owner: FieldRef, { target, isOne, arity }: KeyChoice): void {
  const keys: string[] = []
  for (const place of target) keys.push(addKeyField(draft, owner, keys, place, arity))
  patchRelation(draft, owner, {
    fields: keys,
    references: target.map(({ field }) => field.name),
  })
  if (isOne) makeUnique(draft, owner.blockId, keys)
  else indexKey(draft, owner.blockId, keys)
  breakCycle(draft, owner)
}

/** Adds one field to a key below those that are there, and returns its name. */
export function addKeyField(
  draft: Draft,
  owner: FieldRef,
  keys: readonly string[],
  target: FieldPlace,
  arity: Exclude<Arity, 'list'>,
): string {
  const { block, field, node } = draft.field(owner)
  const style = nameStyle(draft.ctx.graph)
  const name = freshFieldName(block, keyName(field.name, target.field, style))
  const { type, native } = foreignKeyType(target)
  const last = keys.at(-1)
  const after = (last !== undefined && fieldNamed(block, last)?.node) || node
  draft.edit((edits) => {
    const columns = columnsAround(block.syntax, after)
    insertLines(edits, block, after, [
      alignedLine(columns, name, type + ARITY_SUFFIX[arity], native),
    ])
  })
  return name
}

export function makeUnique(draft: Draft, blockId: BlockId, names: readonly string[]): void {
  const block = draft.block(blockId)
  if (isUniqueSet(block, names)) return
  const [name = '', ...others] = names
  const place = fieldNamed(block, name)
  if (!place) return
  if (others.length === 0) draft.notes.push(...keyNotes(draft.ctx, place))
  draft.edit((edits) => {
    if (others.length > 0) insertUnique(edits, block, names)
    else {
      const before = place.node.attributes[0] ?? null
      changeField(edits, block, place.node, { add: [{ text: '@unique', before }] })
    }
  })
}

/** Takes away that the fields together are unique; a primary key stays. */
export function dropUnique(draft: Draft, blockId: BlockId, names: readonly string[]): void {
  draft.edit((edits) => {
    const block = draft.block(blockId)
    const place = names.length === 1 ? fieldNamed(block, names[0] as string) : null
    const own = place && findAttribute(place.node.attributes, 'unique')
    if (place && own) changeField(edits, block, place.node, { remove: new Set([own]) })
    const constraints = findBlockAttributes(block.syntax, 'unique').filter(({ attribute }) => {
      const entries = keyEntries(block, attribute)
      return entries.length === names.length && entries.every(({ name }) => names.includes(name))
    })
    removeMembers(edits, block, new Set(constraints))
  })
}

/** Without foreign keys in the database, an index on the key is for Prisma to ask for. */
export function indexKey(draft: Draft, blockId: BlockId, names: readonly string[]): void {
  const { graph } = draft.ctx
  const block = draft.block(blockId)
  const isThere = block.keys.some(({ fields }) => fields[0]?.path === names[0])
  if (graph.provider === 'mongodb' || hasForeignKeys(graph) || isThere) return
  draft.edit((edits) => insertBlockAttribute(edits, block, `@@index([${names.join(', ')}])`))
}

/** Gives the relation the action that keeps a circle from cascading, where the database wants it. */
export function breakCycle(draft: Draft, owner: FieldRef): void {
  const action = wantedBreaker(draft, owner)
  const relation = draft.field(owner).field.relation
  if (action === null || !relation) return
  if (relation.onDelete === action && relation.onUpdate === action) return
  patchRelation(draft, owner, { onDelete: action, onUpdate: action })
  draft.notes.push(`On delete and on update: ${action}, for the database allows no circles.`)
}

/** The action that the relation must have because it closes a circle; `null` when it is free. */
export function wantedBreaker(draft: Draft, owner: FieldRef): string | null {
  const { graph, files } = draft.ctx
  const relation = draft.relation(owner)
  const action = cycleBreaker(graph)
  if (!relation || action === null) return null
  const relations = graph.relations.filter((other) => other !== relation)
  const from = draft.block(relation.fromBlockId)
  const to = draft.block(relation.toBlockId)
  return areConnected({ graph: { ...graph, relations }, files }, from, to) ? action : null
}

/** Gives a foreign key field the type of what it refers to. */
export function fitKeyField(draft: Draft, key: FieldRef, target: FieldPlace): void {
  const { type, native } = foreignKeyType(target)
  const nativeOf = ({ node }: FieldPlace) =>
    node.attributes.find((attribute) => attribute.name.text.includes('.')) ?? null
  const place = draft.field(key)
  const written = foreignKeyType(place)
  if (written.native !== native && written.native !== '') {
    const own = nativeOf(place)
    draft.edit((edits) => {
      if (own) changeField(edits, place.block, place.node, { remove: new Set([own]) })
    })
  }
  if (written.type !== type) {
    draft.edit((edits) => {
      const retyping = new Retyping(draft.ctx)
      const now = draft.field(key)
      if (!retyping.retype(now, type, now.field.arity)) return
      retyping.apply(edits)
      draft.notes.push(`${qualified(now.block, now.field)} is ${type} now.`, ...retyping.notes)
    })
  }
  const now = draft.field(key)
  if (native !== '' && !nativeOf(now)) {
    draft.edit((edits) =>
      changeField(edits, now.block, now.node, { add: [{ text: native, before: null }] }),
    )
  }
}

/** Whether another relation has the field in its key, so that it must stay as it is. */
export function isShared(draft: Draft, { blockId, fieldId }: FieldRef, relation: Relation | null) {
  const block = draft.block(blockId)
  const field = block.fields.find(({ id }) => id === fieldId)
  const keyed = field ? relationsKeyedBy(draft.ctx, block, field.name) : []
  return keyed.some((other) => other.id !== relation?.id)
}
