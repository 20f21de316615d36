/** Which Prisma a schema was written for, when nobody says. */

import type { SchemaGraph } from '@/lib/schema/graph'
import type { PrismaVersion } from './design'

/** Prisma 6 needs them in the datasource, Prisma 7 refuses them there. */
const CONNECTION_PROPERTIES = new Set(['url', 'directUrl', 'shadowDatabaseUrl'])

export function detectPrismaVersion(graph: SchemaGraph): PrismaVersion {
  const properties = graph.datasource?.properties ?? []
  return properties.some(({ name }) => CONNECTION_PROPERTIES.has(name)) ? 6 : 7
}
