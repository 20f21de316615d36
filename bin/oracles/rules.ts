/**
 * Why SQL that Prisma once wrote is not what Prisma 7.10 writes from one schema to another: the
 * one table of what is put right before the two are compared. Each rule has a condition on the
 * oracle, and changes nothing but what it names; nothing is compared more loosely than that.
 */

import type { Oracle } from './pairs'
import {
  addedColumnsAsInSchema,
  clusteringUnsaid,
  createSchemaUnconditionally,
  deferForeignKeys,
  foreignKeysByReferredTable,
  joinTablesGetPrimaryKeys,
  joinTablesWithUniqueIndex,
  namesOfPrisma2,
  qualifiedPublicSchema,
  renamesToPrisma3,
  uniquesAsIndexes,
  viewsWithoutIds,
  withoutTransaction,
} from './rules/older-versions'
import {
  editedByHand,
  handWrittenDefaultDrops,
  isEditedByHand,
  noiseOfShadowDatabase,
} from './rules/oracle-faults'
import {
  existingDefaultSchema,
  externalTables,
  indexesOfForeignKeys,
  orderOfShadowDatabase,
  uniqueConstraints,
} from './rules/shadow-database'
import { externalTableWarnings, isHeaderRemoved } from './rules/warnings'
import type { Step } from './statements'
import { isBefore } from './version'

export interface Sides {
  /** What we write. */
  readonly actual: readonly Step[]
  /** What Prisma wrote. */
  readonly expected: readonly Step[]
}

export interface Rule {
  readonly name: string
  /** Why the texts differ though neither is wrong. */
  readonly why: string
  readonly appliesTo: (oracle: Oracle) => boolean
  readonly apply: (sides: Sides, oracle: Oracle) => Sides
}

/** What is put right in our warnings before they are compared with those of an oracle. */
export interface WarningRule {
  readonly name: string
  readonly why: string
  readonly appliesTo: (oracle: Oracle) => boolean
  readonly apply: (warnings: readonly string[], oracle: Oracle) => readonly string[]
}

/** What Prisma 7.10 does not accept though an older version did, put in its own words. */
export interface SchemaRule {
  readonly name: string
  readonly why: string
  readonly appliesTo: (oracle: Oracle) => boolean
  readonly apply: (schema: string) => string
}

/** Applied to the schemas before the SQL is generated. */
export const SCHEMA_RULES: readonly SchemaRule[] = [
  {
    name: 'views-with-ids',
    why: 'Before Prisma 7 a view could have an @id, which the engine now refuses. Views come to no SQL.',
    appliesTo: ({ origin }) => isBefore(origin.version, '7.0'),
    apply: viewsWithoutIds,
  },
]

export const WARNING_RULES: readonly WarningRule[] = [
  {
    name: 'warnings-of-external-tables',
    why: 'What happens to external tables is left to a person, so nothing is said of it.',
    appliesTo: ({ origin }) => origin.externalTables.length > 0,
    apply: externalTableWarnings,
  },
  {
    name: 'warnings-removed-by-hand',
    why: 'Prisma warns of every step that may fail; somebody has taken the comment out of the file.',
    appliesTo: isHeaderRemoved,
    apply: () => [],
  },
]

