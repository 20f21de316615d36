/** The enums of a schema, where they are types of the database. */

import type { Block, SchemaGraph } from '@/lib/schema/graph'
import type { Dialect } from './dialect'
import { namespaceOf } from './namespaces-of'
import type { EnumType } from './tables'

export function enumTypesOf(graph: SchemaGraph, dialect: Dialect): readonly EnumType[] {
  if (dialect.enums !== 'types') return []
  return graph.blocks
    .filter((block) => block.kind === 'enum' && graph.blockByName.get(block.name) === block)
    .map((block) => ({
      name: block.databaseName ?? block.name,
      namespace: namespaceOf(block, dialect),
      blockId: block.id,
      values: enumValues(block),
    }))
}

/** By their names in the database. */
export function enumValues({ values }: Block): readonly string[] {
  return values.map((value) => value.databaseName ?? value.name)
}
