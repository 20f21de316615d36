/**
 * The rows of the explorer by kind: groups, the blocks in them, and the members of blocks that are
 * unfolded. Pure: from the blocks and what the person asked for to a flat list, of which only the
 * part in view is ever drawn.
 */

import { type Block, type BlockId, type FieldId, isDrawn, typeText } from '@/lib/schema/graph'
import { type BlockMatch, matchQuery, reasonText } from '@/lib/schema/search'

export interface RowsRequest {
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

export interface FolderRow extends RowPlace {
  readonly kind: 'folder'
  /** The whole path; several folders that hold nothing else are one row. */
  readonly path: string
  readonly label: string
  readonly isUnfolded: boolean
}

export interface FileRow extends RowPlace {
  readonly kind: 'file'
  readonly path: string
  /** Its name, without the folders. */
  readonly label: string
  /** Blocks in it; with a query, those that were found. */
  readonly count: number
  readonly errors: number
  readonly warnings: number
  /** Whether it is not saved in the folder that the design is edited in. */
  readonly isUnsaved: boolean
  /** `null` when it has no blocks to show. */
  readonly isUnfolded: boolean | null
}

export type Row = GroupRow | BlockRow | MemberRow | FolderRow | FileRow

/** Whether the row stands for a block or a member of one. */
export function isOfBlock(row: Row): row is BlockRow | MemberRow {
  return row.kind === 'block' || row.kind === 'member'
}

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
export interface Found {
  readonly block: Block
  readonly match: BlockMatch | null
}

export function explorerRows(blocks: readonly Block[], request: RowsRequest): Rows {
  const { found, total } = findBlocks(blocks, request.query)
  const groups = grouped(found)
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
    if (isUnfolded) addBlocks(rows, members, request.unfolded, 2)
  })
  return { rows, found: found.length, total }
}

/** The blocks that are listed, names in order, and how many there are in all. */
export function findBlocks(
  blocks: readonly Block[],
  text: string,
): { readonly found: readonly Found[]; readonly total: number } {
  const drawn = blocks.filter(({ kind }) => isDrawn(kind))
  const query = matchQuery(text)
  const found = drawn.flatMap((block): Found[] => {
    const match = query?.match(block) ?? null
    return match || !query ? [{ block, match }] : []
  })
  return { found: found.sort(byName), total: drawn.length }
}

/** Adds blocks, and what is shown of their members, at a level. */
export function addBlocks(
  rows: Row[],
  found: readonly Found[],
  unfolded: ReadonlySet<BlockId>,
  level: number,
): void {
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
      level,
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
        level: level + 1,
        position: memberIndex + 1,
        siblings: members.length,
      })
    })
  })
}

/** By kind, in the order of `KINDS`. */
function grouped(
  found: readonly Found[],
): (readonly [key: string, label: string, found: readonly Found[]])[] {
  return KINDS.flatMap(([kind, label]) => {
    const members = found.filter(({ block }) => block.kind === kind)
    return members.length > 0 ? [[kind, label, members] as const] : []
  })
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

export function compareNames(a: string, b: string): number {
  return collator.compare(a, b)
}

function byName(a: Found, b: Found): number {
  return compareNames(a.block.name, b.block.name)
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
