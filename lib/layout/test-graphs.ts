/** Graphs for the tests and benchmarks of this room. */
import { createRandom } from './random'
import type { LayoutEdge, LayoutNode, PlacedRect, Point } from './types'

export interface TestGraph {
  readonly nodes: LayoutNode[]
  readonly edges: LayoutEdge[]
}

/** A node for each name, of the size of a table with `rows` rows. */
export function tables(names: readonly string[], rows = 8): LayoutNode[] {
  return names.map((id) => ({ id, width: 220, height: tableHeight(rows) }))
}

export function tableHeight(rows: number): number {
  return 42 + 24 * rows
}

export function numbered(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}${index}`)
}

/**
 * A schema as they grow: modules of some ten tables that refer to their own root and to one
 * another, a few hubs that all modules refer to, and one block in seven without relations.
 */
export function grownSchema(modelCount: number, seed = 1): TestGraph {
  const random = createRandom(seed)
  const pick = (count: number) => Math.floor(random() * count)
  const hubs = Math.max(2, Math.floor(modelCount / 40))
  const nodes: LayoutNode[] = []
  const edges: LayoutEdge[] = []
  const refer = (source: string, target: string, row: number) =>
    edges.push({ source, target, sourceY: tableHeight(row) - 12, targetY: tableHeight(1) - 12 })
  const referred = new Map<string, number>()
  for (let index = 0; index < modelCount; index++) {
    const id = `model${index}`
    const inModule = (index - hubs) % 12
    const root = index - inModule
    const targets: number[] = []
    if (index >= hubs) {
      if (inModule > 0) targets.push(random() < 0.6 ? root : root + pick(inModule))
      if (random() < 0.4) targets.push(pick(hubs))
      if (random() < 0.1) targets.push(pick(index))
    }
    for (const [row, target] of targets.entries()) {
      refer(id, `model${target}`, row + 3)
      referred.set(`model${target}`, (referred.get(`model${target}`) ?? 0) + 1)
    }
    nodes.push({ id, width: 180 + 10 * pick(14), height: tableHeight(5 + pick(9)) })
  }
  for (let index = 0; index < modelCount / 7; index++) {
    nodes.push({ id: `enum${index}`, width: 180, height: tableHeight(3 + pick(6)) })
  }
  return {
    // Tables that are referred to have a row for each back-relation.
    nodes: nodes.map((node) => ({
      ...node,
      height: node.height + 24 * (referred.get(node.id) ?? 0),
    })),
    edges,
  }
}

/** The nodes with their places. Throws if one has none. */
export function placedRects(
  nodes: readonly LayoutNode[],
  places: ReadonlyMap<string, Point>,
): PlacedRect[] {
  return nodes.map((node) => {
    const point = places.get(node.id)
    if (!point) throw new Error(`${node.id} was not placed.`)
    return { id: node.id, ...point, width: node.width, height: node.height }
  })
}
