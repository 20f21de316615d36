/** What stands out: the relations and neighbours of what is selected or under the pointer. */

import type { BlockId, FieldId } from '@/lib/schema/graph'
import type { Selection } from '@/lib/store/state'
import type { Link } from './links'

/** What the pointer is over. */
export interface Hover {
  readonly blockId: BlockId | null
  readonly memberId: FieldId | null
  readonly linkId: string | null
}

export interface Emphasis {
  /** Whether everything else steps back. Only a selection does that, for the pointer is restless. */
  readonly isDimming: boolean
  readonly blocks: ReadonlySet<BlockId>
  readonly links: ReadonlySet<string>
  readonly members: ReadonlyMap<BlockId, ReadonlySet<FieldId>>
}

export const NO_EMPHASIS: Emphasis = {
  isDimming: false,
  blocks: new Set(),
  links: new Set(),
  members: new Map(),
}

/** `links` are all that are drawn, uses of enums and types included. */
export function emphasisOf(
  links: readonly Link[],
  selection: Selection,
  hover: Hover | null,
): Emphasis {
  const selected = new Set(selection.blockIds)
  const isSelection = selected.size > 0 || selection.relationId !== null
  if (!isSelection && !hover) return NO_EMPHASIS
  const blocks = new Set(selected)
  const lit = new Set<string>()
  const members = new Map<BlockId, Set<FieldId>>()
  for (const link of links) {
    const isLit =
      link.id === selection.relationId ||
      link.id === hover?.linkId ||
      (selection.memberId !== null
        ? touchesMember(link, selection.memberId)
        : selected.has(link.source.blockId) || selected.has(link.target.blockId)) ||
      (hover !== null && isHovered(link, hover))
    if (!isLit) continue
    lit.add(link.id)
    blocks.add(link.source.blockId).add(link.target.blockId)
    for (const [blockId, fieldIds] of link.members) {
      const fields = members.get(blockId) ?? new Set()
      for (const fieldId of fieldIds) fields.add(fieldId)
      members.set(blockId, fields)
    }
  }
  return { isDimming: isSelection, blocks, links: lit, members }
}

function isHovered(link: Link, hover: Hover): boolean {
  if (hover.memberId !== null) return touchesMember(link, hover.memberId)
  return link.source.blockId === hover.blockId || link.target.blockId === hover.blockId
}

function touchesMember(link: Link, memberId: FieldId): boolean {
  return link.members.some(([, fieldIds]) => fieldIds.includes(memberId))
}
