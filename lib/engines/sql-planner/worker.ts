/** The worker of our own planner. */
import { migrationWarnings } from '@/lib/sql/migration-warnings'
import { planMigration } from '@/lib/sql/plan-migration'
import { tablesOf } from '@/lib/sql/tables-of'
import { serveWorker } from '../worker-server'
import { createHandlers } from './handlers'
import type { SqlPlannerApi } from './shared'

serveWorker<SqlPlannerApi>(self, async () =>
  createHandlers({ tablesOf, planMigration, migrationWarnings }),
)
