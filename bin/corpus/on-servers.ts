/**
 * Executes the SQL of schemas, from nothing, on the servers that run here: our planner's for MySQL,
 * and that of Prisma's own engine for PostgreSQL. Our planner's migration to what random commands
 * make of the schema is executed too, and has to come to the same database as that from nothing.
 */

import { basename } from 'node:path'
import type { PrismaVersion } from '@/lib/document/design'
import type { SchemaFile as SchemaFileText } from '@/lib/engines/schema-engine/shared'
import { parse } from '@/lib/psl/parse'
import { deriveGraph } from '@/lib/schema/derive'
import { inLanes } from '../lib/lanes'
import { compareDescriptions } from '../oracles/descriptions'
import { createGenerator, type Generated, type SqlGenerator } from '../oracles/generate'
import { parseVersion } from '../oracles/version'
import { type Database, whyUnreachable, withDatabase } from '../servers/databases'
import type { Server } from '../servers/server'
import { SERVERS, serverFor } from '../servers/servers'
import { execute } from '../servers/stand-ins'
import type { CheckOptions } from './check-schema'
import { createRandom } from './random'
import { randomMigration } from './random-migration'
import { findRefusedStep, type RefusedStep } from './refused-steps'
import type { SchemaFile, SchemaSource } from './schema-files'

export interface ServerReport {
  readonly label: string
  readonly version: PrismaVersion
  /** What the server has against the SQL; `null` when it was executed. */
  readonly problem: string | null
  /** The names of what helped: of `servers/stand-ins.ts` and `refused-steps.ts`. */
  readonly rules: readonly string[]
  /** Whether a random migration was executed. */
  readonly migrated: boolean
}

/** One that is to be executed, and the version of Prisma that accepts it. */
export interface AcceptedSchema {
  readonly source: SchemaSource
  readonly version: PrismaVersion
}

export interface ServerCheck {
  readonly server: Server
  /** Why nothing was executed; `null` when the server was there. */
  readonly skipped: string | null
  readonly reports: readonly ServerReport[]
}

/** Never rejects because of a schema: what goes wrong with it is its problem. */
export async function executeAll(
  accepted: readonly AcceptedSchema[],
  { seed, rounds }: CheckOptions,
): Promise<ServerCheck[]> {
  const generator = await createGenerator()
  const checks: ServerCheck[] = []
  for (const server of Object.values(SERVERS)) {
    const own = accepted.filter(({ source }) => serverOf(source.files) === server)
    if (own.length === 0) continue
    const skipped = await whyUnreachable(server)
    const reports = skipped === null ? await executeOn(server, own) : []
    checks.push({ server, skipped, reports })
  }
  return checks

  async function executeOn(server: Server, schemas: readonly AcceptedSchema[]) {
    const reports: ServerReport[] = []
    const work = (schema: AcceptedSchema) =>
      withDatabase(server, (database) => report(schema, database))
    await inLanes(schemas, work, (_, done) => reports.push(done))
    return reports
  }

  async function report(
    { source: { label, files }, version }: AcceptedSchema,
    database: Database,
  ): Promise<ServerReport> {
    const { provider } = database.server
    const generated = await generator.generate(null, files, provider)
    if ('problem' in generated) {
      const problem = `Prisma ${version} accepts it, but there is no SQL: ${generated.problem}`
      return { label, version, problem, rules: [], migrated: false }
    }
    const { problem, standIns } = await execute(database, [generated.sql])
    const done = { label, version, rules: standIns }
    // What goes wrong between two schemas of PostgreSQL is not our planner's doing.
    if (problem !== null || provider !== 'mysql') return { ...done, problem, migrated: false }
    const random = createRandom(seed, basename(label), 'server')
    const { after, commands } = randomMigration(files, version, random, rounds)
    const fault = await findMigrationFault(database, generator, { before: files, after })
    const migrated = commands.length > 0 && fault !== NOT_EXECUTABLE
    if (fault === null || !migrated) return { ...done, problem: null, migrated }
    if (typeof fault === 'object') return { ...done, problem: null, rules: [fault.name], migrated }
    return { ...done, problem: `${fault}\nafter ${commands.join('\n  ')}`, migrated }
  }
}

/**
 * Prisma accepts some schemas that no MySQL does, such as a key of type Json. Nothing can be said
 * of a migration to one.
 */
const NOT_EXECUTABLE = Symbol('not executable')

/** What goes wrong in a migration, in a database that has the schema before; `null` if nothing. */
async function findMigrationFault(
  database: Database,
  generator: SqlGenerator,
  { before, after }: Record<'before' | 'after', readonly SchemaFileText[]>,
): Promise<string | null | RefusedStep | typeof NOT_EXECUTABLE> {
  const { provider } = database.server
  const [first, step, all] = [
    await generator.generate(null, before, provider),
    await generator.generate(before, after, provider),
    await generator.generate(null, after, provider),
  ]
  for (const part of [first, step, all]) if ('problem' in part) return part.problem
  const sql = (part: Generated) => ('sql' in part ? part.sql : '')
  await database.empty()
  if ((await execute(database, [sql(all)])).problem !== null) return NOT_EXECUTABLE
  const created = await database.describe()
  await database.empty()
  const { problem } = await execute(database, [sql(first), sql(step)])
  if (problem !== null) {
    return findRefusedStep(problem, sql(step)) ?? `the migration: ${problem}\n${sql(step)}`
  }
  const migrated = await database.describe()
  const { difference } = compareDescriptions({ created, migrated }, { provider, ...NO_ORIGIN })
  return difference === null ? null : `the migration comes to\n${difference}\n${sql(step)}`
}

/** Ours is what Prisma writes today. */
const NO_ORIGIN = {
  sql: '',
  origin: {
    version: parseVersion('7.10'),
    fromShadowDatabase: false,
    isExact: true,
    externalTables: [],
  },
} as const

function serverOf(files: readonly SchemaFile[]): Server | null {
  return serverFor(
    deriveGraph(new Map(files.map(({ path, text }) => [path, parse(text)]))).provider,
  )
}
