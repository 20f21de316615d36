/**
 * Holds SQL to what a real server makes of it. A whole folder of migrations has to come to the same
 * database as our SQL from nothing, and so has our SQL from nothing for the schema before, followed
 * by our step. What is created from nothing has to be executed.
 */

import { type Database, whyUnreachable, withDatabase } from '../servers/databases'
import type { Server } from '../servers/server'
import { serverFor } from '../servers/servers'
import { execute } from '../servers/stand-ins'
import { compareDescriptions } from './descriptions'
import type { Oracle } from './pairs'

/** Why nothing was compared; or in what the two databases differ, `null` when in nothing. */
export type ServerResult =
  | { readonly skipped: string }
  | { readonly difference: string | null; readonly rules: readonly string[] }

/** SQL of ours about the schemas of an oracle. */
export interface PlannedSql {
  /** From nothing to the schema after. */
  readonly created: string
  /** From nothing to the schema before, and from there to the one after; `null` without one. */
  readonly migrated: readonly string[] | null
}

export function compareOnServer(oracle: Oracle, planned: PlannedSql): Promise<ServerResult> {
  const server = serverFor(oracle.provider)
  if (server === null) {
    return Promise.resolve({ skipped: `no server for ${oracle.provider} is known` })
  }
  return compareOn(server, oracle, planned)
}

async function compareOn(
  server: Server,
  oracle: Oracle,
  { created, migrated }: PlannedSql,
): Promise<ServerResult> {
  const skipped = await unreachable(server)
  if (skipped !== null) return { skipped }
  const isHistory = oracle.kind === 'history'
  return withDatabase(server, async (database) => {
    const before = isHistory ? oracle.migrations : migrated
    const first = before === null ? null : await describeAfter(database, before)
    if (first?.problem && isHistory) {
      return { skipped: `the server refuses the migrations (${first.problem})` }
    }
    if (first?.problem) return refusal('migrate', first)
    if (first !== null) await database.empty()
    const second = await describeAfter(database, [created])
    if (second.problem) return refusal('create everything', second)
    const standIns = [...new Set([...(first?.standIns ?? []), ...second.standIns])]
    if (first === null) return { difference: null, rules: standIns }
    const { difference, rules } = compareDescriptions(
      { created: second.lines, migrated: first.lines },
      oracle,
    )
    return { difference, rules: [...standIns, ...rules] }
  })
}

async function describeAfter(database: Database, scripts: readonly string[]) {
  const { problem, standIns } = await execute(database, scripts)
  return { problem, standIns, lines: problem === null ? await database.describe() : [] }
}

function refusal(
  purpose: string,
  { problem, standIns }: { problem: string | null; standIns: readonly string[] },
): ServerResult {
  return { difference: `The server refuses our SQL to ${purpose}: ${problem}`, rules: standIns }
}

const reachability = new Map<Server, Promise<string | null>>()

/** Asks each server once. */
function unreachable(server: Server): Promise<string | null> {
  const asked = reachability.get(server) ?? whyUnreachable(server)
  reachability.set(server, asked)
  return asked
}
