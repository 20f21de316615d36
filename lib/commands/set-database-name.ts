/**
 * Sets the name that a model, view, enum, field or enum value has in the database.
 *
 * ```prisma
 * model User {
 *   id    Int    @id
 *   email String @unique @db.VarChar(80)
 * }
 * ```
 * becomes, when the field is to be `e_mail`,
 * ```prisma
 * model User {
 *   id    Int    @id
 *   email String @unique @map("e_mail") @db.VarChar(80)
 * }
 * ```
 * Its own name needs no attribute, and takes away the one that is there.
 */

import type { SetDatabaseNameArguments } from './attribute-arguments'
import { checkDatabaseName } from './check-database-name'
import type { Command } from './command'
import { EditList } from './edit-list'
import { findPart, type Part, partName, selectPart, setStringAttribute } from './parts'

export const setDatabaseName: Command<SetDatabaseNameArguments> = {
  name: 'setDatabaseName',
  run(ctx, { name, ...of }) {
    const part = findPart(ctx, of)
    if (!part || checkDatabaseName(ctx, part, name)) return null
    const edits = new EditList(ctx)
    const { written, own } = namesOf(part)
    if (name === written) return null
    const map = name === own ? null : name
    setStringAttribute(edits, part, 'map', map)
    const what = partName(part)
    const label =
      map === null ? `Remove the database name of ${what}` : `Call ${what} ${map} in the database`
    return edits.finish({ label, select: selectPart(part) })
  },
}

function namesOf(part: Part) {
  if (part.kind === 'block') return { written: part.block.databaseName, own: part.block.name }
  const member = part.kind === 'field' ? part.field : part.value
  return { written: member.databaseName, own: member.name }
}
