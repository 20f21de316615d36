/** What the page and the worker of our own planner both know. */

import type { SampleRows } from '@/lib/sql/sample-rows'
import type { SampleProvider } from '@/lib/sql/samples/sample-tables'
import type { PlannedProvider } from '@/lib/sql/tables'
import type { SqlProvider } from '../schema-engine/shared'

/** The databases that SQL can be asked for: Prisma's engine, our planner, or a script. */
export type MigrationProvider = SqlProvider | PlannedProvider | 'mongodb'

export interface SchemaFile {
  /** Relative, with `/`. Appears in messages. */
  readonly path: string
  /** Lines end with `\n`; no byte order mark. */
  readonly text: string
}

/** Two versions of a schema; `from` is `null` for an empty database. */
export interface Versions {
  readonly from: readonly SchemaFile[] | null
  readonly to: readonly SchemaFile[]
}

/** Something that the schema says and the database asked for does not have. */
export interface Untranslated {
  /** What no longer fits, as a sentence. */
  readonly text: string
  /** What was done about it, as a sentence; `null` when only a person can decide. */
  readonly fix: string | null
  /** The name of the block that says it. */
  readonly block: string
}

/** The versions as they would be for another database. */
export interface Adapted extends Versions {
  /** Of the later version; empty when that is for this database anyway. */
  readonly untranslated: readonly Untranslated[]
  /** What Prisma's schema checker is to be asked about; `null` where Prisma's engine writes the SQL. */
  readonly prepared: Versions | null
}

/** A part of a migration. Offsets are UTF-16 code units of its text. */
export interface PlannedStep {
  /** `CreateTable`, `AlterTable`… */
  readonly kind: string
  /** For people: "Create the table User". */
  readonly summary: string
  readonly from: number
  readonly to: number
  /** The names of the blocks that it is about. Ids mean nothing across a worker's border. */
  readonly blocks: readonly string[]
}

export interface PlannedWarning {
  readonly text: string
  /** Whether the migration cannot be executed while there are rows, rather than only lose data. */
  readonly isBlocking: boolean
  /** The name of the block that it is about. */
  readonly block: string | null
}

/** SQL with what can be said about it. */
export interface PlannedMigration {
  readonly sql: string
  readonly steps: readonly PlannedStep[]
  readonly warnings: readonly PlannedWarning[]
}

/** What planning comes to: it can fail at a schema that is not valid. */
export type Planned = PlannedMigration | { readonly failure: string }

/** What rows are asked for: so many for each table of a schema, as it would be for the provider. */
export interface SampleQuestion {
  readonly files: readonly SchemaFile[]
  readonly provider: SampleProvider
  readonly rows: number
  /** In ms since 1970. */
  readonly now: number
}

/**
 * The methods of the worker. What `describe` and `samples` are asked about has to be valid; `plan`
 * and `script` may be asked before that is known, and what they say then means nothing.
 */
export interface SqlPlannerApi {
  adapt(params: Versions & { readonly provider: MigrationProvider }): Adapted
  /** What there is to say about SQL that Prisma's engine wrote for these versions. */
  describe(
    params: Versions & { readonly sql: string; readonly provider: SqlProvider },
  ): PlannedMigration
  plan(params: Versions & { readonly provider: PlannedProvider }): Planned
  /** What there is to do in MongoDB, as a mongosh script. */
  script(params: Versions): Planned
  samples(params: SampleQuestion): SampleRows
}
