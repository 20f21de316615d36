/** The servers that are looked for. */

import { MARIADB } from './mariadb'
import { POSTGRESQL } from './postgresql'
import { SERVER_PROVIDERS, type Server, type ServerProvider } from './server'

export const SERVERS: Readonly<Record<ServerProvider, Server>> = {
  mysql: MARIADB,
  postgresql: POSTGRESQL,
}

/** The server for what a datasource names; `null` when none is known. */
export function serverFor(provider: string | null): Server | null {
  const name = provider === 'postgres' ? 'postgresql' : provider
  const known = SERVER_PROVIDERS.find((candidate) => candidate === name)
  return known === undefined ? null : SERVERS[known]
}
