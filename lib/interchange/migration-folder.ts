/** A migration as Prisma Migrate keeps it: a folder with the SQL, beside a file with the provider. */

import type { SchemaFile } from './zip'

export interface MigrationFolder {
  readonly sql: string
  /** As the datasource has it. */
  readonly provider: string
  /** What the migration is called: `init`. */
  readonly name: string
  /** When it was made; migrations are applied in this order. */
  readonly date: Date
}

/** Paths count from the folder of the migrations. */
export function migrationFiles({ sql, provider, name, date }: MigrationFolder): SchemaFile[] {
  return [
    { path: `${migrationTimestamp(date)}_${name}/migration.sql`, text: sql },
    {
      path: 'migration_lock.toml',
      text: `# Written for Prisma Migrate, which keeps it. Commit it with the migrations.\nprovider = "${provider}"\n`,
    },
  ]
}

/** `20261126195401`: in UTC, as Prisma Migrate names its folders. */
export function migrationTimestamp(date: Date): string {
  return date.toISOString().slice(0, 19).replace(/\D/g, '')
}
