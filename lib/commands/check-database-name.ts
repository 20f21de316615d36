/** Which names a part of a schema can have in the database. Found by trying Prisma 7.10. */

import { hasFields } from '@/lib/schema/graph'
import type { CommandContext } from './command'
import { checkColumnName, checkTableName } from './names'
import type { Part } from './parts'

/** Whether a name in the database can be given to it with `@map` or `@@map`. */
export function canBeMapped(part: Part): boolean {
  if (part.kind === 'value') return true
  if (part.kind === 'field') {
    return part.field.typeKind !== 'model' && part.field.typeKind !== 'view'
  }
  const { kind } = part.block
  return kind === 'enum' || (hasFields(kind) && kind !== 'type')
}

/**
 * Why the part cannot have the name in the database, as a sentence for people; `null` when it
 * can. The name `null` stands for its own.
 */
export function checkDatabaseName(
  ctx: CommandContext,
  part: Part,
  name: string | null,
): string | null {
  if (!canBeMapped(part)) return 'It has no name in the database.'
  if (name?.trim() === '') return 'A name is needed.'
  if (part.kind === 'block') return checkTableName(ctx, part.block, name ?? part.block.name)
  if (part.kind === 'value') {
    const wanted = name ?? part.value.name
    const other = part.block.values.find(
      (other) => other.id !== part.value.id && (other.databaseName ?? other.name) === wanted,
    )
    return other ? `${part.block.name}.${other.name} has the name ${wanted} in the database.` : null
  }
  const { block, field } = part
  if (ctx.graph.provider === 'mongodb') {
    if (name?.startsWith('$')) return 'A name in MongoDB cannot start with a dollar sign.'
    if (name?.includes('.')) return 'A name in MongoDB cannot have a dot in it.'
    const isId = block.keys.some(
      ({ kind, fields }) => kind === 'id' && fields.some(({ path }) => path === field.name),
    )
    if (isId && name !== '_id') return 'MongoDB calls every primary key _id.'
  }
  return checkColumnName(block, field.id, name ?? field.name)
}
