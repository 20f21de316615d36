/**
 * Renames blocks and fields to Prisma's conventions, and leaves the database as it is.
 *
 * ```prisma
 * model user_profiles {
 *   id         Int   @id
 *   first_name String
 *   post       posts[]
 * }
 *
 * model posts {
 *   id        Int           @id
 *   author_id Int
 *   author    user_profiles @relation(fields: [author_id], references: [id])
 * }
 * ```
 * becomes
 * ```prisma
 * model UserProfile {
 *   id        Int    @id
 *   firstName String @map("first_name")
 *   posts     Post[]
 *
 *   @@map("user_profiles")
 * }
 *
 * model Post {
 *   id       Int         @id
 *   authorId Int         @map("author_id")
 *   author   UserProfile @relation(fields: [authorId], references: [id])
 *
 *   @@map("posts")
 * }
 * ```
 * Values of enums keep their names. A name that was in the database under its new name already
 * loses its `@map`. An implicit join table is called after the models, so its relation gets the
 * name that it had.
 */

import type { Block, Field } from '@/lib/schema/graph'
import { changeField } from './alignment'
import { canBeMapped } from './check-database-name'
import type { Command, CommandContext } from './command'
import { conventionalNames, isImplicit } from './conventional-names'
import { Draft } from './draft'
import type { EditList } from './edit-list'
import { fieldPlaces } from './lookup'
import { type Part, setStringAttribute } from './parts'
import { mentionsIn } from './references'
import { patchRelation } from './relation-attribute'
import { renamedType } from './rename-block'
import type { RenameToConventionsArguments } from './settings-arguments'

/** As many as a message has room for; the list that is shown beforehand has them all. */
const MOST_NOTES = 5

/** New names by the ids of blocks and fields. */
type Names = ReadonlyMap<string, string>

export const renameToConventions: Command<RenameToConventionsArguments> = {
  name: 'renameToConventions',
  run(ctx, options) {
    const { renamings, kept } = conventionalNames(ctx, options)
    if (renamings.length === 0) return null
    const names = new Map(renamings.map(({ blockId, fieldId, to }) => [fieldId ?? blockId, to]))
    const draft = new Draft(ctx)
    draft.edit((edits) => mapToDatabase(edits, names))
    nameJoinTables(draft, names)
    draft.edit((edits) => rename(edits, names))
    draft.notes.push(...kept.slice(0, MOST_NOTES))
    const more = kept.length - MOST_NOTES
    if (more > 0) draft.notes.push(`${more} more ${more === 1 ? 'was' : 'were'} not renamed.`)
    const count = renamings.length === 1 ? '1 name' : `${renamings.length} names`
    return draft.finish({ label: `Rename ${count} to Prisma’s conventions` })
  },
}

/** Says what is renamed is called in the database, unless it is called by its new name there. */
function mapToDatabase(edits: EditList, names: Names): void {
  for (const part of renamedParts(edits.ctx, names)) {
    if (part.kind === 'value' || !canBeMapped(part)) continue
    const renamed: Block | Field = part.kind === 'block' ? part.block : part.field
    const inDatabase = renamed.databaseName ?? renamed.name
    const map = inDatabase === names.get(renamed.id) ? null : inDatabase
    if (map !== renamed.databaseName) setStringAttribute(edits, part, 'map', map)
  }
}

function renamedParts({ graph }: CommandContext, names: Names): Part[] {
  return graph.blocks.flatMap((block): Part[] => {
    const own: Part[] = names.has(block.id) ? [{ kind: 'block', block }] : []
    const renamed = fieldPlaces(block).filter(({ field }) => names.has(field.id))
    return [...own, ...renamed.map((place): Part => ({ kind: 'field', ...place }))]
  })
}

function nameJoinTables(draft: Draft, names: Names): void {
  for (const relation of draft.ctx.graph.relations) {
    const { from, to, name } = relation
    if (!isImplicit(relation) || !to || name !== null) continue
    if (!names.has(from.blockId) && !names.has(to.blockId)) continue
    const table = `${draft.block(from.blockId).name}To${draft.block(to.blockId).name}`
    for (const { blockId, fieldId } of [from, to]) {
      patchRelation(draft, { blockId, fieldId }, { name: table })
    }
  }
}

/** Gives the new names, in declarations and wherever they are mentioned. */
function rename(edits: EditList, names: Names): void {
  const { ctx } = edits
  for (const block of ctx.graph.blocks) {
    const name = names.get(block.id)
    if (name !== undefined && block.syntax.name) edits.replace(block, block.syntax.name, name)
    for (const { field, node } of fieldPlaces(block)) {
      const newName = names.get(field.id)
      const target = ctx.graph.blockByName.get(field.typeName)
      const isReference = target !== undefined && field.typeKind === target.kind
      const newType = isReference ? names.get(target.id) : undefined
      if (newName === undefined && newType === undefined) continue
      changeField(edits, block, node, {
        ...(newName === undefined ? {} : { name: newName }),
        ...(newType === undefined ? {} : { type: renamedType(block, node, newType) }),
      })
    }
    for (const mention of mentionsIn(ctx, block)) {
      const field = mention.owner.fields.find((field) => field.name === mention.name)
      const newName = field && names.get(field.id)
      if (newName !== undefined) edits.replace(block, mention.range, newName)
    }
  }
}
