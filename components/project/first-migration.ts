/**
 * The SQL of a project's first migration, or why there is none. The engine is loaded with the first
 * question. This module knows no React.
 */

import type { SchemaFile } from '@/lib/engines/schema-engine/shared'
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

export function createMigrationWriter(): MigrationWriter {
  type Engine = import('@/lib/engines/schema-engine/main').SchemaEngine
  let engine: Promise<Engine> | null = null

  return {
    async write(files, { provider, deploys, name }) {
      if (deploys === 'push') {
        return none(`${name} takes no migrations: the schema is pushed as it is.`)
      }
      if (provider !== 'postgresql' && provider !== 'cockroachdb' && provider !== 'sqlite') {
        return none('Its first command makes the first migration; none is written here.')
      }
      try {
        engine ??= import('@/lib/engines/schema-engine/main').then(({ createSchemaEngine }) =>
          createSchemaEngine(() => {}),
        )
        const result = await (await engine).ddl(files, provider)
        if (result === 'superseded') return none('')
        if (result.kind === 'sql') return { kind: 'sql', sql: result.sql }
        return none('The schema is not valid yet, so there is no first migration: see Problems.')
      } catch (error) {
        engine = null
        const text = error instanceof Error ? error.message : String(error)
        return none(`Prisma’s migration engine could not be used. (${text})`)
      }
    },
    dispose() {
      void engine?.then((loaded) => loaded.dispose()).catch(() => {})
      engine = null
    },
  }
}

function none(reason: string): FirstMigration {
  return { kind: 'none', reason }
}
