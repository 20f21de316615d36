/** Changes arguments in their places, keeping the others as they are written. */

import type { Argument, AttributeNode } from '@/lib/psl/syntax'
import type { Block } from '@/lib/schema/graph'
import type { EditList } from './edit-list'
import type { WrittenArgument } from './key-places'
import { removeListItems } from './list-items'

export interface ArgumentsChange {
  /** What they say now, as it would be written. */
  readonly from: readonly WrittenArgument[]
  readonly to: readonly WrittenArgument[]
  /** Whether an argument without a name may be the one called so. */
  readonly isAlias: (name: string) => boolean
}

export function changeArguments(
  edits: EditList,
  block: Block,
  { name, args }: AttributeNode,
  { from, to, isAlias }: ArgumentsChange,
): void {
  const items = args?.items ?? []
  const find = (wanted: string): Argument | undefined =>
    items.find((item) => item.name?.text === wanted) ??
    (isAlias(wanted) ? items.find((item) => !item.name) : undefined)
  const removed = new Set<Argument>()
  for (const old of from) {
    const item = find(old.name)
    if (item && !to.some((argument) => argument.name === old.name)) removed.add(item)
  }
  const added: string[] = []
  for (const argument of to) {
    const item = find(argument.name)
    if (!item) added.push(`${argument.name}: ${argument.text}`)
    else if (from.find((old) => old.name === argument.name)?.text !== argument.text) {
      edits.replace(block, item.value ?? item, argument.text)
    }
  }
  const kept = items.filter((item) => !removed.has(item))
  const last = kept.at(-1)
  if (!args) {
    if (added.length > 0) edits.insert(block, name.to, `(${added.join(', ')})`)
  } else if (!last) {
    const text = added.length > 0 ? `(${added.join(', ')})` : ''
    edits.replace(block, args, text)
  } else {
    removeListItems(edits, block, items, removed)
    if (added.length > 0) edits.insert(block, last.to, `, ${added.join(', ')}`)
  }
}
