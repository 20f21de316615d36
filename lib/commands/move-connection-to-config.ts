/**
 * Takes `url`, `directUrl` and `shadowDatabaseUrl` out of the datasource, where Prisma 7 refuses
 * them, for `prisma.config.ts` to have.
 *
 * ```prisma
 * datasource db {
 *   provider = "postgresql"
 *   url      = env("DATABASE_URL")
 * }
 * ```
 * becomes, with `connection` of the result being `{ url: 'env("DATABASE_URL")' }`,
 * ```prisma
 * datasource db {
 *   provider = "postgresql"
 * }
 * ```
 */

import type { Command } from './command'
import { connectionNotes, removeConnection } from './connection'
import { Draft } from './draft'
import type { NoArguments } from './repair-arguments'

export const moveConnectionToConfig: Command<NoArguments> = {
  name: 'moveConnectionToConfig',
  run(ctx) {
    const draft = new Draft(ctx)
    const connection = removeConnection(draft)
    if (!connection) return null
    draft.notes.push(...connectionNotes(connection))
    const block = ctx.graph.datasource?.name
    return draft.finish({
      label: 'Move the connection to prisma.config.ts',
      connection,
      ...(block ? { select: { block } } : {}),
    })
  },
}
