/** What Prisma does when a schema does not say: names of constraints, and referential actions. */

import type { Block, Key } from '@/lib/schema/graph'
import type { Database } from './column-types'

/** The longest name of a constraint or an index, in bytes, as Prisma's engine reckons. */
const LONGEST_NAMES: Readonly<Record<Database, number>> = {
  postgresql: 63,
  cockroachdb: 63,
  mysql: 64,
  sqlite: 10000,
  sqlserver: 128,
  mongodb: 127,
}

/** The name that Prisma gives the key of the block in the database. */
export function defaultConstraintName(database: Database, block: Block, key: Key): string {
  const columns = key.fields.map(({ path }) => {
    return block.fields.find((field) => field.name === path)?.databaseName ?? path
  })
  return constraintName(
    database,
    [block.databaseName ?? block.name, ...columns],
    key.kind === 'unique' ? '_key' : '_idx',
  )
}

/** Joins the names of a table and its columns, and shortens them so that the suffix fits. */
export function constraintName(
  database: Database,
  names: readonly string[],
  suffix: string,
): string {
  const limit = LONGEST_NAMES[database] - suffix.length
  let bytes = 0
  let taken = ''
  for (const character of names.join('_')) {
    bytes += new TextEncoder().encode(character).length
    if (bytes > limit) break
    taken += character
  }
  return taken + suffix
}

export interface Actions {
  readonly onDelete: string
  readonly onUpdate: string
}

/** What happens to rows of the block whose foreign key these fields are. */
export function defaultActions(
  database: Database,
  block: Pick<Block, 'fields'>,
  fields: readonly string[],
): Actions {
  const isRequired = fields.every(
    (name) => block.fields.find((field) => field.name === name)?.arity === 'required',
  )
  return actionsWhen(database, isRequired)
}

export function actionsWhen(database: Database, isRequired: boolean): Actions {
  const refusal = database === 'sqlserver' ? 'NoAction' : 'Restrict'
  return { onDelete: isRequired ? refusal : 'SetNull', onUpdate: 'Cascade' }
}
