/**
 * Databases of our own on a server. Making one takes a server longer than most checks do, so one
 * check's is emptied and given to the next; all are dropped once the process has ended.
 */

import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { Socket } from 'node:net'
import type { Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { type Answer, runClient } from './client'
import type { Server } from './server'

export interface Database {
  readonly server: Server
  readonly name: string
  run(sql: string): Promise<Answer>
  /** Its schema, as the server's own tool writes it. */
  dump(): Promise<Answer>
  /** Removes everything that is in it. */
  empty(): Promise<void>
  /** What is in it; see `Server.description`. Sorted. */
  describe(): Promise<string[]>
}

const idle: Database[] = []

/** Why a server cannot be used; `null` when it can. */
export async function whyUnreachable(server: Server): Promise<string | null> {
  const { problem } = await runClient(server.invocation(null, 'SELECT 1;'))
  return problem === null ? null : `no ${server.name} (${problem})`
}

/**
 * Gives `work` an empty database, which no other has at the time.
 * @throws Error when the server makes none.
 */
export async function withDatabase<Result>(
  server: Server,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  const at = idle.findIndex((database) => database.server === server)
  const database = at < 0 ? await makeDatabase(server) : (idle.splice(at, 1)[0] as Database)
  try {
    return await work(database)
  } finally {
    await database.empty()
    idle.push(database)
  }
}

async function makeDatabase(server: Server): Promise<Database> {
  // Not the name of one that another run makes at the same time.
  const name = `facet_check_${process.pid}_${randomBytes(6).toString('hex')}`
  dropAtTheEnd(server, name)
  const database: Database = {
    server,
    name,
    run: (sql) => runClient(server.invocation(name, sql)),
    dump: () => runClient(server.dump(name)),
    empty: async () => {
      await order(server, name, server.emptyDatabase(name))
    },
    describe: async () => {
      const output = await order(server, name, server.description)
      return output
        .split('\n')
        .filter((line) => line !== '')
        .sort()
    },
  }
  await order(server, null, server.createDatabase(name))
  return database
}

/** @throws Error when the server does not obey. */
async function order(server: Server, database: string | null, sql: string): Promise<string> {
  const { output, problem } = await runClient(server.invocation(database, sql))
  if (problem !== null) throw new Error(`${server.name} refuses: ${problem}\n${sql}`)
  return output
}

let janitor: Writable | null = null

/** Drops a database when this process has ended, however it does. */
function dropAtTheEnd(server: Server, name: string): void {
  janitor ??= startJanitor()
  janitor.write(`${JSON.stringify(server.invocation(null, server.dropDatabase(name)))}\n`)
}

function startJanitor(): Writable {
  const child = spawn(process.execPath, [JANITOR], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  // It waits for this process, which must not wait for it.
  child.unref()
  if (child.stdin instanceof Socket) child.stdin.unref()
  return child.stdin
}

const JANITOR = fileURLToPath(new URL('./janitor.mjs', import.meta.url))
