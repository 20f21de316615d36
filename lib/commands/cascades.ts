/** Which relations can act on each other without a circle, or a second way to the same block. */

import type { BlockId, Relation } from '@/lib/schema/graph'

export class Cascades {
  private readonly targets = new Map<BlockId, Set<BlockId>>()

  /** `isStrict`: there may be one way only from one block to another. */
  constructor(private readonly isStrict: boolean) {}

  /** Takes the relation in; false when it cannot be with those that are there. */
  add({ fromBlockId: from, toBlockId: to }: Pick<Relation, 'fromBlockId' | 'toBlockId'>): boolean {
    if (from === to) return false
    const after = this.reached(to)
    if (after.has(from)) return false
    if (this.isStrict && this.hasOtherWay(from, after)) return false
    const targets = this.targets.get(from) ?? new Set()
    this.targets.set(from, targets.add(to))
    return true
  }

  /** Whether what leads to `from` leads to any of the blocks already. */
  private hasOtherWay(from: BlockId, after: ReadonlySet<BlockId>): boolean {
    const before = [from, ...this.targets.keys()].filter((id) => this.reached(id).has(from))
    return before.some((id) => [...this.reached(id)].some((other) => after.has(other)))
  }

  /** The block and all that it leads to. */
  private reached(start: BlockId): ReadonlySet<BlockId> {
    const reached = new Set([start])
    for (const id of reached) for (const next of this.targets.get(id) ?? []) reached.add(next)
    return reached
  }
}
