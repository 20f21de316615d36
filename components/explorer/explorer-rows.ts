/**
 * The rows of the explorer: groups, the blocks in them, and the members of blocks that are
 * unfolded. Pure: from the blocks and what the person asked for to a flat list, of which only the
 * part in view is ever drawn.
 */

import { type Block, type BlockId, type FieldId, isDrawn, typeText } from '@/lib/schema/graph'
import { type BlockMatch, matchQuery, reasonText } from '@/lib/schema/search'

export type GroupBy = 'kind' | 'file'

export interface RowsRequest {
  readonly groupBy: GroupBy
  /** What was typed into the search box. */
  readonly query: string
  /** Groups that are folded, by key. */
  readonly folded: ReadonlySet<string>
  /** Blocks whose members are shown. */
  readonly unfolded: ReadonlySet<BlockId>
}

interface RowPlace {
  /** Unique among the rows. */
  readonly key: string
  /** From 1, as assistive technology counts. */
  readonly level: number
  /** From 1, among the rows beside it. */
  readonly position: number
  readonly siblings: number
}

interface Searched {
  /** Whether it is what was searched for, rather than what that stands in or beside. */
  readonly isMatch: boolean
  /** Why it was found: `@unique`, `@map users`; `null` when its name says it. */
  readonly reason: string | null
}

export interface GroupRow extends RowPlace {
  readonly kind: 'group'
  readonly label: string
  readonly count: number
  readonly isUnfolded: boolean
}

export interface BlockRow extends RowPlace, Searched {
  readonly kind: 'block'
  readonly block: Block
  /** `null` when it has no members to show. */
  readonly isUnfolded: boolean | null
}

export interface MemberRow extends RowPlace, Searched {
  readonly kind: 'member'
  readonly block: Block
  readonly memberId: FieldId
  readonly name: string
  /** Empty for an enum value. */
  readonly type: string
}

export type Row = GroupRow | BlockRow | MemberRow

export interface Rows {
  readonly rows: readonly Row[]
  /** Blocks that fit the query, of all blocks. */
  readonly found: number
  readonly total: number
}

const KINDS = [
  ['model', 'Models'],
  ['view', 'Views'],
  ['type', 'Types'],
  ['enum', 'Enums'],
] as const

interface Member {
  readonly id: FieldId
  readonly name: string
  readonly type: string
}

/** A block that is listed, and what the query found in it; `null` when there is no query. */
interface Found {
  readonly block: Block
  readonly match: BlockMatch | null
}

export function explorerRows(blocks: readonly Block[], request: RowsRequest): Rows {
  const drawn = blocks.filter(({ kind }) => isDrawn(kind))
  const query = matchQuery(request.query)
  const found = drawn.flatMap((block): Found[] => {
    const match = query?.match(block) ?? null
    return match || !query ? [{ block, match }] : []
  })
  const groups = grouped(found, request.groupBy)
  const rows: Row[] = []
  groups.forEach(([key, label, members], index) => {
    const isUnfolded = !request.folded.has(key)
    rows.push({
      kind: 'group',
      key,
      label,
      count: members.length,
      isUnfolded,
      level: 1,
      position: index + 1,
      siblings: groups.length,
    })
    if (isUnfolded) addBlocks(rows, members, request.unfolded)
  })
  return { rows, found: found.length, total: drawn.length }
}

function addBlocks(rows: Row[], found: readonly Found[], unfolded: ReadonlySet<BlockId>): void {
  found.forEach(({ block, match }, index) => {
    const all = membersOf(block)
    const reasons = new Map(match?.members.map((member) => [member.id, member.reasons]))
    // Members that were searched for are shown; unfolding shows the others too.
    const members = unfolded.has(block.id) ? all : all.filter(({ id }) => reasons.has(id))
    rows.push({
      kind: 'block',
      key: block.id,
      block,
      isUnfolded: all.length === 0 ? null : members.length > 0,
      isMatch: match?.isWhole ?? false,
      reason: match && reasonText(match.reasons),
      level: 2,
      position: index + 1,
      siblings: found.length,
    })
    members.forEach(({ id, name, type }, memberIndex) => {
      rows.push({
        kind: 'member',
        key: `${block.id} ${id}`,
        block,
        memberId: id,
        name,
        type,
        isMatch: reasons.has(id),
        reason: reasonText(reasons.get(id) ?? []),
        level: 3,
        position: memberIndex + 1,
        siblings: members.length,
      })
    })
  })
}

/** By kind, in the order of `KINDS`, or by file, in the order of the design; names in order. */
function grouped(
  found: readonly Found[],
  groupBy: GroupBy,
): (readonly [key: string, label: string, found: readonly Found[]])[] {
  const groups = new Map<string, Found[]>()
  if (groupBy === 'kind') for (const [kind] of KINDS) groups.set(kind, [])
  for (const item of found) {
    const key = groupBy === 'kind' ? item.block.kind : item.block.path
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return [...groups].flatMap(([key, members]) => {
    const label = groupBy === 'file' ? key : KINDS.find(([kind]) => kind === key)?.[1]
    return members.length > 0 ? [[key, label ?? key, members.sort(byName)] as const] : []
  })
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

function byName(a: Found, b: Found): number {
  return collator.compare(a.block.name, b.block.name)
}

function membersOf(block: Block): Member[] {
  const { fields, values } = block.lastGood ?? block
  return [
    ...fields.map((field) => ({ id: field.id, name: field.name, type: typeText(field) })),
    ...values.map(({ id, name }) => ({ id, name, type: '' })),
  ]
}

/** Which rows are drawn: those in view and a few on either side. `to` is exclusive. */
export function rowWindow(
  scrollTop: number,
  height: number,
  rowHeight: number,
  count: number,
): { from: number; to: number } {
  const margin = 8
  const from = Math.max(0, Math.floor(scrollTop / rowHeight) - margin)
  const to = Math.min(count, Math.ceil((scrollTop + height) / rowHeight) + margin)
  return { from: Math.min(from, to), to }
}

/** What a key does in the tree, by the tree pattern of the ARIA practices. */
export function treeKey(
  rows: readonly Row[],
  current: number,
  key: string,
): { to: number } | { fold: boolean } | null {
  const row = rows[current]
  const last = rows.length - 1
  if (!row) return rows.length > 0 && key.startsWith('Arrow') ? { to: 0 } : null
  const isUnfolded = row.kind === 'member' ? null : row.isUnfolded
  switch (key) {
    case 'ArrowDown':
      return { to: Math.min(last, current + 1) }
    case 'ArrowUp':
      return { to: Math.max(0, current - 1) }
    case 'Home':
      return { to: 0 }
    case 'End':
      return { to: last }
    case 'PageDown':
      return { to: Math.min(last, current + 12) }
    case 'PageUp':
      return { to: Math.max(0, current - 12) }
    case 'ArrowRight':
      if (isUnfolded === false) return { fold: false }
      return isUnfolded && current < last ? { to: current + 1 } : null
    case 'ArrowLeft':
      if (isUnfolded && row.kind !== 'member') return { fold: true }
      return { to: parentOf(rows, current) }
    default:
      return null
  }
}

function parentOf(rows: readonly Row[], current: number): number {
  const level = rows[current]?.level ?? 1
  for (let index = current - 1; index >= 0; index--) {
    if ((rows[index]?.level ?? 1) < level) return index
  }
  return current
}
