/**
 * Names: which Prisma accepts, which are free, and how a schema writes them.
 */

import { parse } from '@/lib/psl/parse'
import type { AttributeNode } from '@/lib/psl/syntax'
import {
  type Block,
  type BlockId,
  type Field,
  type FieldId,
  hasFields,
  isDrawn,
} from '@/lib/schema/graph'
import { isReservedName, RESERVED_NAMES } from '@/lib/schema/reserved-names'
import type { CommandContext } from './command'

/**
 * Why a block cannot be called `name`, as a sentence for people; `null` when it can. `blockId` is
 * the block that is to have the name, or `null` for a new one.
 */
export function checkBlockName(
  ctx: CommandContext,
  blockId: BlockId | null,
  name: string,
): string | null {
  const problem = checkBlockWord(name)
  if (problem) return problem
  const block = blockId === null ? null : ctx.graph.blockById.get(blockId)
  if (block && !isDrawn(block.kind)) {
    const isTaken = ctx.graph.blocks.some(
      (other) => other.id !== blockId && other.kind === block.kind && other.name === name,
    )
    return isTaken ? `There is another ${block.kind} called ${name}.` : null
  }
  const other = ctx.graph.blockByName.get(name)
  if (other && other.id !== blockId) return `There is already ${a(other.kind)} called ${name}.`
  return block?.databaseName === null ? checkMappedBlocks(ctx, block, name) : null
}

/** Why no block of any schema can be called `name`; `null` when one can. */
export function checkBlockWord(name: string): string | null {
  const isKept = isReservedName(name) ? `${name} is a word that Prisma keeps for itself.` : null
  return checkSpelling(name) ?? isKept
}

/** A block without `@@map` is stored under its own name, which must be free in the database. */
function checkMappedBlocks(ctx: CommandContext, block: Block, name: string): string | null {
  const isStoredTogether = (other: Block) =>
    (block.kind === 'enum') === (other.kind === 'enum') && other.kind !== 'type'
  const other = ctx.graph.blocks.find(
    (other) =>
      other.databaseName === name &&
      other.databaseSchema === block.databaseSchema &&
      isStoredTogether(other),
  )
  return other ? `${other.name} has the name ${name} in the database.` : null
}

/** Why the block cannot be called `name` in the database; `null` when it can. */
export function checkTableName(ctx: CommandContext, block: Block, name: string): string | null {
  const isStoredTogether = ({ kind }: Block) =>
    block.kind === 'enum' ? kind === 'enum' : kind === 'model' || kind === 'view'
  const other = ctx.graph.blocks.find(
    (other) =>
      other.id !== block.id &&
      isStoredTogether(other) &&
      (other.databaseName ?? other.name) === name &&
      (block.kind === 'enum' || other.databaseSchema === block.databaseSchema),
  )
  return other ? `${other.name} has the name ${name} in the database.` : null
}

/** Like `checkBlockName`, for a field of the block; `fieldId` is `null` for a new one. */
export function checkFieldName(
  ctx: CommandContext,
  blockId: BlockId,
  fieldId: FieldId | null,
  name: string,
): string | null {
  const problem = checkSpelling(name)
  if (problem) return problem
  const block = ctx.graph.blockById.get(blockId)
  if (!block || !hasFields(block.kind)) return 'Only models, views and types have fields.'
  const isTaken = block.fields.some((field) => field.name === name && field.id !== fieldId)
  if (isTaken) return `${block.name} already has a field called ${name}.`
  const field = block.fields.find(({ id }) => id === fieldId)
  return field && field.databaseName === null && isColumn(field)
    ? checkColumnName(block, field.id, name)
    : null
}

/** Why no column of the block's table can be called `name`; `fieldId` is the field that wants to. */
export function checkColumnName(
  block: Block,
  fieldId: FieldId | null,
  name: string,
): string | null {
  const other = block.fields.find(
    (other) =>
      other.id !== fieldId && isColumn(other) && (other.databaseName ?? other.name) === name,
  )
  return other ? `${block.name}.${other.name} has the name ${name} in the database.` : null
}

function isColumn({ typeKind }: Field): boolean {
  return typeKind !== 'model' && typeKind !== 'view'
}

/** Like `checkBlockName`, for a value of the enum; `valueId` is `null` for a new one. */
export function checkEnumValueName(
  ctx: CommandContext,
  blockId: BlockId,
  valueId: FieldId | null,
  name: string,
): string | null {
  const problem = checkSpelling(name)
  if (problem) return problem
  const block = ctx.graph.blockById.get(blockId)
  if (block?.kind !== 'enum') return 'Only enums have values.'
  const isTaken = block.values.some((value) => value.name === name && value.id !== valueId)
  return isTaken ? `${block.name} already has a value called ${name}.` : null
}

/** Why Prisma would not take the name anywhere. */
function checkSpelling(name: string): string | null {
  if (name === '') return 'A name is needed.'
  if (!/^\p{L}/u.test(name)) return 'A name must start with a letter.'
  if (!/^[\p{L}\p{N}_]+$/u.test(name)) {
    return 'A name consists of letters, digits and underscores.'
  }
  return null
}

function a(kind: string): string {
  return `${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}`
}

/** `base`, or `base2`, `base3`… */
export function freshName(base: string, isTaken: (name: string) => boolean): string {
  if (!isTaken(base)) return base
  const stem = /\d$/.test(base) ? `${base}_` : base
  for (let number = 2; ; number++) if (!isTaken(stem + number)) return stem + number
}

/**
 * Names that a new block cannot have: those of blocks, and of tables, for a block without `@@map`
 * is also the name of its table.
 */
export function takenBlockNames(ctx: CommandContext): Set<string> {
  const taken = new Set<string>(RESERVED_NAMES)
  for (const { kind, name, databaseName } of ctx.graph.blocks) {
    if (!isDrawn(kind)) continue
    taken.add(name)
    if (databaseName !== null) taken.add(databaseName)
  }
  return taken
}

export function freshFieldName(block: Block, base: string, also: Iterable<string> = []): string {
  const names = block.fields.flatMap(({ name, databaseName }) => [name, databaseName ?? name])
  const taken = new Set([...names, ...also])
  return freshName(base, (name) => taken.has(name))
}

/** Whether the text is one type: a name, perhaps `Unsupported("…")`; without arity. */
export function isTypeText(text: string): boolean {
  const field = parseField(`x ${text}`)
  return field?.type?.suffix === '' && !field.type.legacyList && field.attributes.length === 0
}

/** The attributes that the text is; `null` when it is anything else. */
export function readAttributes(text: string): readonly AttributeNode[] | null {
  if (text.trim() === '') return []
  if (/[\n\r]/.test(text)) return null
  const attributes = parseField(`x Int ${text}`)?.attributes ?? []
  return attributes.length > 0 ? attributes : null
}

/** The one field that the text is, if it is one without fault. */
export function parseField(text: string) {
  const [block, ...others] = parse(`model X {\n${text}\n}`).items
  if (block?.kind !== 'block' || others.length > 0 || block.problems.length > 0) return null
  const [field, ...rest] = block.members
  return field?.kind === 'field' && rest.length === 0 && field.comment === null ? field : null
}
