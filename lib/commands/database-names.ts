/** Names in the database, which must be unique across models: tables, constraints, indexes. */

import { argumentValue, findArgument, findBlockAttributes } from '@/lib/psl/access'
import type { Argument, AttributeNode, StringNode } from '@/lib/psl/syntax'
import type { Block, SchemaGraph } from '@/lib/schema/graph'
import { quoteString, unescapeString } from '@/lib/schema/value'
import type { CommandContext } from './command'
import type { EditList } from './edit-list'
import { freshName } from './names'
import { hasForeignKeys } from './providers'

/** Changes `@@map` if the name is taken; returns the new one if so, and adds it to the taken. */
export function freeTableName(edits: EditList, block: Block, taken: Set<string>): string | null {
  const [map] = findBlockAttributes(block.syntax, 'map')
  const value = map && argumentValue(map.attribute.args, 'name', true)
  if (value?.kind !== 'string') return null
  const written = unescapeString(value.raw)
  const isTaken = taken.has(written)
  const name = isTaken ? freshName(`${written}_copy`, (other) => taken.has(other)) : written
  taken.add(name)
  if (!isTaken) return null
  edits.replace(block, value, quoteString(name))
  return name
}

/** What all databases allow, in characters. */
export const LONGEST_NAME = 63

/** Changes names of constraints, indexes and join tables that the schema has already. */
export function freeConstraintNames(
  edits: EditList,
  ctx: CommandContext,
  copies: readonly Block[],
): void {
  const taken = new Set<string>()
  const relationNames = new Set<string>()
  for (const block of ctx.graph.blocks) {
    for (const attribute of attributesOf(block)) {
      const name = constraintName(attribute)
      if (name) taken.add(name.text)
    }
    for (const { relation } of block.fields) if (relation?.name) relationNames.add(relation.name)
  }
  for (const block of copies) {
    for (const attribute of attributesOf(block)) {
      const name = constraintName(attribute)
      if (!name || !taken.has(name.text)) continue
      const stem = name.text.slice(0, LONGEST_NAME - '_copy_99'.length)
      const fresh = freshName(`${stem}_copy`, (other) => taken.has(other))
      taken.add(fresh)
      edits.replace(block, name.value, quoteString(fresh))
    }
  }
  renameJoinTables(edits, copies, relationNames)
}

/** A many-to-many relation is a table of the relation's name. */
function renameJoinTables(
  edits: EditList,
  copies: readonly Block[],
  taken: ReadonlySet<string>,
): void {
  const names = new Map<string, string>()
  const used = new Set(taken)
  const paths = new Set(copies.map((block) => block.path))
  const ids = new Set(copies.map((block) => block.id))
  for (const { kind, name, fromBlockId, toBlockId } of edits.ctx.graph.relations) {
    if (kind !== 'many-to-many' || name === null || !taken.has(name) || names.has(name)) continue
    if (!ids.has(fromBlockId) || !ids.has(toBlockId)) continue
    const fresh = freshName(`${name}Copy`, (other) => used.has(other))
    used.add(fresh)
    names.set(name, fresh)
  }
  if (names.size === 0 || paths.size === 0) return
  for (const block of copies) {
    for (const attribute of attributesOf(block)) {
      if (attribute.name.text !== 'relation') continue
      const value = argumentValue(attribute.args, 'name', true)
      if (value?.kind !== 'string') continue
      const fresh = names.get(unescapeString(value.raw))
      if (fresh !== undefined) edits.replace(block, value, quoteString(fresh))
    }
  }
}

function attributesOf({ syntax }: Block): AttributeNode[] {
  return syntax.members.flatMap((member) => {
    if (member.kind === 'field') return member.attributes
    return member.kind === 'attribute' ? [member.attribute] : []
  })
}

const WITH_MAP: ReadonlySet<string> = new Set(['id', 'unique', 'index', 'fulltext', 'relation'])

/** The argument that names a constraint or an index in the database. */
function constraintName({
  name,
  args,
}: AttributeNode): { readonly text: string; readonly value: StringNode } | null {
  if (!WITH_MAP.has(name.text)) return null
  const argument = findArgument(args, 'map') ?? args?.items.find(isPlainName(name.text)) ?? null
  if (argument?.value?.kind !== 'string') return null
  return { text: unescapeString(argument.value.raw), value: argument.value }
}

/** `@id("x")`, and `name:` of an index, which Prisma once took for the name in the database. */
function isPlainName(attribute: string): (argument: Argument) => boolean {
  return ({ name, value }) => {
    if (value?.kind !== 'string' || attribute === 'relation') return false
    return name === null || (name.text === 'name' && attribute === 'index')
  }
}

/**
 * Databases cut the names of constraints off at the end, after which those of two long ones may be
 * the same; `null` where the usual name will do.
 */
export function shortConstraintName(
  graph: SchemaGraph,
  table: string,
  fields: readonly string[],
  index: number,
): string | null {
  const isCut = ['postgresql', 'postgres', 'cockroachdb', 'mysql'].includes(graph.provider ?? '')
  const length = `${table}_${fields.join('_')}_fkey`.length
  if (!isCut || !hasForeignKeys(graph) || length <= LONGEST_NAME) return null
  return `${table.slice(0, LONGEST_NAME - 8)}_${index}_fkey`
}
