/** The embedded PostgreSQL in Node, for tests and commands. */
import { readFile } from 'node:fs/promises'
import type { EmbeddedDatabase } from './embedded'
import { openPostgres } from './postgres'

/** From the same cluster as in the page, which bin/lib/postgres-cluster.mjs makes. */
const CLUSTER = new URL('./prepared/cluster.tar.gz', import.meta.url)

export async function postgresInNode(extensions: readonly string[]): Promise<EmbeddedDatabase> {
  return openPostgres(extensions, { loadDataDir: new Blob([await readFile(CLUSTER)]) })
}
