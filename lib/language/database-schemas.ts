/** The schemas of the database that a datasource lists. */

import type { SchemaGraph } from '@/lib/schema/graph'

export function listedSchemas({ datasource }: SchemaGraph): string[] {
  const value = datasource?.properties.find(({ name }) => name === 'schemas')?.value
  const items = value?.kind === 'list' ? value.items : value ? [value] : []
  return items.flatMap((item) => (item.kind === 'string' ? [item.value] : []))
}
