// @ts-check
// The empty database cluster that the embedded PostgreSQL starts from. Making one (`initdb`) takes
// seconds of processor time wherever it is done, so it is done once, here, and not in each page.

import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { elapsed, root, say } from './project.mjs'

/** Where the cluster is: its data directory as a compressed archive. Not under version control. */
export const CLUSTER = join(root, 'lib/engines/database/prepared/cluster.tar.gz')

const pglite = join(root, 'node_modules/@electric-sql/pglite')

/** Makes the cluster unless there is one of the installed version. */
export async function ensureCluster() {
  const { version } = JSON.parse(readFileSync(join(pglite, 'package.json'), 'utf8'))
  const stamp = join(dirname(CLUSTER), 'version')
  if (existsSync(CLUSTER) && existsSync(stamp) && readFileSync(stamp, 'utf8') === version) return
  const start = performance.now()
  /** @type {typeof import('@electric-sql/pglite')} */
  const { PGlite } = await import(pathToFileURL(join(pglite, 'dist/index.js')).href)
  const database = await PGlite.create()
  const archive = await database.dumpDataDir('gzip')
  await database.close()
  mkdirSync(dirname(CLUSTER), { recursive: true })
  // Complete or not there, also for another run that makes it at the same time.
  const unfinished = `${CLUSTER}.${process.pid}`
  writeFileSync(unfinished, new Uint8Array(await archive.arrayBuffer()))
  renameSync(unfinished, CLUSTER)
  writeFileSync(stamp, version)
  say(`Prepared the embedded PostgreSQL in ${elapsed(start)}`)
}
