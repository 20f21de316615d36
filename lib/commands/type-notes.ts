/** What Prisma's engine has against a field of some type, as sentences for people. */

import type { Arity, Block, SchemaGraph } from '@/lib/schema/graph'
import { providerTitle } from '@/lib/schema/provider-title'
import { isScalarType } from '@/lib/schema/scalars'
import { supportsLists, supportsScalar } from './providers'

export function typeNotes(
  graph: SchemaGraph,
  block: Block,
  fieldName: string,
  type: string,
  arity: Arity,
): string[] {
  const field = `${block.name}.${fieldName}`
  const isUnsupported = type.startsWith('Unsupported(')
  const target = graph.blockByName.get(type)
  if (!target && !isUnsupported && !isScalarType(type)) {
    return [`Nothing called ${type} is declared yet.`]
  }
  if (target?.kind === 'model' || target?.kind === 'view') {
    if (block.kind === 'type') return [`A type cannot have a relation, as ${field} would be.`]
    return [`${field} is no relation until ${type} has a field for it too.`]
  }
  if (target === block && arity === 'required') {
    return [`${field} would hold itself without end; make it optional or a list.`]
  }
  const title = providerTitle(graph)
  if (!supportsScalar(graph, type)) return [`${title} has no ${type}.`]
  if (arity === 'list' && target?.kind !== 'type' && !supportsLists(graph, type)) {
    return [`${title ?? 'A schema without a datasource'} cannot store a list such as ${field}.`]
  }
  return []
}
