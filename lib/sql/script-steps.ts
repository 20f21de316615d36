/** Finds out which statement of a mongosh script is about which model. */

import type { SchemaGraph } from '@/lib/schema/graph'
import type { SqlStep } from './sql-steps'
import { tableName } from './table-fields'

/** One step a statement; each stands on a line of its own. */
export function scriptSteps(script: string, graph: SchemaGraph): SqlStep[] {
  const names = new Map(graph.blocks.map((block) => [tableName(block), block.name]))
  return [...script.matchAll(STATEMENT)].flatMap((match): SqlStep[] => {
    const collection = readName(match[2] as string)
    const isCollection = match[1] === 'createCollection'
    const block = names.get(collection)
    return [
      {
        kind: isCollection ? 'CreateCollection' : 'CreateIndex',
        summary: isCollection
          ? `Create the collection ${collection}`
          : `Add an index to ${collection}`,
        from: match.index,
        to: match.index + match[0].length,
        blocks: block === undefined ? [] : [block],
      },
    ]
  })
}

const STATEMENT = /^db\.(createCollection|getCollection)\(("(?:[^"\\]|\\.)*")\).*$/gm

function readName(literal: string): string {
  try {
    return JSON.parse(literal) as string
  } catch {
    return literal.slice(1, -1)
  }
}
