/**
 * Check 7: what Prisma accepts for one database can be looked at as for each of the others, unless
 * what is said of it says why not.
 */

import { changeProvider } from '@/lib/commands/describe-provider-change'
import { PROVIDERS } from '@/lib/commands/setting-values'
import { WITH_STAND_INS } from '@/lib/commands/stand-ins'
import type { DesignFile, PrismaVersion } from '@/lib/document/design'
import { createDocument } from '@/lib/document/document'
import { mongodbScript } from '@/lib/sql/mongodb/script'
import { planMigration } from '@/lib/sql/plan-migration'
import { tablesOf } from '@/lib/sql/tables-of'
import { contextOf } from './commands'
import { findErrors } from './engine'
import { excerpt } from './failure'

/** The first database for which there is no preview, and no word why; `null` when there is none. */
export function findPreviewFault(
  files: readonly DesignFile[],
  version: PrismaVersion,
): string | null {
  const ctx = contextOf(createDocument(files))
  const own = ctx.graph.provider === 'postgres' ? 'postgresql' : ctx.graph.provider
  if (own === null) return null
  for (const provider of PROVIDERS) {
    if (provider === own) continue
    const change = changeProvider(ctx, provider, WITH_STAND_INS)
    if (!change) return `${provider}: there is no preview`
    const { draft, consequences } = change
    const texts = [...draft.ctx.files].map(([path, { text }]) => ({ path, text }))
    const [error] = findErrors(version, texts)
    if (error !== undefined) {
      if (consequences.some(({ fix }) => fix === null)) continue
      return `${provider}: nothing is told, but Prisma says ${excerpt(error, 300)}`
    }
    const { graph } = draft.ctx
    if (provider === 'mongodb') mongodbScript(null, graph)
    else if (provider === 'mysql') planMigration(null, tablesOf(graph, provider))
    else if (provider === 'sqlserver') planMigration(null, tablesOf(graph, provider))
  }
  return null
}
