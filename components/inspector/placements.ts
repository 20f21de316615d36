/** What can be said of where blocks are. */

import type { SchemaGraph } from '@/lib/schema/graph'

/** Stands for values that differ. */
export const MIXED = Symbol('mixed')

/** The value that all have, or a sign that they differ. */
export function sharedValue<T>(values: readonly T[]): T | typeof MIXED | null {
  const [first, ...rest] = values
  if (first === undefined) return null
  return rest.every((value) => value === first) ? first : MIXED
}

const WITH_SCHEMAS: ReadonlySet<string> = new Set([
  'postgresql',
  'postgres',
  'cockroachdb',
  'sqlserver',
])

/** Whether the database keeps tables in schemas that Prisma can name. */
export function supportsSchemas({ provider }: SchemaGraph): boolean {
  return provider !== null && WITH_SCHEMAS.has(provider)
}

/** The schemas that the datasource lists, and those that blocks say besides. */
export function listedSchemas({ datasource, blocks }: SchemaGraph): readonly string[] {
  const listed = datasource?.properties.find(({ name }) => name === 'schemas')?.value
  const items = listed?.kind === 'list' ? listed.items : []
  const names = items.flatMap((item) => (item.kind === 'string' ? [item.value] : []))
  const used = blocks.flatMap(({ databaseSchema }) => databaseSchema ?? [])
  return [...new Set([...names, ...used])]
}
