/**
 * What the text does not say but the database has: names of tables and columns where they are
 * mentioned, of tables between models, of constraints and indexes. Each kind can be left out.
 */

import { hasForeignKeys } from '@/lib/commands/providers'
import { argumentValue, listItems, mentionedName } from '@/lib/psl/access'
import type { Argument, AttributeNode, Range } from '@/lib/psl/syntax'
import type { Block, Field, SchemaGraph } from '@/lib/schema/graph'
import { constraintName } from '@/lib/sql/names'
import { attributesIn } from './attributes-in'
import { joinTableName } from './describe-relation'
import { longestName } from './longest-name'
import { namesIn } from './names'
import { type BlockPlace, blocksOfFile, type LanguageSnapshot } from './snapshot'

export type HintKind = 'databaseName' | 'relationTable' | 'constraintName'

export interface InlayHint {
  /** In the file; the hint stands behind the character before. */
  readonly at: number
  readonly label: string
  readonly kind: HintKind
  /** A sentence for whoever points at it. */
  readonly tooltip: string
}

/** The hints of the blocks that the range touches, in the order of the text. */
export function inlayHints(
  snapshot: LanguageSnapshot,
  path: string,
  { from, to }: Range,
  kinds: ReadonlySet<HintKind>,
): readonly InlayHint[] {
  const places = blocksOfFile(snapshot, path).filter(({ block, start }) => {
    return start < to && start + block.syntax.text.length > from
  })
  return places
    .flatMap((place) => [
      ...(kinds.has('databaseName') ? databaseNames(snapshot, place) : []),
      ...(kinds.has('relationTable') ? relationTables(snapshot, place) : []),
      ...(kinds.has('constraintName') ? constraintNames(snapshot.graph, place) : []),
    ])
    .filter(({ at }) => from <= at && at <= to)
    .sort((a, b) => a.at - b.at)
}

/** Where a block or a field is mentioned whose name in the database is another. */
function databaseNames(snapshot: LanguageSnapshot, { block, start }: BlockPlace): InlayHint[] {
  return namesIn(snapshot, block).flatMap(({ symbol, isDeclaration, to }): InlayHint[] => {
    if (isDeclaration || (symbol?.kind !== 'field' && symbol?.kind !== 'block')) return []
    const named = symbol.kind === 'field' ? symbol.field : symbol.block
    const { databaseName, name } = named
    if (databaseName === null || databaseName === name) return []
    return [
      {
        at: start + to,
        label: `→ ${databaseName}`,
        kind: 'databaseName',
        tooltip: `${name} is called ${databaseName} in the database.`,
      },
    ]
  })
}

/** At both ends of an implicit many-to-many relation that has no name. */
function relationTables(snapshot: LanguageSnapshot, { block, start }: BlockPlace): InlayHint[] {
  const { graph } = snapshot
  if (graph.provider === 'mongodb') return []
  const relations = graph.relations.filter(
    ({ kind, name, fields, fromBlockId, toBlockId }) =>
      kind === 'many-to-many' &&
      name === null &&
      fields.length === 0 &&
      (fromBlockId === block.id || toBlockId === block.id),
  )
  if (relations.length === 0) return []
  const nodes = block.syntax.members.filter((member) => member.kind === 'field')
  return relations.flatMap((relation) => {
    const table = joinTableName(snapshot, relation)
    if (table === null) return []
    return [relation.from, relation.to].flatMap((end): InlayHint[] => {
      const node = nodes[block.fields.findIndex(({ id }) => id === end?.fieldId)]
      if (!node?.type || end?.blockId !== block.id) return []
      const tooltip = `The pairs are kept in the table ${table}.`
      return [{ at: start + node.type.to, label: table, kind: 'relationTable', tooltip }]
    })
  })
}

const SUFFIXES = { id: '_pkey', unique: '_key', index: '_idx', fulltext: '_idx' } as const

/** Behind keys, indexes and foreign keys that say no name of their own. */
function constraintNames(graph: SchemaGraph, { block, start }: BlockPlace): InlayHint[] {
  const { provider } = graph
  if (provider === null || provider === 'mongodb' || block.kind !== 'model') return []
  const most = longestName(provider)
  const hints: InlayHint[] = []
  let index = 0
  for (const member of block.syntax.members) {
    const field = member.kind === 'field' ? block.fields[index++] : undefined
    for (const attribute of attributesIn(member)) {
      const found = constraintOf(graph, block, field, attribute)
      if (!found) continue
      const table = block.databaseName ?? block.name
      const columns =
        found.suffix === '_pkey' ? [] : found.fields.map((name) => column(block, name))
      hints.push({
        at: start + attribute.to,
        label: constraintName(table, columns, found.suffix, most),
        kind: 'constraintName',
        tooltip: `What Prisma calls the ${found.what} in the database.`,
      })
    }
  }
  return hints
}

function constraintOf(
  graph: SchemaGraph,
  block: Block,
  field: Field | undefined,
  { name, args }: AttributeNode,
) {
  if (args?.items.some((item) => isOwnName(item, name.text))) return null
  if (name.text === 'relation') {
    const fields = field?.relation?.fields ?? []
    const isNamed = hasForeignKeys(graph) && graph.provider !== 'sqlite'
    if (fields.length === 0 || !isNamed) return null
    return { suffix: '_fkey', fields, what: 'foreign key' } as const
  }
  const kind = name.text
  if (kind !== 'id' && kind !== 'unique' && kind !== 'index' && kind !== 'fulltext') return null
  const hasNoName = graph.provider === 'mysql' || graph.provider === 'sqlite'
  if (kind === 'id' && hasNoName) return null
  const what = { id: 'primary key', unique: 'unique constraint', index: 'index', fulltext: 'index' }
  const listed = listItems(argumentValue(args, 'fields', true)).flatMap(
    (item) => mentionedName(item) ?? [],
  )
  const fields = field ? [field.name] : listed
  const isKnown = fields.every((name) => block.fields.some((field) => field.name === name))
  if (fields.length === 0 || !isKnown) return null
  return { suffix: SUFFIXES[kind], fields, what: what[kind] }
}

/** Whether the argument is the name; of an index, `name:` was once what `map:` is. */
function isOwnName({ name, value }: Argument, attribute: string): boolean {
  if (name) return name.text === 'map' || (name.text === 'name' && attribute === 'index')
  return attribute !== 'relation' && value?.kind === 'string'
}

function column(block: Block, name: string): string {
  return block.fields.find((field) => field.name === name)?.databaseName ?? name
}
