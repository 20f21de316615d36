/**
 * `prisma.config.ts` of the open design: a file that is made of it, never part of its text. With
 * Prisma 7 it says what a datasource no longer may.
 */

import { commonFolders } from '@/lib/interchange/schema-paths'
import { usualConnection, writePrismaConfig } from '@/lib/interchange/systems/prisma-config'
import { SYSTEMS } from '@/lib/interchange/systems/systems'
import { type ConnectionSettings, connectionOf, hasConnection } from '@/lib/schema/connection'
import type { FacetState } from './state'
import { prismaVersionOf } from './validation'

export const CONFIG_PATH = 'prisma.config.ts'

type Configured = Pick<FacetState, 'document' | 'system'>

/** Whether the design has such a file: it is for Prisma 7, and for a database. */
export function hasConfigFile(state: Pick<FacetState, 'document'>): boolean {
  return state.document.graph.datasource !== null && prismaVersionOf(state) === 7
}

/** What the file says of the database. A schema that still says it goes first. */
export function configConnection({ document, system }: Configured): ConnectionSettings {
  const { graph, connection } = document
  if (graph.datasource && hasConnection(graph)) return connectionOf(graph.datasource)
  return connection ?? usualConnection(SYSTEMS.find(({ id }) => id === system) ?? null)
}

/** The file's text, for a project whose root the design's paths count from. */
export function configText(state: Configured): string {
  const { files, graph } = state.document
  const paths = [...files.keys()]
  const folders = commonFolders(paths)
  const isSingle = paths.length === 1
  const schemaPath = isSingle ? (paths[0] ?? '') : folders.join('/') || '.'
  // Beside a single file; of several, beside the folder that holds them, where Prisma's guide has it.
  const above = isSingle ? folders : folders.slice(0, -1)
  const migrationsPath = graph.provider === 'mongodb' ? null : [...above, 'migrations'].join('/')
  return writePrismaConfig({ schemaPath, migrationsPath, connection: configConnection(state) })
}
