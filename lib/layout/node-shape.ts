/**
 * What of a block is drawn: its title, the rows that are shown, how many are left out, and how
 * large that makes it.
 *
 * The one place that decides it. Sizes, rows, the ends of lines, the view from afar and the layout
 * all ask here, so that they agree. A shape follows from nothing but the block and the style, and
 * a block that an edit did not touch keeps its shapes.
 */

import { type Block, type EnumValue, type Field, type FieldId, typeText } from '@/lib/schema/graph'
import { MAX_NAME, MAX_TYPE, NODE, nodeWidth, type Size } from './node-size'

/** Which rows of a block are drawn: all, those that are part of a key, or only the header. */
export type RowsShown = 'all' | 'keys' | 'none'

/** Whether a block and its rows are called as in Prisma Client or as in the database. */
export type Naming = 'model' | 'database'

export interface NodeShape {
  readonly block: Block
  readonly naming: Naming
  /** The name in the header. */
  readonly title: string
  /** The rows, from top to bottom. */
  readonly members: readonly (Field | EnumValue)[]
  /** How many members have no row although the block shows rows at all; a footer tells of them. */
  readonly leftOut: number
  /** Whether only the header is drawn. */
  readonly isFolded: boolean
  readonly size: Size
}

const shapes = new WeakMap<Block, Map<string, NodeShape>>()

export function nodeShape(
  block: Block,
  rows: RowsShown = 'all',
  naming: Naming = 'model',
): NodeShape {
  let known = shapes.get(block)
  if (!known) {
    known = new Map()
    shapes.set(block, known)
  }
  const key = `${rows} ${naming}`
  let shape = known.get(key)
  if (!shape) {
    shape = makeShape(block, rows, naming)
    known.set(key, shape)
  }
  return shape
}

/** The index of a member's row; -1, which is the header, when it has none. */
export function rowOfMember(shape: NodeShape, id: FieldId | undefined): number {
  return id === undefined ? -1 : shape.members.findIndex((member) => member.id === id)
}

/** The same for a field by its name. */
export function rowOfField(shape: NodeShape, name: string | undefined): number {
  if (name === undefined) return -1
  return shape.members.findIndex((member) => isField(member) && member.name === name)
}

export function isField(member: Field | EnumValue): member is Field {
  return 'typeName' in member
}

/** What a member is called. */
export function memberName({ name, databaseName }: Field | EnumValue, naming: Naming): string {
  return naming === 'database' ? (databaseName ?? name) : name
}

/** What a block is called; in the database with its schema before it, if it is in one. */
export function blockTitle(block: Block, naming: Naming): string {
  if (naming === 'model') return block.name
  const name = block.databaseName ?? block.name
  return block.databaseSchema === null ? name : `${block.databaseSchema}.${name}`
}

function makeShape(block: Block, rows: RowsShown, naming: Naming): NodeShape {
  const all = [...block.fields, ...block.values]
  const keys = rows === 'keys' ? keyFieldNames(block) : null
  const members =
    rows === 'none' ? [] : keys ? block.fields.filter((field) => isKeyRow(field, keys)) : all
  const isFolded = rows === 'none'
  const leftOut = isFolded ? 0 : all.length - members.length
  const title = blockTitle(block, naming)
  const names = members.map((member) => memberName(member, naming).length)
  const types = members.map((member) => (isField(member) ? typeText(member).length : 0))
  const width = nodeWidth({
    title: title.length,
    // The word for its kind stands in the header unless it is a model.
    hasKindWord: block.kind !== 'model',
    names: Math.min(MAX_NAME, Math.max(0, ...names)),
    types: Math.min(MAX_TYPE, Math.max(0, ...types)),
  })
  const rowCount = members.length + (leftOut > 0 ? 1 : 0)
  const height = isFolded
    ? NODE.headerHeight
    : NODE.headerHeight + Math.max(1, rowCount) * NODE.rowHeight + NODE.paddingBottom
  return { block, naming, title, members, leftOut, isFolded, size: { width, height } }
}

/** Relation fields stay where their foreign key is; the other side is only the way back. */
function isKeyRow(field: Field, keys: ReadonlySet<string>): boolean {
  return keys.has(field.name) || (field.relation?.fields ?? []).length > 0
}

/** Fields of the primary key, of unique constraints and of foreign keys. */
function keyFieldNames(block: Block): ReadonlySet<string> {
  const names = new Set<string>()
  for (const { kind, fields } of block.keys) {
    if (kind !== 'id' && kind !== 'unique') continue
    for (const { path } of fields) names.add(path.split('.')[0] ?? path)
  }
  for (const field of block.fields) {
    if (field.isId || field.isUnique) names.add(field.name)
    for (const name of field.relation?.fields ?? []) names.add(name)
  }
  return names
}
