import type { Block, SchemaGraph } from '@/lib/schema/graph'
import { providerTitle } from '@/lib/schema/provider-title'
import { hasPreviewFeature, supportsCompositeTypes, supportsEnums } from './providers'

/** Why Prisma does not accept a block of this kind in the schema, as sentences; none when it does. */
export function kindNotes(kind: Block['kind'], graph: SchemaGraph): string[] {
  const title = providerTitle(graph)
  if (kind === 'view' && !hasPreviewFeature(graph, 'views')) {
    return ['Prisma wants the preview feature "views" in the generator before it accepts views.']
  }
  if (kind === 'type' && !supportsCompositeTypes(graph)) {
    return [title ? `${title} has no composite types.` : 'Only MongoDB has composite types.']
  }
  if (kind === 'enum' && !supportsEnums(graph)) return [`${title} has no enums.`]
  return []
}
