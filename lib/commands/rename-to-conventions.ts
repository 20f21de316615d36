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

import type { Command } from './command'
import { conventionalNames } from './conventional-names'
import { Draft } from './draft'
import { renameKeepingDatabase } from './rename-keeping-database'
import type { RenameToConventionsArguments } from './settings-arguments'

/** As many as a message has room for; the list that is shown beforehand has them all. */
const MOST_NOTES = 5

export const renameToConventions: Command<RenameToConventionsArguments> = {
  name: 'renameToConventions',
  run(ctx, options) {
    const { renamings, kept } = conventionalNames(ctx, options)
    if (renamings.length === 0) return null
    const names = new Map(renamings.map(({ blockId, fieldId, to }) => [fieldId ?? blockId, to]))
    const draft = new Draft(ctx)
    renameKeepingDatabase(draft, names)
    draft.notes.push(...kept.slice(0, MOST_NOTES))
    const more = kept.length - MOST_NOTES
    if (more > 0) draft.notes.push(`${more} more ${more === 1 ? 'was' : 'were'} not renamed.`)
    const count = renamings.length === 1 ? '1 name' : `${renamings.length} names`
    return draft.finish({ label: `Rename ${count} to Prisma’s conventions` })
  },
}
