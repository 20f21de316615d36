/** What the palette offers, and in which order. Pure. */

import {
  ACTION_LIST,
  type ActionGroup,
  type ActionId,
  type AppAction,
} from '@/components/workbench/app-actions'
import { type Block, type BlockId, type FieldId, isDrawn, typeText } from '@/lib/schema/graph'
import type { FacetState } from '@/lib/store/state'
import { indexNames, type SearchIndex, searchNames } from './palette-search'

export interface ActionItem {
  readonly kind: 'action'
  readonly id: ActionId
  readonly action: AppAction
}

export interface BlockItem {
  readonly kind: 'block'
  readonly block: Block
}

export interface MemberItem {
  readonly kind: 'member'
  readonly block: Block
  readonly memberId: FieldId
  readonly name: string
  readonly type: string
}

export type PaletteItem = ActionItem | BlockItem | MemberItem

export interface PaletteGroup {
  readonly heading: string
  readonly items: readonly PaletteItem[]
}

export interface SchemaIndex {
  readonly blocks: SearchIndex<BlockItem>
  readonly members: SearchIndex<MemberItem>
}

/** More matches than anyone reads; the rest is found by typing on. */
const SHOWN_BLOCKS = 20
const SHOWN_MEMBERS = 20
const SHOWN_ACTIONS = 12

const GROUPS: readonly ActionGroup[] = ['Selection', 'Edit', 'Diagram', 'View', 'File']

/** What an edit did not touch is not indexed again. */
const indexed = new WeakMap<Block, SchemaIndex>()

/** Names by which blocks and fields are found; a field also as `User.email`. */
export function indexSchema(blocks: readonly Block[]): SchemaIndex {
  const parts = blocks.filter(({ kind }) => isDrawn(kind)).map(indexBlock)
  return {
    blocks: { entries: parts.flatMap((part) => part.blocks.entries) },
    members: { entries: parts.flatMap((part) => part.members.entries) },
  }
}

function indexBlock(block: Block): SchemaIndex {
  let index = indexed.get(block)
  if (!index) {
    const keywords = block.databaseName ? [block.databaseName] : []
    const item: BlockItem = { kind: 'block', block }
    index = {
      blocks: indexNames([{ item, name: block.name, keywords }]),
      members: indexNames(membersOf(block)),
    }
    indexed.set(block, index)
  }
  return index
}

function membersOf(block: Block) {
  const { fields, values } = block.lastGood ?? block
  const member = (memberId: FieldId, name: string, type: string, databaseName: string | null) => ({
    item: { kind: 'member' as const, block, memberId, name, type },
    name: `${block.name}.${name}`,
    keywords: databaseName ? [name, databaseName] : [name],
  })
  return [
    ...fields.map((field) => member(field.id, field.name, typeText(field), field.databaseName)),
    ...values.map((value) => member(value.id, value.name, '', value.databaseName)),
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
  const found = [
    { heading: 'Blocks', matches: searchNames(schema.blocks, query, SHOWN_BLOCKS) },
    { heading: 'Commands', matches: searchNames(actionIndex, query, SHOWN_ACTIONS) },
    { heading: 'Fields', matches: searchNames(schema.members, query, SHOWN_MEMBERS) },
  ]
  return found
    .filter(({ matches }) => matches.length > 0)
    .sort((a, b) => (b.matches[0]?.score ?? 0) - (a.matches[0]?.score ?? 0))
    .map(({ heading, matches }) => ({ heading, items: matches.map(({ item }) => item) }))
}

/** Unique among all items. */
export function itemKey(item: PaletteItem): string {
  if (item.kind === 'action') return `action ${item.id}`
  const blockId: BlockId = item.block.id
  return item.kind === 'block' ? `block ${blockId}` : `member ${blockId} ${item.memberId}`
}
