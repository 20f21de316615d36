/**
 * Declares the type that a field has and that nothing is called: an enum with the values that
 * fields have as defaults, or a model that is related to each model with such a field.
 *
 * ```prisma
 * model Post {
 *   id       Int      @id
 *   category Category
 * }
 * ```
 * becomes, with a model,
 * ```prisma
 * model Post {
 *   id         Int      @id
 *   category   Category @relation(fields: [categoryId], references: [id])
 *   categoryId Int
 * }
 *
 * model Category {
 *   id    Int    @id @default(autoincrement())
 *   posts Post[]
 * }
 * ```
 */

import type { Block } from '@/lib/schema/graph'
import { addBack, loneTarget } from './add-back-relation'
import { NEW_VALUE } from './add-block'
import { blockText, insertBlocks } from './block-text'
import type { Command, CommandContext } from './command'
import { Draft, type FieldRef } from './draft'
import { fileIndentation } from './lines'
import { fieldNamed, findField } from './lookup'
import { checkBlockName } from './names'
import { idLine, schemaAttribute, supportsEnums, supportsLists } from './providers'
import { foreignKeyType } from './relation-target'
import type { DeclareTypeArguments } from './repair-arguments'

export const declareType: Command<DeclareTypeArguments> = {
  name: 'declareType',
  run(ctx, { blockId, fieldId, kind }) {
    const place = findField(ctx, blockId, fieldId)
    if (place?.field.typeKind !== 'unknown') return null
    const { block, field } = place
    const name = field.typeName
    if (checkBlockName(ctx, null, name) !== null) return null
    const using = usersOf(ctx, name)
    const canBe = kind === 'model' ? canBeModel : canBeEnum
    if (!using.every((ref) => canBe(ctx, ref))) return null
    const lines = kind === 'enum' ? valuesOf(ctx, using) : keyLines(ctx, using)
    if (!lines) return null
    const schema = schemaAttribute(ctx.graph, block)
    const draft = new Draft(ctx)
    draft.edit((edits) => {
      const body = [...lines, ...(schema ? ['', schema] : [])]
      const text = blockText(kind, name, fileIndentation(ctx, block.path), body)
      insertBlocks(edits, block.path, block, text)
    })
    if (kind === 'model' && !relate(draft, using)) return null
    return draft.finish({
      label: `Declare the ${kind} ${name}`,
      select: { block: name },
      created: [{ name, beside: block.id }],
    })
  },
}

/** A column of a key has a value, and so its type is no model. */
function canBeModel(ctx: CommandContext, { blockId, fieldId }: FieldRef): boolean {
  const place = findField(ctx, blockId, fieldId)
  if (place?.block.kind !== 'model') return false
  const { block, field } = place
  const isKeyed = block.keys.some(({ fields }) => fields.some(({ path }) => path === field.name))
  return !isKeyed && field.default === null && field.nativeType === null
}

/** What is related to something is no value. */
function canBeEnum(ctx: CommandContext, { blockId, fieldId }: FieldRef): boolean {
  const field = findField(ctx, blockId, fieldId)?.field
  if (!field || field.relation || !supportsEnums(ctx.graph)) return false
  return field.arity !== 'list' || supportsLists(ctx.graph, field.typeName)
}

/** All fields with the type, in the order of the schema. */
function usersOf({ graph }: CommandContext, typeName: string): FieldRef[] {
  return graph.blocks.flatMap((block) =>
    block.fields
      .filter((field) => field.typeName === typeName && field.typeKind === 'unknown')
      .map((field) => ({ blockId: block.id, fieldId: field.id })),
  )
}

/** The values that defaults name, each once. */
function valuesOf(ctx: CommandContext, using: readonly FieldRef[]): string[] {
  const values = using.flatMap(({ blockId, fieldId }) => {
    const value = findField(ctx, blockId, fieldId)?.field.default
    const items = value?.kind === 'list' ? value.items : value ? [value] : []
    return items.flatMap((item) => (item.kind === 'name' ? [item.text] : []))
  })
  return values.length > 0 ? [...new Set(values)] : [NEW_VALUE]
}

/**
 * What foreign keys that are there refer to, of their types; else a key as any new model has.
 * `null` where they do not agree on one.
 */
function keyLines(ctx: CommandContext, using: readonly FieldRef[]): string[] | null {
  const keys = new Map<string, string[]>()
  for (const { blockId, fieldId } of using) {
    const place = findField(ctx, blockId, fieldId)
    const { fields, references } = place?.field.relation ?? {}
    if (!place || !fields || !references || fields.length !== references.length) continue
    const lines = references.flatMap((name, index) => {
      const key = fieldNamed(place.block, fields[index] as string)
      if (!key) return []
      const { type, native } = foreignKeyType(key)
      const id = references.length === 1 ? '@id' : ''
      return [[name, type, id, native].filter((text) => text !== '').join(' ')]
    })
    if (lines.length === references.length) keys.set(references.join(', '), lines)
  }
  const [first, ...others] = keys
  if (!first) return [idLine(ctx.graph)]
  const [names, lines] = first
  if (others.length > 0) return null
  return lines.length === 1 ? lines : [...lines, '', `@@id([${names}])`]
}

/** Relates all models that have such a field to the new one; false when one cannot be. */
function relate(draft: Draft, using: readonly FieldRef[]): boolean {
  return using.every((ref) => {
    const place = draft.field(ref)
    if (place.block.kind !== 'model') return false
    const target: Block | null = loneTarget(draft.ctx, place)
    // Two fields of one model may be the two sides of one relation by now.
    return target === null || addBack(draft, ref, target, false) !== null
  })
}