/** In the order in which they are applied. */
export const RULES: readonly Rule[] = [
  {
    name: 'edited-by-hand',
    why: 'The migration and the schema beside it were made to disagree by a person.',
    appliesTo: isEditedByHand,
    apply: editedByHand,
  },
  {
    name: 'hand-written-default-drops',
    why: 'SQL Server refuses to drop a column with a default, and Prisma drops no default of a dropped column: people add the statements. Prisma itself drops the constraints of a step in one statement.',
    appliesTo: ({ provider }) => provider === 'sqlserver',
    apply: handWrittenDefaultDrops,
  },
  {
    name: 'existing-default-schema',
    why: 'A shadow database has the schema public or dbo, so it is not created.',
    appliesTo: ({ provider, origin }) =>
      origin.fromShadowDatabase && provider !== 'mysql' && provider !== 'sqlite',
    apply: existingDefaultSchema,
  },
  {
    name: 'public-schema-taken-for-granted',
    why: 'By Prisma 6.14 the schema public of CockroachDB was not created from nothing.',
    appliesTo: ({ provider, origin }) =>
      provider === 'cockroachdb' && !origin.fromShadowDatabase && isBefore(origin.version, '7.0'),
    apply: existingDefaultSchema,
  },
  {
    name: 'create-schema-unconditionally',
    why: 'Prisma 4.3 created schemas of SQL Server without asking whether they exist, and dbo not at all; by 6.14 it asks.',
    appliesTo: ({ provider, origin }) =>
      provider === 'sqlserver' && isBefore(origin.version, '6.14'),
    apply: createSchemaUnconditionally,
  },
  {
    name: 'without-transaction',
    why: 'Before Prisma 3.9 migrations of SQL Server were not put in a transaction.',
    appliesTo: ({ provider, origin }) =>
      provider === 'sqlserver' && isBefore(origin.version, '3.9'),
    apply: withoutTransaction,
  },
  {
    name: 'uniques-as-indexes',
    why: 'Before Prisma 4.2 a unique was added to a table of SQL Server as an index.',
    appliesTo: ({ provider, origin }) =>
      provider === 'sqlserver' && isBefore(origin.version, '4.2'),
    apply: uniquesAsIndexes,
  },
  {
    name: 'clustering-unsaid',
    why: 'Before Prisma 3.13 keys and indexes of SQL Server did not say whether they are clustered.',
    appliesTo: ({ provider, origin }) =>
      provider === 'sqlserver' && isBefore(origin.version, '3.13'),
    apply: clusteringUnsaid,
  },
  {
    name: 'qualified-public-schema',
    why: 'From Prisma 6.13 to 6.16 names in the schema public of PostgreSQL were written with it.',
    appliesTo: ({ provider, origin }) =>
      provider === 'postgresql' &&
      !isBefore(origin.version, '6.13') &&
      isBefore(origin.version, '6.17'),
    apply: qualifiedPublicSchema,
  },
  {
    name: 'external-tables',
    why: "Tables that Prisma's configuration declares external are left alone; Facet has no such configuration.",
    appliesTo: ({ origin }) => origin.externalTables.length > 0,
    apply: externalTables,
  },
  {
    name: 'unique-constraints-of-shadow-database',
    why: 'A unique of SQL Server that was read from a database is known to be a constraint and is dropped as one; from a schema it is dropped as an index.',
    appliesTo: ({ provider, origin }) => provider === 'sqlserver' && origin.fromShadowDatabase,
    apply: uniqueConstraints,
  },
  {
    name: 'join-tables-with-unique-index',
    why: 'Before Prisma 6 implicit join tables of PostgreSQL had a unique index instead of a primary key.',
    appliesTo: ({ provider, origin }) =>
      (provider === 'postgresql' || provider === 'cockroachdb') && isBefore(origin.version, '6.0'),
    apply: joinTablesWithUniqueIndex,
  },
  {
    name: 'join-tables-get-primary-keys',
    why: 'The first migration with Prisma 6 gives older join tables of PostgreSQL the primary key of new ones.',
    appliesTo: ({ provider, origin }) =>
      (provider === 'postgresql' || provider === 'cockroachdb') &&
      origin.fromShadowDatabase &&
      !isBefore(origin.version, '6.0'),
    apply: joinTablesGetPrimaryKeys,
  },
  {
    name: 'defer-foreign-keys',
    why: 'By Prisma 5.18 redefining tables of SQLite defers foreign keys; before, it checked them afterwards.',
    appliesTo: ({ provider, origin }) => provider === 'sqlite' && isBefore(origin.version, '5.18'),
    apply: deferForeignKeys,
  },
  {
    name: 'names-of-prisma-2',
    why: 'Prisma 2 called constraints otherwise, gave those of SQLite no names, and cascaded deletion.',
    appliesTo: ({ provider, origin }) => provider === 'sqlite' && isBefore(origin.version, '3.0'),
    apply: namesOfPrisma2,
  },
  {
    name: 'renames-to-prisma-3',
    why: 'The first migration with Prisma 3 renames what Prisma 2 had named, which neither schema says.',
    appliesTo: ({ kind, provider, origin }) =>
      kind === 'step' && provider === 'sqlite' && origin.version.major === 3,
    apply: renamesToPrisma3,
  },
  {
    name: 'added-columns-as-in-schema',
    why: 'Before Prisma 3 added columns came in the order of the schema; now they come by name.',
    appliesTo: ({ origin }) => isBefore(origin.version, '3.0'),
    apply: addedColumnsAsInSchema,
  },
  {
    name: 'foreign-keys-by-referred-table',
    why: 'Prisma 3 put the foreign keys of a table in the order of the tables that they refer to; now they come in the order of its fields.',
    appliesTo: ({ origin }) => isBefore(origin.version, '4.0'),
    apply: foreignKeysByReferredTable,
  },
  {
    name: 'indexes-of-foreign-keys',
    why: 'MySQL makes an index for a foreign key that has none, and Prisma renames it when it reads it from a database.',
    appliesTo: ({ provider, origin }) => provider === 'mysql' && origin.fromShadowDatabase,
    apply: indexesOfForeignKeys,
  },
  {
    name: 'noise-of-shadow-database',
    why: 'The oracle is marked as holding changes of tables and columns in which the shadow database differed from the schema before.',
    appliesTo: ({ origin }) => !origin.isExact,
    apply: noiseOfShadowDatabase,
  },
  {
    name: 'order-of-shadow-database',
    why: 'Tables, indexes and foreign keys that were read from a database come by name; from a schema they come as written.',
    appliesTo: ({ origin }) => origin.fromShadowDatabase,
    apply: orderOfShadowDatabase,
  },
]

/** One of `RULES`. */
export type RuleName = string
