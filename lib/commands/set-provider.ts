/**
 * Changes the database that the schema is for, and the schema with it.
 *
 * ```prisma
 * datasource db {
 *   provider = "postgresql"
 * }
 *
 * model Post {
 *   id   Int    @id @default(autoincrement())
 *   name String @db.Citext
 *
 *   @@index([name], type: Hash)
 * }
 * ```
 * becomes, with `mysql`,
 * ```prisma
 * datasource db {
 *   provider = "mysql"
 * }
 *
 * model Post {
 *   id   Int    @id @default(autoincrement())
 *   name String
 *
 *   @@index([name])
 * }
 * ```
 * What the other database does not have is removed, or what comes closest takes its place. What
 * only a person can decide stays, and the notes tell of it: see `describeProviderChange`.
 */

import { providerTitle } from '@/lib/schema/provider-title'
import { quoteString } from '@/lib/schema/value'
import { addSettings } from './add-settings'
import type { Command } from './command'
import { changeProvider } from './describe-provider-change'
import { readProvider } from './setting-values'
import type { SetProviderArguments } from './settings-arguments'

export const setProvider: Command<SetProviderArguments> = {
  name: 'setProvider',
  run(ctx, { provider }) {
    if (readProvider(provider) === null) return null
    if (ctx.files.size === 0) {
      const properties = [['provider', quoteString(provider)]] as const
      const result = addSettings.run(ctx, { kind: 'datasource', properties })
      return result && { ...result, notes: [] }
    }
    const change = changeProvider(ctx, provider)
    if (!change) return null
    const { draft, consequences } = change
    draft.notes.length = 0
    draft.notes.push(...consequences.flatMap(({ text, fix }) => (fix === null ? [text] : [])))
    const { datasource } = draft.ctx.graph
    return draft.finish({
      label: `Change the database to ${providerTitle(draft.ctx.graph)}`,
      ...(datasource ? { select: { block: datasource.name } } : {}),
    })
  },
}
