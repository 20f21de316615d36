/** What leads from one relational schema to another, in the order in which Prisma writes it. */

import type { BlockId } from '@/lib/schema/graph'

/** One part of a migration: a heading as Prisma writes it (`-- CreateTable`) and its statements. */
export interface MigrationStep {
  /** `CreateTable`, `AlterTable`, `DropForeignKey`, `RedefineTables`… */
  readonly kind: string
  /** For people: "Create the table User". */
  readonly summary: string
  /** The statements as written, without the heading. */
  readonly sql: string
  /** The model that it is about, when there is one in either schema. */
  readonly blockId: BlockId | null
}

/** What a person should know before they run the migration: the sentences of `prisma migrate dev`. */
export interface MigrationWarning {
  readonly text: string
  /** Whether the migration cannot be executed while there are rows, rather than only lose data. */
  readonly isBlocking: boolean
  readonly blockId: BlockId | null
}

export interface Migration {
  /** The whole text as `prisma migrate diff --script` prints it. */
  readonly sql: string
  readonly steps: readonly MigrationStep[]
  readonly warnings: readonly MigrationWarning[]
}
