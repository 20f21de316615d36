/** For the tests of this room: schemas as text in, SQL out. */

import { parse } from '@/lib/psl/parse'
import { deriveGraph } from '@/lib/schema/derive'
import type { Migration } from './migration'
import { planMigration } from './plan-migration'
import type { PlannedProvider, RelationalProvider, Tables } from './tables'
import { tablesOf } from './tables-of'

/** The tables of the models in `text`, which needs no datasource unless it says something in one. */
export function tablesIn<Provider extends RelationalProvider>(
  text: string,
  provider: Provider,
): Tables<Provider> {
  return tablesOf(deriveGraph(new Map([['schema.prisma', parse(text)]])), provider)
}

export function migrationBetween(
  from: string | null,
  to: string,
  provider: PlannedProvider,
): Migration {
  return planMigration(from === null ? null : tablesIn(from, provider), tablesIn(to, provider))
}
