/**
 * The SQL of a project's first migration, or why there is none. The engines are loaded with the
 * first question. This module knows no React.
 */

import type { Migrations } from '@/lib/engines/sql-planner/main'
import type { SchemaFile } from '@/lib/engines/sql-planner/shared'
import type { System } from '@/lib/interchange/systems/systems'

export type FirstMigration =
  | { readonly kind: 'sql'; readonly sql: string }
  /** A sentence for whoever waits for it. */
  | { readonly kind: 'none'; readonly reason: string }

export interface MigrationWriter {
  /** Rejects only when it was disposed of. */
  write(files: readonly SchemaFile[], system: System): Promise<FirstMigration>
  dispose(): void
}

export function createMigrationWriter(load: () => Promise<Migrations>): MigrationWriter {
  let migrations: Promise<Migrations> | null = null
  const dispose = () => {
    void migrations?.then((loaded) => loaded.dispose()).catch(() => {})
    migrations = null
  }

  return {
    async write(files, { provider, deploys, name }) {
      if (deploys === 'push') {
        return none(`${name} takes no migrations: the schema is pushed as it is.`)
      }
      try {
        migrations ??= load()
        const answer = await (await migrations).migration({ from: null, to: files, provider })
        if (answer === 'superseded') return none('')
        if (answer.kind === 'migration') return { kind: 'sql', sql: answer.sql }
        return none('The schema is not valid yet, so there is no first migration: see Problems.')
      } catch (error) {
        dispose()
        const text = error instanceof Error ? error.message : String(error)
        return none(`The first migration could not be written. (${text})`)
      }
    },
    dispose,
  }
}

function none(reason: string): FirstMigration {
  return { kind: 'none', reason }
}
