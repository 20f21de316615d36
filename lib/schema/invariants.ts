/** What must hold of every graph, for tests and for the check of whole folders of schemas. */

import type { SchemaGraph } from './graph'

/**
 * All that a graph says, without ids and syntax, so that a graph kept up to date through edits
 * can be compared with one derived from scratch.
 */
export function describeGraph(graph: SchemaGraph): object {
  const positions = new Map(graph.blocks.map((block, index) => [block.id, index]))
  const withoutId = ({ id: _, ...rest }: { id: string }) => rest
  const end = (item: { blockId: string; fieldName: string; arity: string } | null) =>
    item && { block: positions.get(item.blockId), field: item.fieldName, arity: item.arity }
  return {
    provider: graph.provider,
    datasource: graph.datasource && positions.get(graph.datasource.id),
    generators: graph.generators.map((block) => positions.get(block.id)),
    names: [...graph.blockByName]
      .map(([name, block]) => `${name} ${positions.get(block.id)}`)
      .sort(),
    blocks: graph.blocks.map(({ id: _, lastGood: __, syntax: ___, fields, values, ...rest }) => ({
      ...rest,
      fields: fields.map(withoutId),
      values: values.map(withoutId),
    })),
    relations: graph.relations
      .map(({ id: _, fromBlockId, toBlockId, from, to, ...rest }) => ({
        ...rest,
        from: end(from),
        to: end(to),
        blocks: [positions.get(fromBlockId), positions.get(toBlockId)],
      }))
      .map((relation) => JSON.stringify(relation))
      .sort(),
  }
}
