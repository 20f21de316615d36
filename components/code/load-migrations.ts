/** Starts what writes the SQL of every provider. */

import type { MigrationParts, Migrations } from '@/lib/engines/sql-planner/main'

/** Loads the engines' clients. `check` is the app's own schema checker, for Prisma 7. */
export async function loadMigrations(check: MigrationParts['check']): Promise<Migrations> {
  const [{ createSchemaEngine }, { connectPlanner, createMigrations }] = await Promise.all([
    import('@/lib/engines/schema-engine/main'),
    import('@/lib/engines/sql-planner/main'),
  ])
  // A crash is told to whoever asked; nobody else needs to know.
  const engine = createSchemaEngine(() => {})
  const planner = connectPlanner(() => {})
  return createMigrations({
    check,
    diff: engine.diff,
    call: planner.call,
    dispose() {
      engine.dispose()
      planner.dispose()
    },
  })
}
