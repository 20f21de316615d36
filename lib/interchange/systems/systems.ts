/**
 * The databases and hosted systems that Prisma's own and their makers' guides speak of, and what
 * each of them asks of a schema. What their connection strings look like is in
 * `connection-strings.ts`, which packages they take in `packages.ts`.
 *
 * None of them needs a preview feature in the versions here: driver adapters are generally
 * available since Prisma 6.16, `multiSchema` since 6.13 (Prisma's release notes).
 */

/** The major versions of Prisma that a design can be made for. */
export type PrismaMajor = 6 | 7

export type SystemProvider =
  | 'postgresql'
  | 'mysql'
  | 'sqlite'
  | 'sqlserver'
  | 'mongodb'
  | 'cockroachdb'

export type SystemId =
  | 'postgresql'
  | 'mysql'
  | 'sqlite'
  | 'sqlserver'
  | 'mongodb'
  | 'cockroachdb'
  | 'prisma-postgres'
  | 'supabase'
  | 'neon'
  | 'planetscale'
  | 'tidb'

export interface System {
  readonly id: SystemId
  /** As its makers write it. */
  readonly name: string
  /** A sentence that tells it from the others. */
  readonly description: string
  readonly provider: SystemProvider
  /** Set where the database itself does not keep foreign keys. */
  readonly relationMode: 'prisma' | null
  /** The Prisma versions that speak to it, the usual one first. */
  readonly versions: readonly PrismaMajor[]
  /** Why it is not all versions; `null` when it is. */
  readonly versionNote: string | null
  /** How tables get there: by migrations, or by pushing the schema as it is. */
  readonly deploys: 'migrate' | 'push'
  /** Whether commands that change the database connect past a pooler, with a string of their own. */
  readonly hasDirectUrl: boolean
  /** What whoever sets it up has to know, a sentence each. */
  readonly notes: readonly string[]
}

const RELATIONAL = {
  relationMode: null,
  versions: [7, 6],
  versionNote: null,
  deploys: 'migrate',
  hasDirectUrl: false,
  notes: [],
} satisfies Partial<System>

export const SYSTEMS: readonly System[] = [
  {
    ...RELATIONAL,
    id: 'postgresql',
    name: 'PostgreSQL',
    description: 'Your own server, or any host that speaks PostgreSQL.',
    provider: 'postgresql',
  },
  {
    ...RELATIONAL,
    id: 'mysql',
    name: 'MySQL',
    description: 'Your own MySQL or MariaDB server.',
    provider: 'mysql',
  },
  {
    ...RELATIONAL,
    id: 'sqlite',
    name: 'SQLite',
    description: 'One file beside the app, no server.',
    provider: 'sqlite',
  },
  {
    ...RELATIONAL,
    id: 'sqlserver',
    name: 'SQL Server',
    description: 'Microsoft SQL Server 2017 and later, or Azure SQL.',
    provider: 'sqlserver',
  },
  {
    ...RELATIONAL,
    id: 'cockroachdb',
    name: 'CockroachDB',
    description: 'Distributed SQL in the manner of PostgreSQL.',
    provider: 'cockroachdb',
  },
  {
    ...RELATIONAL,
    id: 'mongodb',
    name: 'MongoDB',
    description: 'Documents with composite types; for Prisma 6.',
    provider: 'mongodb',
    // Prisma's MongoDB page and upgrade guide: version 7 has no MongoDB connector.
    versions: [6],
    versionNote: 'Prisma 7 has no MongoDB connector; MongoDB stays on Prisma 6.',
    deploys: 'push',
    notes: [
      'The server must run as a replica set: Prisma needs transactions.',
      'There are no migrations: `prisma db push` brings collections and indexes up to date.',
    ],
  },
  {
    ...RELATIONAL,
    id: 'prisma-postgres',
    name: 'Prisma Postgres',
    description: 'PostgreSQL by Prisma, with pooled and direct connections.',
    provider: 'postgresql',
    hasDirectUrl: true,
  },
  {
    ...RELATIONAL,
    id: 'supabase',
    name: 'Supabase',
    description: 'PostgreSQL behind poolers, with a database role for Prisma.',
    provider: 'postgresql',
    hasDirectUrl: true,
    notes: ['Run `supabase-role.sql` in the SQL editor first: it makes the role that Prisma uses.'],
  },
  {
    ...RELATIONAL,
    id: 'neon',
    name: 'Neon',
    description: 'Serverless PostgreSQL, with pooled and direct connections.',
    provider: 'postgresql',
    hasDirectUrl: true,
  },
  {
    ...RELATIONAL,
    id: 'planetscale',
    name: 'PlanetScale',
    description: 'MySQL on Vitess; Prisma keeps relations itself, without foreign keys.',
    provider: 'mysql',
    // PlanetScale's "Referential actions and integrity with Prisma": relationMode is to be "prisma".
    relationMode: 'prisma',
    // Prisma's PlanetScale page: `db push`, then a deploy request, instead of migrations.
    deploys: 'push',
    notes: [
      'Schema changes go to a branch with `prisma db push`, and from there by a deploy request.',
      'Without foreign keys no index comes by itself: give every foreign key field an `@@index`.',
    ],
  },
  {
    ...RELATIONAL,
    id: 'tidb',
    name: 'TiDB',
    description: 'Distributed SQL in the manner of MySQL, with foreign keys.',
    provider: 'mysql',
    // TiDB's "FOREIGN KEY Constraints": there since 6.6.0, generally available since 8.5.0.
    notes: ['Foreign keys are generally available since TiDB 8.5.'],
  },
]

/** @throws Error for an id that is not in the list: a programmer's mistake. */
export function systemById(id: SystemId): System {
  const system = SYSTEMS.find((candidate) => candidate.id === id)
  if (!system) throw new Error(`There is no system ${id}`)
  return system
}

/** The systems for what a datasource names as its provider; all of them when it names none. */
export function systemsOf(provider: string | null): readonly System[] {
  if (provider === null) return SYSTEMS
  // Prisma takes `postgres` for `postgresql`.
  const known = provider === 'postgres' ? 'postgresql' : provider
  return SYSTEMS.filter((system) => system.provider === known)
}
