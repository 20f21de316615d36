/** Which Prisma a schema was written for, when nobody says. */

import { isPrisma1 } from '@/lib/commands/prisma-1-blocks'
import type { SyntaxFile } from '@/lib/psl/syntax'
import { hasConnection } from '@/lib/schema/connection'
import type { Block, SchemaGraph } from '@/lib/schema/graph'
import type { PrismaVersion } from './design'

/** The version whose engine checks the schema: what is older is for 6, and what is newer for 7. */
export function detectPrismaVersion(graph: SchemaGraph): PrismaVersion {
  // Prisma 6 needs the connection in the datasource, Prisma 7 refuses it there.
  if (hasConnection(graph)) return 6
  // A datasource without one is for Prisma 7, whatever else is old.
  return graph.datasource === null && isOld(graph) ? 6 : 7
}

/** 1 and 2 stand for what was given up on the way to Prisma 3; there are no engines for those. */
export type PrismaEra = 1 | 2 | 6 | 7 | 8

/**
 * What the schema was written for, to tell people. Prisma 8 asks for the first line
 * `// use prisma-8` in a schema of its new language, which no engine here can check; blocks that
 * only that language has tell as well.
 */
export function detectPrismaEra(
  graph: SchemaGraph,
  files: ReadonlyMap<string, SyntaxFile>,
): PrismaEra {
  if (isForPrisma8(graph, files)) return 8
  if (graph.blocks.some(isPrisma1)) return 1
  if (isOfPrisma2(graph)) return 2
  return detectPrismaVersion(graph)
}

/** Quick: for what is shown all the time. */
export function isForPrisma8(
  { blocks }: SchemaGraph,
  files: ReadonlyMap<string, SyntaxFile>,
): boolean {
  for (const { text } of files.values()) if (PRISMA_8.test(text)) return true
  return blocks.some(isOfPrisma8)
}

const PRISMA_8 = /^(?:\s*\n)?\s*\/\/\s*use\s+prisma-8\b/

function isOfPrisma8({ kind, syntax }: Block): boolean {
  return kind === 'unknown' && /^(?:types|namespace)$/.test(syntax.keyword.text)
}

function isOld(graph: SchemaGraph): boolean {
  return graph.blocks.some(isPrisma1) || isOfPrisma2(graph)
}

/** Syntax that Prisma 2 had and dropped: see `lib/commands/old-syntax.ts`. */
function isOfPrisma2({ blocks, provider }: SchemaGraph): boolean {
  return blocks.some(({ kind, properties, fields, syntax }) => {
    if (kind === 'datasource' || kind === 'generator') {
      const isNameless = syntax.name === null && syntax.open !== null
      const isOfOldName = properties.some(({ name }) => name === 'experimentalFeatures')
      const isForMany = properties.some(
        ({ name, value }) => kind === 'datasource' && name === 'provider' && value?.kind === 'list',
      )
      return isNameless || isOfOldName || isForMany
    }
    return fields.some(
      ({ arity, relation }) =>
        provider !== 'mongodb' &&
        arity === 'list' &&
        relation !== null &&
        relation.fields === null &&
        relation.references !== null,
    )
  })
}
