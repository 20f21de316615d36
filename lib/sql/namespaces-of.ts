/** The schemas of the database that tables and enums are in. */

import type { Block } from '@/lib/schema/graph'
import type { Dialect } from './dialect'

export function namespaceOf(block: Block, dialect: Dialect): string | null {
  return dialect.defaultNamespace === null
    ? null
    : (block.databaseSchema ?? dialect.defaultNamespace)
}

/** Prisma creates those that something is in, by name, whatever the datasource lists. */
export function namespacesOf(things: readonly { readonly namespace: string | null }[]): string[] {
  const names = things.flatMap(({ namespace }) => (namespace === null ? [] : [namespace]))
  return [...new Set(names)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
}
