/** Names for migrations that nobody has named yet. */

import type { PlannedStep } from '@/lib/engines/sql-planner/shared'
import { migrationName } from '@/lib/interchange/migration-folder'

/** `init` from an empty database; else after what is created, dropped or changed, if it is one thing. */
export function suggestMigrationName(hasBaseline: boolean, steps: readonly PlannedStep[]): string {
  if (!hasBaseline) return 'init'
  for (const [kinds, verb] of VERBS) {
    const about = steps.filter(({ kind }) => kinds.includes(kind)).flatMap(({ blocks }) => blocks)
    const names = [...new Set(about)]
    if (names.length === 1) return `${verb}_${migrationName(names[0] as string)}`
    if (names.length > 1) break
  }
  return 'update_schema'
}

/** The weightiest first. */
const VERBS: readonly (readonly [kinds: readonly string[], verb: string])[] = [
  [['CreateTable', 'CreateEnum'], 'add'],
  [['DropTable', 'DropEnum'], 'drop'],
  [['AlterTable', 'RedefineTables', 'AlterEnum', 'CreateIndex', 'DropIndex'], 'change'],
]
