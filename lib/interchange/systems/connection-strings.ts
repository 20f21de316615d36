/**
 * The connection strings of the systems, with words in capitals for what only their owner knows.
 * The port and the parameters are what matters; each says where it comes from.
 */

import type { SystemId } from './systems'

export interface ConnectionString {
  readonly variable: 'DATABASE_URL' | 'DIRECT_URL'
  readonly value: string
  /** What it is for and where it is found, a line each. */
  readonly about: readonly string[]
  /** Another way, left as a comment. */
  readonly isAlternative?: boolean
}

const CONNECTION_STRINGS: Readonly<Record<SystemId, readonly ConnectionString[]>> = {
  // Prisma's "Connection URLs": the standard ports of the databases.
  postgresql: [
    {
      variable: 'DATABASE_URL',
      value: 'postgresql://USER:PASSWORD@localhost:5432/DATABASE?schema=public',
      about: ['PostgreSQL listens on port 5432.'],
    },
  ],
  mysql: [
    {
      variable: 'DATABASE_URL',
      value: 'mysql://USER:PASSWORD@localhost:3306/DATABASE',
      about: ['MySQL and MariaDB listen on port 3306.'],
    },
  ],
  sqlite: [
    {
      variable: 'DATABASE_URL',
      value: 'file:./dev.db',
      about: [
        'The file is made when the first migration runs.',
        'The path counts from the project with Prisma 7, from the schema file with Prisma 6.',
      ],
    },
  ],
  // Prisma's "SQL Server": settings after semicolons; braces around values with special characters.
  sqlserver: [
    {
      variable: 'DATABASE_URL',
      value:
        'sqlserver://localhost:1433;database=DATABASE;user=USER;password={PASSWORD};encrypt=true;trustServerCertificate=true',
      about: [
        'SQL Server listens on port 1433.',
        'Leave out trustServerCertificate where the certificate is not self-signed (Azure SQL).',
      ],
    },
  ],
  // Prisma's "CockroachDB": the URL of PostgreSQL, port 26257.
  cockroachdb: [
    {
      variable: 'DATABASE_URL',
      value: 'postgresql://USER:PASSWORD@HOST:26257/DATABASE?sslmode=verify-full',
      about: [
        'CockroachDB listens on port 26257.',
        'For a server of your own that runs without certificates: sslmode=disable.',
      ],
    },
  ],
  // Prisma's "MongoDB".
  mongodb: [
    {
      variable: 'DATABASE_URL',
      value: 'mongodb+srv://USER:PASSWORD@HOST/DATABASE?retryWrites=true&w=majority',
      about: ['MongoDB Atlas: Connect, then Drivers. The name of the database must be in it.'],
    },
    {
      variable: 'DATABASE_URL',
      value: 'mongodb://localhost:27017/DATABASE?replicaSet=rs0',
      about: ['A server of your own, which must run as a replica set.'],
      isAlternative: true,
    },
  ],
  // Prisma Postgres, "Connecting to your database": both have the same user and password.
  'prisma-postgres': [
    {
      variable: 'DATABASE_URL',
      value: 'postgres://USER:PASSWORD@pooled.db.prisma.io:5432/?sslmode=require',
      about: ['Pooled, for the app. Prisma Console: Connect to your database.'],
    },
    {
      variable: 'DIRECT_URL',
      value: 'postgres://USER:PASSWORD@db.prisma.io:5432/?sslmode=require',
      about: ['Direct, for migrations.'],
    },
  ],
  // Supabase's "Prisma" guide and "Connect to your database".
  supabase: [
    {
      variable: 'DATABASE_URL',
      value:
        'postgresql://prisma.PROJECT_REF:PASSWORD@aws-0-REGION.pooler.supabase.com:6543/postgres?pgbouncer=true',
      about: [
        'Transaction pooler, port 6543, for the app: many short connections.',
        'It keeps no prepared statements, which pgbouncer=true tells Prisma 6.',
        'Copy the host from the dashboard: Connect, then ORMs.',
      ],
    },
    {
      variable: 'DIRECT_URL',
      value:
        'postgresql://prisma.PROJECT_REF:PASSWORD@aws-0-REGION.pooler.supabase.com:5432/postgres',
      about: ['Session pooler, port 5432, for migrations; a server that runs on may use it too.'],
    },
    {
      variable: 'DIRECT_URL',
      value: 'postgresql://prisma:PASSWORD@db.PROJECT_REF.supabase.co:5432/postgres',
      about: ['Or straight to the database, where IPv6 or the IPv4 add-on is there.'],
      isAlternative: true,
    },
  ],
  // Neon's "Connect from Prisma to Neon": the pooled host has -pooler in its name.
  neon: [
    {
      variable: 'DATABASE_URL',
      value:
        'postgresql://USER:PASSWORD@ENDPOINT-pooler.REGION.aws.neon.tech/DATABASE?sslmode=require',
      about: ['Pooled, for the app. Neon Console: Connect.'],
    },
    {
      variable: 'DIRECT_URL',
      value: 'postgresql://USER:PASSWORD@ENDPOINT.REGION.aws.neon.tech/DATABASE?sslmode=require',
      about: ['Direct, for migrations: the same host without -pooler.'],
    },
  ],
  // Prisma's "PlanetScale": TLS is required, and sslaccept=strict checks the certificate.
  planetscale: [
    {
      variable: 'DATABASE_URL',
      value: 'mysql://USER:PASSWORD@aws.connect.psdb.cloud/DATABASE?sslaccept=strict',
      about: ['PlanetScale: Connect, then Prisma. A password belongs to one branch.'],
    },
  ],
  // TiDB's "Connect to TiDB with Prisma": port 4000; the public endpoints of TiDB Cloud need TLS.
  tidb: [
    {
      variable: 'DATABASE_URL',
      value: 'mysql://USER:PASSWORD@HOST:4000/DATABASE?sslaccept=strict',
      about: [
        'TiDB listens on port 4000. TiDB Cloud: Connect, then Prisma.',
        'sslaccept=strict is for TiDB Cloud; a cluster of your own may go without.',
      ],
    },
  ],
}

export function connectionStrings(id: SystemId): readonly ConnectionString[] {
  return CONNECTION_STRINGS[id]
}
