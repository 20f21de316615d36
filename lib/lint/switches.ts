/**
 * What a design's people have switched off: whole rules, or one rule for a block or a member of it.
 *
 * In memory everything goes by id, as in the diagram: an id without a block is kept, because undo
 * may bring the block back. Where it is kept outside memory, `lib/document` says.
 */

import type { BlockId, FieldId } from '@/lib/schema/graph'

export interface LintSwitches {
  /** Ids of rules. One that this version does not know is kept: a newer one may. */
  readonly off: ReadonlySet<string>
  /** By the rule's id: the blocks, fields and values at which it is silent. */
  readonly accepted: ReadonlyMap<string, ReadonlySet<BlockId | FieldId>>
}

export const ALL_ON: LintSwitches = { off: new Set(), accepted: new Map() }

/** Whether the rule has nothing to say there; to accept a finding at a block accepts its members'. */
export function isSilent(
  { off, accepted }: LintSwitches,
  rule: string,
  blockId: BlockId,
  memberId: FieldId | null,
): boolean {
  if (off.has(rule)) return true
  const ids = accepted.get(rule)
  return ids !== undefined && (ids.has(blockId) || (memberId !== null && ids.has(memberId)))
}

/** Gives `switches` itself when that changes nothing, as do the others. */
export function withRule(switches: LintSwitches, rule: string, isOn: boolean): LintSwitches {
  if (switches.off.has(rule) === !isOn) return switches
  const off = new Set(switches.off)
  if (isOn) off.delete(rule)
  else off.add(rule)
  return plain({ ...switches, off })
}

/** Makes the rule silent at a block or member, or heard there again. */
export function withAccepted(
  switches: LintSwitches,
  rule: string,
  id: BlockId | FieldId,
  isAccepted: boolean,
): LintSwitches {
  const before = switches.accepted.get(rule)
  if ((before?.has(id) ?? false) === isAccepted) return switches
  const ids = new Set(before)
  if (isAccepted) ids.add(id)
  else ids.delete(id)
  const accepted = new Map(switches.accepted)
  if (ids.size > 0) accepted.set(rule, ids)
  else accepted.delete(rule)
  return plain({ ...switches, accepted })
}

function plain(switches: LintSwitches): LintSwitches {
  return switches.off.size === 0 && switches.accepted.size === 0 ? ALL_ON : switches
}
