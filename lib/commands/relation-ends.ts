/** Changes the fields at the ends of a relation: their types, their names, and where they stand. */

import type { FieldNode } from '@/lib/psl/syntax'
import type { Arity, Block, BlockId, Field, FieldId } from '@/lib/schema/graph'
import { ARITY_SUFFIX, alignedLine, changeField, columnsAround } from './alignment'
import type { Draft, FieldRef } from './draft'
import {
  firstOwnComment,
  indentationOf,
  insertText,
  rangeWithComments,
  removeMembers,
} from './lines'
import { type FieldPlace, fieldPlaces } from './lookup'
import { checkFieldName, freshName } from './names'
import { patchRelation } from './relation-attribute'
import { capitalize } from './relation-names'
import { renameField } from './rename-field'
import { nameStyle, pluralName, singularName } from './words'

export function setEnd(draft: Draft, ref: FieldRef, typeName: string, arity: Arity): void {
  draft.edit((edits) => {
    const { block, node } = draft.field(ref)
    changeField(edits, block, node, { type: typeName + ARITY_SUFFIX[arity] })
  })
}

/** Makes `posts` of `post` or the other way round, where the name is such a word and is free. */
export function numberName(draft: Draft, ref: FieldRef, number: 'one' | 'several'): void {
  const { field } = draft.field(ref)
  const style = nameStyle(draft.ctx.graph)
  const singular = singularName(field.name, style)
  const plural = pluralName(field.name, style)
  const isWord = number === 'one' ? plural === field.name : singular === field.name
  const name = number === 'one' ? singular : plural
  if (!isWord || name === field.name) return
  if (checkFieldName(draft.ctx, ref.blockId, ref.fieldId, name) !== null) return
  draft.run(renameField, { ...ref, name })
}

/**
 * Gives the relation a name where its two models have other relations, or are one, and none where
 * it has one that means another relation.
 */
export function settleName(draft: Draft, first: FieldRef, second: FieldRef): void {
  const { graph } = draft.ctx
  const a = draft.field(first)
  const b = draft.field(second)
  const name = a.field.relation?.name ?? null
  const others = otherRelationFields(a, b)
  const isTaken = others.some((field) => (field.relation?.name ?? null) === name)
  if (!isTaken && (name !== null || a.block !== b.block)) return
  const taken = new Set(
    graph.blocks.flatMap((block) => block.fields.map(({ relation }) => relation?.name ?? null)),
  )
  const fresh = freshName(a.block.name + capitalize(a.field.name), (other) => taken.has(other))
  for (const ref of [first, second]) patchRelation(draft, ref, { name: fresh })
}

/** The fields of other relations between the same two models. */
export function otherRelationFields(a: FieldPlace, b: FieldPlace): Field[] {
  const between = (block: Block, other: Block) =>
    block.fields.filter(
      (field) =>
        (field.typeKind === 'model' || field.typeKind === 'view') &&
        field.typeName === other.name &&
        field !== a.field &&
        field !== b.field,
    )
  return a.block === b.block
    ? between(a.block, b.block)
    : [...between(a.block, b.block), ...between(b.block, a.block)]
}

/**
 * Moves a field's lines to another block, above the field `before` or (`null`) below the last one,
 * or below `after`, in the columns of its new neighbours. Returns the field there.
 */
export function moveLine(
  draft: Draft,
  ref: FieldRef,
  toBlockId: BlockId,
  place: Destination,
): FieldRef {
  const { block, node } = draft.field(ref)
  const target = draft.block(toBlockId)
  const anchor = anchorIn(target, place)
  draft.edit((edits) => {
    const indentation = indentationOf(draft.ctx, target)
    const columns = columnsAround(target.syntax, anchor.neighbour?.node ?? null)
    const line = movedLine(block, node, place.name, columns)
    const lines = [...ownComments(block, node), line]
    insertText(edits, target, anchor.below, lines.map((text) => `${indentation}${text}\n`).join(''))
    if (!place.keep) removeMembers(edits, block, new Set([node]))
  })
  return draft.named(toBlockId, place.name)
}

export interface Destination {
  /** The field above which the lines go; `null` for the end. */
  readonly before?: FieldId | null
  /** The field below which they go. */
  readonly after?: FieldId
  readonly name: string
  /** Whether the lines also stay where they are, for the caller to remove. */
  readonly keep?: boolean
}

function anchorIn(
  target: Block,
  { before, after }: { readonly before?: FieldId | null; readonly after?: FieldId },
) {
  const places = fieldPlaces(target)
  const { members } = target.syntax
  const above = places.find(({ field }) => field.id === before)
  if (above) {
    const first = firstOwnComment(target.syntax, members.indexOf(above.node))
    return { neighbour: above, below: members[first - 1] ?? null }
  }
  const neighbour: FieldPlace | null =
    places.find(({ field }) => field.id === after) ?? places.at(-1) ?? null
  return { neighbour, below: neighbour?.node ?? null }
}

function movedLine(
  { syntax }: Block,
  node: FieldNode,
  name: string,
  columns: ReturnType<typeof columnsAround>,
): string {
  const { text } = syntax
  const type = node.type ? text.slice(node.type.from, node.type.to) : ''
  const [first] = node.attributes
  const last = node.attributes.at(-1)
  const attributes = first && last ? text.slice(first.from, last.to) : ''
  const comment = node.comment ? ` ${node.comment.text}` : ''
  return alignedLine(columns, name, type, attributes).trimEnd() + comment
}

/** The comments above the field, line by line, without their indentation. */
function ownComments({ syntax }: Block, node: FieldNode): string[] {
  const { from } = rangeWithComments(syntax, node)
  const written = syntax.text.slice(from, node.lineFrom)
  return written === ''
    ? []
    : written
        .replace(/\n$/, '')
        .split('\n')
        .map((line) => line.trim())
}
