/** What the palette offers, and in which order. Pure. */

import {
  ACTION_LIST,
  type ActionGroup,
  type ActionId,
  type AppAction,
} from '@/components/workbench/app-actions'
import { type Block, type BlockId, type FieldId, isDrawn, typeText } from '@/lib/schema/graph'
import { type BlockMatch, matchQuery, reasonText, type SearchReason } from '@/lib/schema/search'
import type { FacetState } from '@/lib/store/state'
import { indexNames, type Match, type SearchIndex, searchNames } from './palette-search'

export interface ActionItem {
  readonly kind: 'action'
  readonly id: ActionId
  readonly action: AppAction
}

export interface BlockItem {
  readonly kind: 'block'
  readonly block: Block
  /** Why it was found: `@@map users`; `null` when its name says it. */
  readonly reason: string | null
}

export interface MemberItem {
  readonly kind: 'member'
  readonly block: Block
  readonly memberId: FieldId
  readonly name: string
  readonly type: string
  /** As of a block. */
  readonly reason: string | null
}

export type PaletteItem = ActionItem | BlockItem | MemberItem

export interface PaletteGroup {
  readonly heading: string
  readonly items: readonly PaletteItem[]
}

export interface SchemaIndex {
  /** All that can be found. */
  readonly drawn: readonly Block[]
  readonly blocks: SearchIndex<BlockItem>
  readonly members: SearchIndex<MemberItem>
}

/** More matches than anyone reads; the rest is found by typing on. */
const SHOWN_BLOCKS = 20
const SHOWN_MEMBERS = 20
const SHOWN_ACTIONS = 12

/**
 * How well something matches that is found by what is said of it: less than by any part of its
 * name, more than by letters that only happen to stand in its name in the same order.
 */
const SAID_SCORES: Record<SearchReason['kind'], number> = {
  name: 0.38,
  database: 0.38,
  type: 0.36,
  attribute: 0.34,
  documentation: 0.32,
}

const GROUPS: readonly ActionGroup[] = ['Selection', 'Edit', 'Diagram', 'View', 'File']

/** What an edit did not touch is not indexed again. */
const indexed = new WeakMap<Block, SchemaIndex>()

/** Names by which blocks and fields are found; a field also as `User.email`. */
export function indexSchema(blocks: readonly Block[]): SchemaIndex {
  const drawn = blocks.filter(({ kind }) => isDrawn(kind))
  const parts = drawn.map(indexBlock)
  return {
    drawn,
    blocks: { entries: parts.flatMap((part) => part.blocks.entries) },
    members: { entries: parts.flatMap((part) => part.members.entries) },
  }
}

function indexBlock(block: Block): SchemaIndex {
  let index = indexed.get(block)
  if (!index) {
    const item: BlockItem = { kind: 'block', block, reason: null }
    index = {
      drawn: [block],
      blocks: indexNames([{ item, name: block.name, keywords: [] }]),
      members: indexNames(
        membersOf(block).map((member) => ({
          item: member,
          name: `${block.name}.${member.name}`,
          keywords: [member.name],
        })),
      ),
    }
    indexed.set(block, index)
  }
  return index
}

function membersOf(block: Block): MemberItem[] {
  const { fields, values } = block.lastGood ?? block
  const member = (memberId: FieldId, name: string, type: string): MemberItem => {
    return { kind: 'member', block, memberId, name, type, reason: null }
  }
  return [
    ...fields.map((field) => member(field.id, field.name, typeText(field))),
    ...values.map((value) => member(value.id, value.name, '')),
  ]
}

/** The groups for a query, the best match first; for none, everything that can be done now. */
export function paletteGroups(
  schema: SchemaIndex,
  state: FacetState,
  query: string,
): readonly PaletteGroup[] {
  const actions = ACTION_LIST.flatMap(([id, action]): ActionItem[] =>
    id !== 'search' && (action.isEnabled?.(state) ?? true) ? [{ kind: 'action', id, action }] : [],
  )
  if (query.trim() === '') {
    return GROUPS.map((heading) => ({
      heading,
      items: actions.filter(({ action }) => action.group === heading),
    })).filter(({ items }) => items.length > 0)
  }
  const actionIndex = indexNames(
    actions.map((item) => ({
      item,
      name: item.action.title,
      keywords: item.action.keywords ?? [],
    })),
  )
  const said = searchSaid(schema.drawn, query)
  const blocks = searchNames(schema.blocks, query, SHOWN_BLOCKS)
  const members = searchNames(schema.members, query, SHOWN_MEMBERS)
  const found: { heading: string; matches: readonly Match<PaletteItem>[] }[] = [
    { heading: 'Blocks', matches: bestOf([...blocks, ...said.blocks], SHOWN_BLOCKS) },
    { heading: 'Commands', matches: searchNames(actionIndex, query, SHOWN_ACTIONS) },
    { heading: 'Fields', matches: bestOf([...members, ...said.members], SHOWN_MEMBERS) },
  ]
  return found
    .filter(({ matches }) => matches.length > 0)
    .sort((a, b) => (b.matches[0]?.score ?? 0) - (a.matches[0]?.score ?? 0))
    .map(({ heading, matches }) => ({ heading, items: matches.map(({ item }) => item) }))
}

/**
 * What is found word by word, by all that is said of it: type, attributes, name in the database,
 * documentation. What one name says is found by name too, and better.
 */
function searchSaid(drawn: readonly Block[], query: string) {
  const blocks: Match<BlockItem>[] = []
  const members: Match<MemberItem>[] = []
  const wanted = matchQuery(query)
  for (const block of drawn) {
    const match = wanted?.match(block)
    if (!match) continue
    if (match.isWhole) {
      const item: BlockItem = { kind: 'block', block, reason: reasonText(match.reasons) }
      blocks.push({ item, score: saidScore(match.reasons) })
    }
    members.push(...saidMembers(match))
  }
  return { blocks, members }
}

function saidMembers({ block, members }: BlockMatch): Match<MemberItem>[] {
  if (members.length === 0) return []
  const whole = members.filter(({ isWhole }) => isWhole)
  const reasons = new Map(whole.map(({ id, reasons }) => [id, reasons]))
  return membersOf(block).flatMap((item): Match<MemberItem>[] => {
    const found = reasons.get(item.memberId)
    if (!found) return []
    return [{ item: { ...item, reason: reasonText(found) }, score: saidScore(found) }]
  })
}

function saidScore(reasons: readonly SearchReason[]): number {
  return Math.min(...reasons.map(({ kind }) => SAID_SCORES[kind]))
}

/** The best matches, the best first; what was found in two ways stands where it is best. */
function bestOf<T extends PaletteItem>(matches: readonly Match<T>[], limit: number): Match<T>[] {
  const best = new Map<string, Match<T>>()
  for (const match of [...matches].sort((a, b) => b.score - a.score)) {
    const key = itemKey(match.item)
    if (!best.has(key)) best.set(key, match)
  }
  return [...best.values()].slice(0, limit)
}

/** Unique among all items. */
export function itemKey(item: PaletteItem): string {
  if (item.kind === 'action') return `action ${item.id}`
  const blockId: BlockId = item.block.id
  return item.kind === 'block' ? `block ${blockId}` : `member ${blockId} ${item.memberId}`
}
