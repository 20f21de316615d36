/**
 * The packages that a project for a system needs, and how its client is made.
 *
 * Prisma 7 speaks to every database through a driver adapter (Prisma's "Driver adapters"); Prisma 6
 * brings an engine of its own and needs none. Versions are exact: they are those whose engines
 * check a schema here.
 */

import type { PrismaMajor, SystemId } from './systems'

export const PRISMA_VERSIONS: Readonly<Record<PrismaMajor, string>> = { 6: '6.19.3', 7: '7.10.0' }

const DOTENV_VERSION = '18.0.10'

export interface Adapter {
  readonly package: string
  /** What the package exports. */
  readonly name: string
  /** What it is made with, as TypeScript; `url` is the expression that gives the connection string. */
  options(url: string): string
  /** The variable of the environment from which it reads the password, where it takes no string. */
  readonly passwordVariable?: string
}

const PG: Adapter = {
  package: '@prisma/adapter-pg',
  name: 'PrismaPg',
  options: (url) => `{ connectionString: ${url} }`,
}

const PASSWORD_VARIABLE = 'DATABASE_PASSWORD'

/** Of the adapters' own pages. `null` where Prisma 7 has no connector. */
const ADAPTERS: Readonly<Record<SystemId, Adapter | null>> = {
  postgresql: PG,
  cockroachdb: PG,
  'prisma-postgres': PG,
  supabase: PG,
  neon: {
    package: '@prisma/adapter-neon',
    name: 'PrismaNeon',
    options: PG.options,
  },
  mysql: mariadbAdapter(3306, false),
  // The driver does not read `sslaccept`: TLS is asked for in its own way.
  tidb: mariadbAdapter(4000, true),
  planetscale: {
    package: '@prisma/adapter-planetscale',
    name: 'PrismaPlanetScale',
    options: (url) => `{ url: ${url} }`,
  },
  sqlite: {
    package: '@prisma/adapter-better-sqlite3',
    name: 'PrismaBetterSqlite3',
    options: (url) => `{ url: ${url} ?? 'file:./dev.db' }`,
  },
  sqlserver: {
    package: '@prisma/adapter-mssql',
    name: 'PrismaMssql',
    options: (url) => `${url} ?? ''`,
  },
  mongodb: null,
}

/** The adapter that a version needs; `null` for none. */
export function adapterOf(id: SystemId, version: PrismaMajor): Adapter | null {
  return version === 7 ? ADAPTERS[id] : null
}

function mariadbAdapter(port: number, hasTls: boolean): Adapter {
  const settings = [
    "host: 'HOST'",
    `port: ${port}`,
    "user: 'USER'",
    `password: process.env.${PASSWORD_VARIABLE}`,
    "database: 'DATABASE'",
    ...(hasTls ? ['ssl: { rejectUnauthorized: true }'] : []),
  ]
  return {
    package: '@prisma/adapter-mariadb',
    name: 'PrismaMariaDb',
    passwordVariable: PASSWORD_VARIABLE,
    options: () => `{\n${settings.map((setting) => `  ${setting},\n`).join('')}}`,
  }
}

export interface PackageOptions {
  readonly name: string
  readonly system: SystemId
  readonly version: PrismaMajor
  readonly deploys: 'migrate' | 'push'
  /** Whether `prisma.config.ts` is there, which loads `.env` itself. */
  readonly hasConfig: boolean
}

/** `package.json`. */
export function packageJson({ name, system, version, deploys, hasConfig }: PackageOptions): string {
  const prisma = PRISMA_VERSIONS[version]
  const adapter = adapterOf(system, version)
  const scripts =
    deploys === 'migrate'
      ? { 'db:migrate': 'prisma migrate dev', 'db:deploy': 'prisma migrate deploy' }
      : { 'db:push': 'prisma db push' }
  const content = {
    name: packageName(name),
    version: '0.1.0',
    private: true,
    type: 'module',
    scripts: { ...scripts, 'db:generate': 'prisma generate', 'db:studio': 'prisma studio' },
    dependencies: {
      ...(adapter ? { [adapter.package]: prisma } : {}),
      '@prisma/client': prisma,
      ...(hasConfig ? { dotenv: DOTENV_VERSION } : {}),
    },
    devDependencies: { prisma },
  }
  return `${JSON.stringify(content, null, 2)}\n`
}

/** A name that npm takes: `Shop (2)` becomes `shop-2`. */
export function packageName(name: string): string {
  const cleaned = name
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[._-]+|[._-]+$/g, '')
    .slice(0, 100)
  return cleaned === '' || cleaned === 'node_modules' || cleaned === 'favicon.ico'
    ? 'schema'
    : cleaned
}
