/** The databases that SQL can be asked for. */

import type { MigrationProvider } from '@/lib/engines/sql-planner/shared'

export type ProviderId = MigrationProvider

interface Provider {
  readonly id: ProviderId
  /** As its makers write it. */
  readonly name: string
  /** Who writes what is shown, and what it is, for people. */
  readonly source: string
  /** The same of what leads from a baseline, where that is another thing. */
  readonly sourceFromBaseline?: string
}

const BY_PRISMA = 'Written by Prisma’s own migration engine.'
const BY_FACET =
  'Written by Facet as Prisma Migrate would: its own engine does not run in a browser.'

export const PROVIDERS: readonly Provider[] = [
  { id: 'postgresql', name: 'PostgreSQL', source: BY_PRISMA },
  { id: 'cockroachdb', name: 'CockroachDB', source: BY_PRISMA },
  { id: 'sqlite', name: 'SQLite', source: BY_PRISMA },
  { id: 'mysql', name: 'MySQL', source: BY_FACET },
  { id: 'sqlserver', name: 'SQL Server', source: BY_FACET },
  {
    id: 'mongodb',
    name: 'MongoDB',
    source:
      'Prisma has no migrations for MongoDB. This is a mongosh script of what “prisma db push” does to an empty database.',
    sourceFromBaseline:
      'Prisma has no migrations for MongoDB. This is the difference from the baseline as a mongosh script: what “prisma db push” does, and, where it says so, the renames and drops that it leaves to you.',
  },
]

/** @throws Error for an id that is not in the list: a programmer's mistake. */
export function providerById(id: ProviderId): Provider {
  const provider = PROVIDERS.find((candidate) => candidate.id === id)
  if (!provider) throw new Error(`There is no provider ${id}`)
  return provider
}

/** The provider that a schema names, or `null` when it names none that is known. */
export function providerOfSchema(name: string | null): ProviderId | null {
  // Prisma takes `postgres` for `postgresql`.
  const id = name === 'postgres' ? 'postgresql' : name
  return PROVIDERS.find((provider) => provider.id === id)?.id ?? null
}
