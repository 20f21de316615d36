/** Takes items out of a list in brackets. */

import type { Range } from '@/lib/psl/syntax'
import type { Block } from '@/lib/schema/graph'
import type { EditList } from './edit-list'

/** Removes items with the commas that separate them from those that stay. */
export function removeListItems<Item extends Range>(
  edits: EditList,
  block: Block,
  items: readonly Item[],
  removed: ReadonlySet<Item>,
): void {
  for (let from = 0; from < items.length; from++) {
    const first = items[from] as Item
    if (!removed.has(first)) continue
    let to = from
    while (to + 1 < items.length && removed.has(items[to + 1] as Item)) to++
    const before = items[from - 1]
    const after = items[to + 1]
    edits.remove(block, {
      from: before ? before.to : first.from,
      to: before || !after ? (items[to] as Item).to : after.from,
    })
    from = to
  }
}
