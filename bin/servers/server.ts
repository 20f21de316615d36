/**
 * A database server that checks may use when it runs on this machine. It is spoken to through its
 * own command-line client, as a person without a driver would, so that nothing is installed for it.
 */

import type { Invocation } from './client'

export const SERVER_PROVIDERS = ['mysql', 'postgresql'] as const
export type ServerProvider = (typeof SERVER_PROVIDERS)[number]

export interface Server {
  readonly provider: ServerProvider
  /** As reports name it: `MariaDB at 127.0.0.1:3306`. */
  readonly name: string
  /** How the client runs a script in a database; `null` is none of ours. */
  invocation(database: string | null, sql: string): Invocation
  /** How the server's own tool dumps the schema of a database. */
  dump(database: string): Invocation
  createDatabase(name: string): string
  /** What removes everything from the database that it is run in. */
  emptyDatabase(name: string): string
  /** Also when the database is not there. */
  dropDatabase(name: string): string
  /**
   * A query that describes the database it runs in, whatever the order in which it came to be:
   * a line for each column, index, constraint and enum, with everything that Prisma's schema can
   * say of it. The lines of Prisma's own table of migrations are not among them.
   */
  readonly description: string
}
