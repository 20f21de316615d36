/**
 * The columns of a block's fields: a new or changed line follows those of its neighbours, and
 * where it does not fit, it alone stands out. No other line is ever touched.
 *
 * A column counts from the start of the field's name, in UTF-16 code units.
 */

import type { AttributeNode, BlockNode, FieldNode, MemberNode } from '@/lib/psl/syntax'
import type { Arity, Block } from '@/lib/schema/graph'
import type { EditList } from './edit-list'

/** What is written after a type's name. */
export const ARITY_SUFFIX: Readonly<Record<Arity, string>> = {
  required: '',
  optional: '?',
  list: '[]',
}

export interface Columns {
  readonly type: number | null
  readonly attributes: number | null
}

/** The columns of the fields around the member, itself included, up to the next blank line. */
export function columnsAround(node: BlockNode, member: MemberNode | null): Columns {
  const fields = member ? neighbours(node, member) : []
  return {
    type: commonColumn(fields, typeColumn),
    attributes: commonColumn(fields, attributeColumn),
  }
}

/** A field's line, its parts in the given columns where they fit. */
export function alignedLine(
  columns: Columns,
  name: string,
  type: string,
  attributes: string,
): string {
  const line = padTo(name, columns.type) + type
  return attributes === '' ? line : padTo(line, columns.attributes) + attributes
}

export interface FieldChange {
  readonly name?: string
  /** The type with its arity, as written. */
  readonly type?: string
  readonly remove?: ReadonlySet<AttributeNode>
  /** Attributes to add, each before one that stays, or after all of them. */
  readonly add?: readonly { readonly text: string; readonly before: AttributeNode | null }[]
}

/**
 * Changes parts of a field's line, keeping what follows in its column if it was in one. What
 * stands inside attributes that stay is free for other edits.
 */
export function changeField(
  edits: EditList,
  block: Block,
  node: FieldNode,
  { name = node.name.text, type, remove = NONE, add = [] }: FieldChange,
): void {
  const { syntax } = block
  const others = neighbours(syntax, node).filter((field) => field !== node)
  edits.replace(block, node.name, name)
  let shift = name.length - node.name.text.length
  if (node.type) {
    const written = syntax.text.slice(node.type.from, node.type.to)
    const newType = type ?? written
    const columns = others.map(typeColumn)
    shift += resizeGap(edits, block, node, node.name.to, node.type.from, shift, columns)
    edits.replace(block, node.type, newType)
    shift += newType.length - written.length
  } else if (type !== undefined) {
    edits.insert(block, node.name.to, ` ${type}`)
  }
  const declarationEnd = (node.type ?? node.name).to
  const [first] = node.attributes
  const last = node.attributes.at(-1)
  const added = add.filter(({ before }) => before === null).map(({ text }) => text)
  if (!first || !last) {
    if (added.length === 0) return
    const column = commonColumn(others, attributeColumn)
    const width = declarationEnd - node.name.from + shift
    const pad = column === null ? 1 : Math.max(1, column - width)
    edits.insert(block, declarationEnd, ' '.repeat(pad) + added.join(' '))
    return
  }
  const kept = node.attributes.filter((attribute) => !remove.has(attribute))
  const [firstKept] = kept
  if (!firstKept && added.length === 0) {
    edits.remove(block, { from: declarationEnd, to: last.to })
    return
  }
  const columns = others.map(attributeColumn)
  resizeGap(edits, block, node, declarationEnd, first.from, shift, columns)
  if (!firstKept) {
    edits.replace(block, { from: first.from, to: last.to }, added.join(' '))
    return
  }
  edits.remove(block, { from: first.from, to: firstKept.from })
  let end = firstKept.to
  for (const attribute of kept.slice(1)) {
    const index = node.attributes.indexOf(attribute)
    edits.remove(block, { from: end, to: (node.attributes[index - 1] as AttributeNode).to })
    end = attribute.to
  }
  edits.remove(block, { from: end, to: last.to })
  for (const { text, before } of add) {
    if (before) edits.insert(block, before.from, `${text} `)
  }
  if (added.length > 0) edits.insert(block, last.to, ` ${added.join(' ')}`)
}

const NONE: ReadonlySet<AttributeNode> = new Set()

/**
 * Takes up as much of `shift` in the white space from `from` to `to` as it can if what follows
 * stands in a column with others; returns by how much the white space grew.
 */
function resizeGap(
  edits: EditList,
  block: Block,
  node: FieldNode,
  from: number,
  to: number,
  shift: number,
  columns: readonly (number | null)[],
): number {
  const gap = block.syntax.text.slice(from, to)
  if (shift === 0 || /[^ ]/.test(gap) || !columns.includes(to - node.name.from)) return 0
  const length = Math.max(1, gap.length - shift)
  edits.replace(block, { from, to }, ' '.repeat(length))
  return length - gap.length
}

/** The fields of the run of lines without a blank one around the member. */
function neighbours({ members }: BlockNode, member: MemberNode): FieldNode[] {
  const isInRun = (candidate: MemberNode | undefined) =>
    candidate?.kind === 'field' || candidate?.kind === 'comment'
  const index = members.indexOf(member)
  let first = index
  let last = index
  while (isInRun(members[first - 1])) first--
  while (isInRun(members[last + 1])) last++
  return members.slice(first, last + 1).filter((candidate) => candidate.kind === 'field')
}

function typeColumn({ name, type }: FieldNode): number | null {
  return type && type.from - name.from
}

function attributeColumn({ name, attributes }: FieldNode): number | null {
  const [first] = attributes
  return first ? first.from - name.from : null
}

/** The column that most of the fields share, if more than half do. */
function commonColumn(
  fields: readonly FieldNode[],
  columnOf: (field: FieldNode) => number | null,
): number | null {
  const counts = new Map<number, number>()
  let total = 0
  for (const field of fields) {
    const column = columnOf(field)
    if (column === null) continue
    total++
    counts.set(column, (counts.get(column) ?? 0) + 1)
  }
  for (const [column, count] of counts) if (count * 2 > total) return column
  return null
}

function padTo(text: string, column: number | null): string {
  return column !== null && text.length < column ? text.padEnd(column) : `${text} `
}
