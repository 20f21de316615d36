/**
 * Writes a schema as a Mermaid `erDiagram`: blocks with their fields, keys and relations, by the
 * names that they have in the schema.
 *
 * Mermaid has no escapes, so what its grammar (`erDiagram.jison` of Mermaid 12) cannot read in a
 * name or a comment becomes another character.
 */

import type { Block, Field, Relation, SchemaGraph } from '@/lib/schema/graph'

/** The text, ending with a line break. */
export function writeMermaid(graph: SchemaGraph): string {
  const entities = graph.blocks.filter(({ kind, name }) => name !== '' && hasRows(kind))
  const foreignKeys = new Set(
    graph.relations.flatMap(({ fromBlockId, fields }) =>
      fields.map((name) => `${fromBlockId}.${name}`),
    ),
  )
  const names = new Map(entities.map((block) => [block.id, entityName(block.name)]))
  const lines = ['erDiagram', ...entities.flatMap((block) => entityLines(block, foreignKeys))]
  for (const relation of graph.relations) {
    const from = names.get(relation.fromBlockId)
    const to = names.get(relation.toBlockId)
    if (from && to) lines.push(relationLine(graph, relation, from, to))
  }
  // A composite type is part of the documents that use it; an enum is referred to by fields.
  for (const block of entities) {
    for (const field of block.fields) {
      const other = graph.blockByName.get(field.typeName)
      const target = other?.kind === 'type' ? names.get(other.id) : undefined
      if (!target) continue
      const mark = { required: '||', optional: 'o|', list: 'o{' }[field.arity]
      lines.push(`  ${names.get(block.id)} ||--${mark} ${target} : ${quote(field.name)}`)
    }
  }
  return `${lines.join('\n')}\n`
}

function hasRows(kind: Block['kind']): boolean {
  return kind === 'model' || kind === 'view' || kind === 'type' || kind === 'enum'
}

function entityLines(block: Block, foreignKeys: ReadonlySet<string>): string[] {
  const rows =
    block.kind === 'enum'
      ? block.values.map((value) => row('enum', value.name, [], value.documentation))
      : block.fields
          .filter(
            ({ typeKind, name }) => typeKind !== 'model' && typeKind !== 'view' && name !== '',
          )
          .map((field) => fieldRow(block, field, foreignKeys))
  const name = entityName(block.name)
  return rows.length === 0 ? [`  ${name}`] : [`  ${name} {`, ...rows, '  }']
}

function fieldRow(block: Block, field: Field, foreignKeys: ReadonlySet<string>): string {
  const keys: string[] = []
  const isIn = (kind: 'id' | 'unique') =>
    block.keys.some(
      (key) =>
        key.kind === kind &&
        (kind === 'id' || key.fields.length === 1) &&
        key.fields.some(({ path }) => path === field.name),
    )
  if (isIn('id')) keys.push('PK')
  if (foreignKeys.has(`${block.id}.${field.name}`)) keys.push('FK')
  if (isIn('unique')) keys.push('UK')
  const isOptional = field.arity === 'optional' ? ['optional'] : []
  const comment = [...isOptional, ...(field.documentation === '' ? [] : [field.documentation])]
  const suffix = field.arity === 'list' ? '[]' : ''
  return row(
    attributeName(field.typeName || 'unknown') + suffix,
    field.name,
    keys,
    comment.join('; '),
  )
}

function row(type: string, name: string, keys: readonly string[], comment: string): string {
  const parts = [type, attributeName(name)]
  if (keys.length > 0) parts.push(keys.join(', '))
  if (comment !== '') parts.push(quote(comment))
  return `    ${parts.join(' ')}`
}

function relationLine(graph: SchemaGraph, relation: Relation, from: string, to: string): string {
  const { kind, fields } = relation
  const block = graph.blockById.get(relation.fromBlockId)
  const isOptional =
    relation.from.arity === 'optional' ||
    fields.some((name) => block?.fields.find((field) => field.name === name)?.arity === 'optional')
  // A line whose foreign key is part of the primary key is solid: the row is known by the other.
  const primaryKey = block?.keys.find((key) => key.kind === 'id')
  const isIdentifying =
    fields.length > 0 &&
    fields.every((name) => primaryKey?.fields.some(({ path }) => path === name))
  const line = isIdentifying || kind === 'many-to-many' ? '--' : '..'
  const near = kind === 'many-to-many' ? '}o' : isOptional ? '|o' : '||'
  const far = kind === 'one-to-one' ? 'o|' : 'o{'
  const label = quote(relation.name ?? relation.from.fieldName)
  return `  ${to} ${near}${line}${far} ${from} : ${label}`
}

/** Words of the language, in any case; as names of entities they need quotes. */
const WORDS: ReadonlySet<string> = new Set(
  'erdiagram one many only optionally to style class classdef end subgraph direction title'.split(
    ' ',
  ),
)

/** Entities may have any name in quotes, but for a few characters. */
function entityName(name: string): string {
  const isPlain = /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !WORDS.has(name.toLowerCase())
  return isPlain ? name : `"${name.replace(/["%\\\p{Cc}]/gu, '_')}"`
}

/** Attributes and their types are one word each, which is not one of the keys. */
function attributeName(name: string): string {
  const plain = name.replace(/[^A-Za-z0-9_\u00C0-\uFFFF]/g, '_')
  return /^(?:[^A-Za-z_\u00C0-\uFFFF]|[pfu]k$)/i.test(plain) ? `_${plain}` : plain
}

function quote(text: string): string {
  return `"${text
    .replace(/"/g, "'")
    .replace(/\s*\n\s*/g, ' ')
    .trim()}"`
}
