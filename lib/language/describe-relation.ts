/** A relation in words: its cardinality, both of its ends, its foreign key. */

import { hasForeignKeys } from '@/lib/commands/providers'
import { defaultAction } from '@/lib/commands/referential-actions'
import type { Block, Field, Relation, RelationEnd } from '@/lib/schema/graph'
import { joinTableNames } from '@/lib/sql/names'
import { longestName } from './longest-name'
import type { LanguageSnapshot } from './snapshot'

/** The relation that the field is an end of. */
export function relationOfField({ graph }: LanguageSnapshot, field: Field): Relation | null {
  return (
    graph.relations.find(({ from, to }) => from.fieldId === field.id || to?.fieldId === field.id) ??
    null
  )
}

/** As it is from the field's side: `many-to-one` from the model that holds the key. */
export function cardinality(relation: Relation, field: Field): string {
  if (relation.kind !== 'one-to-many') return relation.kind
  return relation.from.fieldId === field.id ? 'many-to-one' : 'one-to-many'
}

/** Lines of Markdown. */
export function describeRelation(
  snapshot: LanguageSnapshot,
  relation: Relation,
  field: Field,
): string[] {
  const { graph } = snapshot
  const name = relation.name === null ? '' : ` “${relation.name}”`
  const lines = [`**Relation${name}**, ${cardinality(relation, field)}`]
  lines.push(`- ${endText(snapshot, relation.from)} — ${otherEnd(snapshot, relation)}`)
  const from = graph.blockById.get(relation.fromBlockId)
  const to = graph.blockById.get(relation.toBlockId)
  if (relation.fields.length > 0 && from && to) {
    lines.push(
      `- foreign key ${keyText(from, relation.fields)} → ${keyText(to, relation.references)}`,
    )
    lines.push(`- ${actionText(snapshot, relation, from)}`)
  } else if (relation.kind === 'many-to-many' && graph.provider !== 'mongodb') {
    const table = joinTableName(snapshot, relation)
    if (table !== null) lines.push(`- in the table \`${table}\``)
  }
  return lines
}

/** The table of an implicit many-to-many relation. */
export function joinTableName({ graph }: LanguageSnapshot, relation: Relation): string | null {
  const [a, b] = [relation.fromBlockId, relation.toBlockId].map((id) => graph.blockById.get(id))
  if (relation.kind !== 'many-to-many' || !relation.to || !a || !b) return null
  const name = relation.name ?? `${a.name}To${b.name}`
  return joinTableNames(name, longestName(graph.provider)).table
}

function endText({ graph }: LanguageSnapshot, end: RelationEnd): string {
  const suffix = { required: '', optional: '?', list: '[]' }[end.arity]
  return `\`${graph.blockById.get(end.blockId)?.name}.${end.fieldName}${suffix}\``
}

function otherEnd(snapshot: LanguageSnapshot, { to, toBlockId }: Relation): string {
  if (to) return endText(snapshot, to)
  return `no field of \`${snapshot.graph.blockById.get(toBlockId)?.name}\` yet`
}

function keyText({ name }: Block, fields: readonly string[]): string {
  return `\`${name}(${fields.join(', ')})\``
}

function actionText({ graph }: LanguageSnapshot, relation: Relation, from: Block): string {
  const isOptional = relation.fields.every((name) =>
    from.fields.some((field) => field.name === name && field.arity === 'optional'),
  )
  const texts = (['onDelete', 'onUpdate'] as const).map((event) => {
    const written = relation[event]
    if (written !== null) return `${event} \`${written}\``
    return `${event} \`${defaultAction(graph, event, isOptional)}\` by default`
  })
  const keeper = hasForeignKeys(graph) ? '' : ', kept by Prisma Client'
  return texts.join(', ') + keeper
}
