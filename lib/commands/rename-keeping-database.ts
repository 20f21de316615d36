/**
 * Gives blocks and fields other names in Prisma Client and leaves the database as it is: `@map` and
 * `@@map` say what things are called there, and the relation of an implicit join table, which is
 * called after its models, gets the name that it had.
 */

import type { Block, Field } from '@/lib/schema/graph'
import { changeField } from './alignment'
import { canBeMapped } from './check-database-name'
import type { CommandContext } from './command'
import type { Draft } from './draft'
import type { EditList } from './edit-list'
import { fieldPlaces } from './lookup'
import { nameJoinTables } from './name-join-tables'
import { type Part, setStringAttribute } from './parts'
import { mentionsIn } from './references'
import { renamedType } from './rename-block'

/** New names by the ids of blocks and fields. */
export type Names = ReadonlyMap<string, string>

/** The names must be free. */
export function renameKeepingDatabase(draft: Draft, names: Names): void {
  draft.edit((edits) => mapToDatabase(edits, names))
  nameJoinTables(draft, (blockId) => names.has(blockId))
  draft.edit((edits) => rename(edits, names))
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
