/** Which relations can act on each other without a circle, or a second way to the same block. */

import type { BlockId, Relation } from '@/lib/schema/graph'

export class Cascades {
  private readonly targets: Edges = new Map()
  private readonly sources: Edges = new Map()

  /** `isStrict`: there may be one way only from one block to another. */
  constructor(private readonly isStrict: boolean) {}

  /** Takes the relation in; false when it cannot be with those that are there. */
  add({ fromBlockId: from, toBlockId: to }: Pick<Relation, 'fromBlockId' | 'toBlockId'>): boolean {
    if (from === to) return false
    const after = reached(this.targets, to)
    if (after.has(from)) return false
    if (this.isStrict && this.hasOtherWay(from, after)) return false
    connect(this.targets, from, to)
    connect(this.sources, to, from)
    return true
  }

  /** Whether what leads to `from` leads to any of the blocks already. */
  private hasOtherWay(from: BlockId, after: ReadonlySet<BlockId>): boolean {
    const before = reached(this.sources, from)
    return [...before].some((id) =>
      [...reached(this.targets, id)].some((other) => after.has(other)),
    )
  }
}

type Edges = Map<BlockId, Set<BlockId>>

function connect(edges: Edges, from: BlockId, to: BlockId): void {
  edges.set(from, (edges.get(from) ?? new Set()).add(to))
}

/** The block and all that the edges lead to from it. */
function reached(edges: Edges, start: BlockId): ReadonlySet<BlockId> {
  const found = new Set([start])
  for (const id of found) for (const next of edges.get(id) ?? []) found.add(next)
  return found
}
