/** Takes the connection out of a schema, for Prisma 7 to find in `prisma.config.ts`. */

import {
  CONNECTION_PROPERTIES,
  type ConnectionSettings,
  connectionOf,
  hasConnection,
} from '@/lib/schema/connection'
import type { Draft } from './draft'
import { unset } from './generator-settings'

/** Takes the connection out of the datasource; gives what it was. */
export function removeConnection(draft: Draft): ConnectionSettings | null {
  const { datasource } = draft.ctx.graph
  if (!datasource || !hasConnection(draft.ctx.graph)) return null
  const connection = connectionOf(datasource)
  for (const name of CONNECTION_PROPERTIES) {
    unset(draft, datasource.id, name)
  }
  return connection
}

/** What whoever runs the command must know of each value. */
export function connectionNotes({
  url,
  directUrl,
  shadowDatabaseUrl,
}: ConnectionSettings): string[] {
  const notes: string[] = []
  const main = directUrl ?? url
  if (main !== undefined) {
    notes.push(`prisma.config.ts must say datasource: { url: ${main} } for Prisma’s commands.`)
  }
  if (directUrl !== undefined && url !== undefined) {
    notes.push(
      `Prisma 7 has no directUrl: the commands connect by ${directUrl}, and ${url} is what the ` +
        'driver adapter in your code gets.',
    )
  }
  if (shadowDatabaseUrl !== undefined) {
    notes.push(`prisma.config.ts must also say shadowDatabaseUrl: ${shadowDatabaseUrl}.`)
  }
  return notes
}
