/** The databases that SQL can be asked for. */

import type { SqlProvider } from '@/lib/engines/schema-engine/shared'

export type ProviderId = SqlProvider | 'mysql' | 'sqlserver' | 'mongodb'

interface Provider {
  readonly id: ProviderId
  /** As its makers write it. */
  readonly name: string
  /** What the engine calls it; `null` while there is no preview for it. */
  readonly engine: SqlProvider | null
}

export const PROVIDERS: readonly Provider[] = [
  { id: 'postgresql', name: 'PostgreSQL', engine: 'postgresql' },
  { id: 'cockroachdb', name: 'CockroachDB', engine: 'cockroachdb' },
  { id: 'sqlite', name: 'SQLite', engine: 'sqlite' },
  { id: 'mysql', name: 'MySQL', engine: null },
  { id: 'sqlserver', name: 'SQL Server', engine: null },
  { id: 'mongodb', name: 'MongoDB', engine: null },
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
