/**
 * What lint a design's people have switched off, as plain data outside memory: blocks go by layout
 * key and members by name, as `User` and `User.email`. Ids of what is gone are dropped.
 */

import { ALL_ON, type LintSwitches } from '@/lib/lint/switches'
import type { Block, BlockId } from '@/lib/schema/graph'

export interface LintData {
  /** Ids of rules. */
  readonly off?: readonly string[]
  /** By the rule's id, the places at which it is silent. */
  readonly accepted?: Readonly<Record<string, readonly string[]>>
}

/** `keys` are the layout keys of blocks, with the block of each. `null` when nothing is off. */
export function lintData(
  { off, accepted }: LintSwitches,
  keys: ReadonlyMap<string, BlockId>,
  blocks: ReadonlyMap<BlockId, Block>,
): LintData | null {
  if (off.size === 0 && accepted.size === 0) return null
  const names = new Map<string, string>()
  for (const [key, blockId] of keys) {
    names.set(blockId, key)
    for (const { id, name } of membersOf(blocks.get(blockId))) names.set(id, `${key}.${name}`)
  }
  const places = [...accepted].flatMap(([rule, ids]): [string, string[]][] => {
    const named = [...ids].flatMap((id) => names.get(id) ?? [])
    return named.length > 0 ? [[rule, [...new Set(named)].sort()]] : []
  })
  const data: LintData = {
    ...(off.size > 0 && { off: [...off].sort() }),
    ...(places.length > 0 && { accepted: Object.fromEntries(places) }),
  }
  return Object.keys(data).length > 0 ? data : null
}

/** The switches; what is not in the schema is left out. */
export function lintFromData(
  data: LintData | undefined,
  keys: ReadonlyMap<string, BlockId>,
  blocks: ReadonlyMap<BlockId, Block>,
): LintSwitches {
  if (!data) return ALL_ON
  const idOf = (place: string): string[] => {
    const blockId = keys.get(place)
    if (blockId !== undefined) return [blockId]
    const dot = place.lastIndexOf('.')
    const owner = blocks.get(keys.get(place.slice(0, dot)) ?? '')
    const member = membersOf(owner).find(({ name }) => name === place.slice(dot + 1))
    return member ? [member.id] : []
  }
  const accepted = Object.entries(data.accepted ?? {}).flatMap(([rule, places]) => {
    const ids = new Set(places.flatMap(idOf))
    return ids.size > 0 ? [[rule, ids] as const] : []
  })
  const off = new Set(data.off)
  return off.size === 0 && accepted.length === 0 ? ALL_ON : { off, accepted: new Map(accepted) }
}

/** Of several members with one name, the first counts. */
function membersOf(block: Block | undefined): readonly { id: string; name: string }[] {
  const names = new Set<string>()
  return [...(block?.fields ?? []), ...(block?.values ?? [])].filter(({ name }) => {
    if (name === '' || names.has(name)) return false
    names.add(name)
    return true
  })
}
