/** What must hold of a document however it came about. */

import { createDocument, type SchemaDocument } from '@/lib/document/document'
import { findTreeDifference, findTreeFault } from '@/lib/psl/invariants'
import { describeGraph } from '@/lib/schema/invariants'
import { excerpt } from './failure'

/**
 * How a document that was kept up to date through edits differs from one read anew from the same
 * texts: in its trees, in what its graph says, or in ids that are not unique. `null` when it does
 * not.
 */
export function findDrift(document: SchemaDocument): string | null {
  const texts = [...document.files.values()].map((file) => ({
    path: file.path,
    text: file.syntax.text,
  }))
  const anew = createDocument(texts)
  for (const { path, syntax } of document.files.values()) {
    const fresh = anew.files.get(path)
    if (!fresh) return `${path} is missing`
    const fault = findTreeFault(syntax) ?? findTreeDifference(syntax, fresh.syntax)
    if (fault) return `${path}: ${excerpt(fault, 400)}`
  }
  return findGraphDifference(document, anew) ?? findRepeatedId(document)
}

/** Where two graphs begin to say different things. */
export function findGraphDifference(
  { graph }: Pick<SchemaDocument, 'graph'>,
  { graph: expected }: Pick<SchemaDocument, 'graph'>,
): string | null {
  const left = describeGraph(graph)
  const right = describeGraph(expected)
  if (JSON.stringify(left) === JSON.stringify(right)) return null
  for (const [key, value] of Object.entries(left)) {
    const other: unknown = Reflect.get(right, key)
    const [a, b] = firstDifferent(value, other)
    if (a !== b) return `the graph's ${key}: ${excerpt(a, 400)} is not ${excerpt(b, 400)}`
  }
  return 'the graphs differ'
}

/** Of two lists, the first items that differ, as JSON; of anything else, both. */
function firstDifferent(left: unknown, right: unknown): [string, string] {
  if (!Array.isArray(left) || !Array.isArray(right)) return [json(left), json(right)]
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const pair: [string, string] = [json(left[index]), json(right[index])]
    if (pair[0] !== pair[1]) return pair
  }
  return ['', '']
}

function json(value: unknown): string {
  return JSON.stringify(value) ?? 'nothing'
}

/** An id that two things have, or a block that its id does not lead to. */
export function findRepeatedId({ graph }: Pick<SchemaDocument, 'graph'>): string | null {
  const ids = new Set<string>()
  const isNew = (id: string) => ids.size < ids.add(id).size
  for (const block of graph.blocks) {
    if (!isNew(block.id)) return `two blocks have the id ${block.id}`
    if (graph.blockById.get(block.id) !== block) return `block ${block.id} is not found by its id`
    for (const { id, name } of [...block.fields, ...block.values]) {
      if (!isNew(id)) return `the id ${id} of ${block.name}.${name} is not unique`
    }
  }
  for (const { id } of graph.relations) {
    if (!isNew(id)) return `two relations have the id ${id}`
  }
  return null
}
