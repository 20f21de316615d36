/**
 * Makes a schema for Prisma 7 of one for Prisma 6.
 *
 * ```prisma
 * generator client {
 *   provider        = "prisma-client-js"
 *   previewFeatures = ["multiSchema", "views"]
 *   engineType      = "library"
 * }
 *
 * datasource db {
 *   provider = "postgresql"
 *   url      = env("DATABASE_URL")
 * }
 * ```
 * becomes
 * ```prisma
 * generator client {
 *   provider        = "prisma-client"
 *   previewFeatures = ["views"]
 *   output          = "../generated/prisma"
 * }
 *
 * datasource db {
 *   provider = "postgresql"
 * }
 * ```
 * Source: Prisma's "Upgrade to Prisma ORM 7", and what the engine of 7.10 says.
 */

import { hasConnection } from '@/lib/schema/connection'
import type { Block } from '@/lib/schema/graph'
import { quoteString } from '@/lib/schema/value'
import type { Command, CommandContext } from './command'
import { connectionNotes, removeConnection } from './connection'
import { Draft } from './draft'
import { changeFeatures, set, textSetting, unset } from './generator-settings'
import type { NoArguments } from './repair-arguments'

export const upgradeToPrisma7: Command<NoArguments> = {
  name: 'upgradeToPrisma7',
  run(ctx) {
    if (checkUpgrade(ctx) !== null) return null
    const draft = new Draft(ctx)
    const connection = removeConnection(draft)
    if (connection) draft.notes.push(...connectionNotes(connection))
    for (const { id } of ctx.graph.generators) upgradeGenerator(draft, id)
    return draft.finish({
      label: 'Upgrade to Prisma 7',
      ...(connection ? { connection } : {}),
    })
  },
}

/** Why the schema cannot be upgraded, as a sentence for people; `null` when it can. */
export function checkUpgrade({ graph }: CommandContext): string | null {
  if (graph.provider === 'mongodb') {
    return 'Prisma 7 has no connector for MongoDB: stay with Prisma 6 until there is one.'
  }
  const isForPrisma6 =
    hasConnection(graph) ||
    graph.generators.some((generator) => textSetting(generator, 'provider') === 'prisma-client-js')
  return isForPrisma6 ? null : 'Nothing in the schema is of Prisma 6 alone.'
}

/** Where Prisma's own guide has the client written to. */
export const DEFAULT_OUTPUT = '../generated/prisma'

/** What the older generator took, and why it is gone. */
const REMOVED: Readonly<Record<string, string>> = {
  engineType: 'Prisma 7 has one kind of engine, so engineType goes.',
  binaryTargets: 'Prisma 7 has no engines for each system, so binaryTargets goes.',
}

function upgradeGenerator(draft: Draft, blockId: string): void {
  const generator = draft.block(blockId)
  const provider = textSetting(generator, 'provider')
  if (provider !== 'prisma-client-js' && provider !== 'prisma-client') return
  if (provider === 'prisma-client-js') {
    set(draft, blockId, 'provider', '"prisma-client"')
    draft.notes.push(
      'The client connects through a driver adapter now: new PrismaClient({ adapter }).',
    )
  }
  changeFeatures(draft, blockId, 7)
  for (const [name, note] of Object.entries(REMOVED)) {
    if (unset(draft, blockId, name)) draft.notes.push(note)
  }
  addOutput(draft, draft.block(blockId))
}

/** The new generator must be told where to write, and code imports the client from there. */
function addOutput(draft: Draft, generator: Block): void {
  const output = textSetting(generator, 'output')
  if (output === null) set(draft, generator.id, 'output', quoteString(DEFAULT_OUTPUT))
  draft.notes.push(
    `Code imports the client from ${output ?? DEFAULT_OUTPUT}/client instead of @prisma/client.`,
  )
}
