/**
 * A design as a project: everything that Prisma's commands need, as files. The schema files are
 * given as they are to be; nothing of them is changed here but where they lie.
 */

import type { ConnectionSettings } from '@/lib/schema/connection'
import { migrationFolder } from '../migration-folder'
import { cleanPath, commonFolders, freePath } from '../schema-paths'
import type { SchemaFile } from '../zip'
import { envExample, variableNames } from './env-example'
import { packageJson } from './packages'
import { prismaConfig } from './prisma-config'
import { readme } from './readme'
import { supabaseRoleSql } from './supabase-role'
import type { PrismaMajor, System } from './systems'

export interface ProjectGenerator {
  /** Its schema file. */
  readonly path: string
  readonly provider: string | null
  /** Where it writes to, relative to that file. */
  readonly output: string | null
}

export interface ProjectOptions {
  readonly name: string
  readonly system: System
  readonly version: PrismaMajor
  /** The design's files, with its paths. */
  readonly schema: readonly SchemaFile[]
  /** What the datasource lists as `schemas`. */
  readonly databaseSchemas: readonly string[]
  readonly generators: readonly ProjectGenerator[]
  /** What the design says of its connection; `null` for what the system usually has. */
  readonly connection: ConnectionSettings | null
  /** The SQL of the first migration; `null` when there is none. */
  readonly sql: string | null
  /** What the first migration is dated. */
  readonly date: Date
}

/** All files, sorted by path as a file tree would be: folders first. */
export function projectFiles(options: ProjectOptions): SchemaFile[] {
  const { name, system, version, schema, databaseSchemas, sql, date, connection } = options
  const paths = schemaPaths(schema.map(({ path }) => path))
  const isFolder = schema.length > 1
  const hasConfig = version === 7 || isFolder
  const hasMigrations = system.deploys === 'migrate'
  const migration =
    hasMigrations && sql !== null
      ? migrationFolder({ sql, provider: system.provider, name: 'init', time: date.getTime() })
      : []
  const outputs = options.generators.flatMap(({ path, provider, output }) => {
    if (output === null) return []
    const folder = projectPath(paths.get(path) ?? 'prisma/schema.prisma', output)
    return folder === null ? [] : [{ provider, folder }]
  })
  const files: SchemaFile[] = [
    ...schema.map(({ path, text }) => ({ path: paths.get(path)!, text })),
    ...migration.map(({ path, text }) => ({ path: `prisma/${path}`, text })),
    { path: '.env.example', text: envExample(system.id, version, connection) },
    { path: '.gitignore', text: gitIgnore(outputs.map(({ folder }) => folder)) },
    {
      path: 'package.json',
      text: packageJson({ name, system: system.id, version, deploys: system.deploys, hasConfig }),
    },
    {
      path: 'README.md',
      text: readme({
        name,
        system,
        version,
        hasMigration: migration.length > 0,
        hasRoleSql: system.id === 'supabase',
        clientModule: clientModule(outputs),
        urlVariable: variableNames(system.id, connection).DATABASE_URL,
      }),
    },
  ]
  if (hasConfig) {
    const schemaPath = isFolder ? 'prisma/schema' : 'prisma/schema.prisma'
    const migrations = hasMigrations ? 'prisma/migrations' : null
    files.push({
      path: 'prisma.config.ts',
      text: prismaConfig(system, version, schemaPath, migrations, connection),
    })
  }
  if (system.id === 'supabase') {
    files.push({ path: 'supabase-role.sql', text: supabaseRoleSql(databaseSchemas) })
  }
  return files.sort((a, b) => (treeKey(a.path) < treeKey(b.path) ? -1 : 1))
}

/**
 * Where the design's files lie in the project: a single one is `prisma/schema.prisma`, several are
 * in `prisma/schema`, where Prisma looks for them in all folders.
 */
export function schemaPaths(paths: readonly string[]): Map<string, string> {
  if (paths.length === 1) return new Map([[paths[0]!, 'prisma/schema.prisma']])
  const shared = commonFolders(paths).length
  const taken = new Set<string>()
  return new Map(
    paths.map((path) => {
      const own = path.split('/').slice(shared).join('/')
      // Prisma reads only what ends in .prisma.
      const named = /\.prisma$/.test(own) ? own : `${own}.prisma`
      const free = freePath(`prisma/schema/${cleanPath(named) ?? 'schema.prisma'}`, taken)
      taken.add(free)
      return [path, free]
    }),
  )
}

/** A path relative to a file as one relative to the project; `null` when it leads out of it. */
function projectPath(from: string, relative: string): string | null {
  if (relative.startsWith('/') || /^[A-Za-z]:/.test(relative)) return null
  const folders = from.split('/').slice(0, -1)
  for (const segment of relative.replaceAll('\\', '/').split('/')) {
    if (segment === '' || segment === '.') continue
    if (segment !== '..') folders.push(segment)
    else if (folders.pop() === undefined) return null
  }
  return folders.length === 0 || folders[0] === 'node_modules' ? null : folders.join('/')
}

/** What the client is imported from: `prisma-client` writes it as `client.ts`, the older one as a package. */
function clientModule(
  outputs: readonly { readonly provider: string | null; readonly folder: string }[],
): string {
  for (const { provider, folder } of outputs) {
    if (provider === 'prisma-client') return `./${folder}/client`
    if (provider === 'prisma-client-js') return `./${folder}`
  }
  return '@prisma/client'
}

function gitIgnore(outputs: readonly string[]): string {
  const lines = ['node_modules', '.env', '*.db', '*.db-journal', ...outputs.map((o) => `/${o}`)]
  return `${[...new Set(lines)].join('\n')}\n`
}

/** Sorts folders before files, and names without regard to case. */
function treeKey(path: string): string {
  const segments = path.toLowerCase().split('/')
  return segments
    .map((name, index) => (index < segments.length - 1 ? `0${name}` : `1${name}`))
    .join('/')
}
