/** What the diagram's hover card says of a block, a row or a relation, in words. Pure. */

import {
  type Block,
  type Field,
  type FieldId,
  isDrawn,
  type Relation,
  type SchemaGraph,
} from '@/lib/schema/graph'
import type { BlockMark } from './diagnostic-marks'
import { type TipText, tipText } from './tip-text'

export interface CardText extends TipText {
  /** Further lines of the declaration, in the typeface of code. */
  readonly code: readonly string[]
}

/** What a block is and how it hangs together with others. */
export function blockCard(
  graph: SchemaGraph,
  block: Block,
  isStale: boolean,
  mark: BlockMark | undefined,
): CardText | null {
  if (!isDrawn(block.kind)) return null
  const tip = tipText(block, isStale, null, mark)
  const { members, text } = block.syntax
  const attributes = members.filter(({ kind }) => kind === 'attribute')
  return {
    title: `${block.kind} ${block.name}`,
    code: attributes.map(({ from, to }) => text.slice(from, to).replace(/\s+/g, ' ')),
    text: [...(tip?.text ?? []), ...blockFacts(graph, block)],
    problems: tip?.problems ?? [],
  }
}

function blockFacts(graph: SchemaGraph, block: Block): string[] {
  if (block.kind === 'enum') {
    const users = graph.blocks.flatMap(({ name, fields }) =>
      fields
        .filter(({ typeKind, typeName }) => typeKind === 'enum' && typeName === block.name)
        .map((field) => `${name}.${field.name}`),
    )
    return [counted(block.values.length, 'value'), ...sentence('Used by', users)]
  }
  const name = (id: string) => graph.blockById.get(id)?.name ?? ''
  const own = graph.relations.filter(({ fromBlockId }) => fromBlockId === block.id)
  const others = graph.relations.filter(({ toBlockId }) => toBlockId === block.id)
  const many = [...own, ...others].filter(({ kind }) => kind === 'many-to-many')
  const isMany = (relation: Relation) => many.includes(relation)
  const far = ({ fromBlockId, toBlockId }: Relation) =>
    name(fromBlockId === block.id ? toBlockId : fromBlockId)
  return [
    counted(block.fields.length, 'field'),
    ...sentence('Refers to', own.filter((one) => !isMany(one)).map(far)),
    ...sentence('Referred to by', others.filter((one) => !isMany(one)).map(far)),
    ...sentence('Many-to-many with', many.map(far)),
  ]
}

/** What a row says beyond what is seen; `null` when there is nothing. */
export function rowCard(
  graph: SchemaGraph,
  block: Block,
  isStale: boolean,
  memberId: FieldId,
  mark: BlockMark | undefined,
): CardText | null {
  const tip = tipText(block, isStale, memberId, mark)
  const field = block.fields.find(({ id }) => id === memberId)
  const facts = field ? fieldFacts(graph, block, field) : []
  if (!tip && facts.length === 0) return null
  const title = tip?.title ?? field?.text.replace(/\s+/g, ' ') ?? ''
  return { title, code: [], text: [...(tip?.text ?? []), ...facts], problems: tip?.problems ?? [] }
}

function fieldFacts(graph: SchemaGraph, block: Block, field: Field): string[] {
  const name = (id: string) => graph.blockById.get(id)?.name ?? ''
  return graph.relations.flatMap((relation): string[] => {
    const { from, to, fromBlockId, toBlockId, fields, references } = relation
    if (from.fieldId === field.id || to?.fieldId === field.id) {
      return [relationSentence(graph, relation)]
    }
    const key = fromBlockId === block.id ? fields.indexOf(field.name) : -1
    if (key >= 0) return [`Refers to ${name(toBlockId)}.${references[key] ?? '…'}`]
    const target = toBlockId === block.id ? references.indexOf(field.name) : -1
    return target >= 0 ? [`Referred to by ${name(fromBlockId)}.${fields[target] ?? '…'}`] : []
  })
}

/** A relation: how many of each, its foreign key, and what deleting does. */
export function relationCard(graph: SchemaGraph, relation: Relation): CardText {
  const { from, to, fromBlockId, toBlockId, fields, references, kind } = relation
  const source = graph.blockById.get(fromBlockId)?.name ?? ''
  const target = graph.blockById.get(toBlockId)?.name ?? ''
  const back = to ? `${target}.${to.fieldName}` : target
  const title = `${source}.${from.fieldName} ${kind === 'many-to-many' ? '↔' : '→'} ${back}`
  const text = [
    ...(relation.name === null ? [] : [`Named ${relation.name}`]),
    relationSentence(graph, relation),
    ...(kind === 'many-to-many' ? [] : keyFacts(relation, graph.provider, target)),
    ...(relation.map === null ? [] : [`In the database: ${relation.map}`]),
  ]
  const code =
    fields.length === 0
      ? []
      : [`${source}(${fields.join(', ')}) → ${target}(${references.join(', ')})`]
  return { title, code, text, problems: to ? [] : [`${target} has no field on the other side.`] }
}

/** "Each Post has one User. A User can have many of Post." */
function relationSentence(graph: SchemaGraph, relation: Relation): string {
  const from = graph.blockById.get(relation.fromBlockId)?.name ?? ''
  const to = graph.blockById.get(relation.toBlockId)?.name ?? ''
  if (relation.kind === 'many-to-many') {
    return `Each ${from} can have many of ${to}, and the other way round.`
  }
  const one = relation.from.arity === 'required' ? 'has one' : 'may have one'
  const back = relation.kind === 'one-to-one' ? `may have one ${from}` : `can have many of ${from}`
  return `Each ${from} ${one} ${to}. A ${to} ${back}.`
}

/**
 * What happens to whoever refers. The defaults are those of Prisma's documentation; SQL Server
 * knows no `Restrict`.
 */
function keyFacts({ onDelete, onUpdate, from }: Relation, provider: string | null, to: string) {
  const strict = provider === 'sqlserver' ? 'NoAction' : 'Restrict'
  const usual = from.arity === 'required' ? strict : 'SetNull'
  return [
    `When a ${to} is deleted: ${onDelete ?? `${usual}, by default`}`,
    ...(onUpdate === null ? [] : [`When its key changes: ${onUpdate}`]),
  ]
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** More names than these are only counted. */
const MANY = 6

function sentence(words: string, names: readonly string[]): string[] {
  const different = [...new Set(names)]
  if (different.length === 0) return []
  const more = different.length - MANY
  const shown = different.slice(0, MANY).join(', ')
  return [`${words} ${shown}${more > 0 ? ` and ${more} more` : ''}`]
}
