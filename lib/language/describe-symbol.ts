/** What a name stands for, as Markdown. */

import { type Block, type EnumValue, type Field, typeText } from '@/lib/schema/graph'
import { columnType } from '@/lib/sql/column-type'
import { KEY_FIELD } from './argument-roles'
import { blockLines, codeBlock } from './code-block'
import { parametersIn } from './complete/parameters'
import { settingsOf } from './complete/settings'
import { describeRelation, relationOfField } from './describe-relation'
import { attributeFact, KEY_FIELD_FACT } from './facts/attributes'
import { type Fact, factText, parameterText, signatureText } from './facts/fact'
import { FUNCTIONS } from './facts/functions'
import { BLOCKS, SCALARS } from './facts/types'
import { wordFact } from './facts/words'
import type { LanguageSnapshot } from './snapshot'
import type { SchemaSymbol } from './symbol'

/** Paragraphs; none when there is nothing to say. `block` is the one in which the name stands. */
export function describeSymbol(
  snapshot: LanguageSnapshot,
  symbol: SchemaSymbol,
  block: Block,
): string[] {
  switch (symbol.kind) {
    case 'block':
      return describeBlock(snapshot, symbol.block)
    case 'field':
      return describeField(snapshot, symbol.block, symbol.field)
    case 'value':
      return describeValue(symbol.block, symbol.value)
    case 'relation':
      return describeRelationName(snapshot, symbol.name, symbol.between)
    case 'databaseSchema':
      return [`**${symbol.name}**, a schema of the database`, countIn(snapshot, symbol.name)]
    case 'keyword':
      return describeFact(symbol.name, BLOCKS[symbol.name])
    case 'scalar':
      return describeFact(symbol.name, SCALARS[symbol.name])
    case 'attribute':
      return describeAttribute(snapshot, block, symbol)
    case 'function':
      return describeFact(symbol.name, FUNCTIONS[symbol.name])
    case 'argument':
      return describeArgument(symbol.of, symbol.name)
    case 'setting': {
      const setting = settingsOf(snapshot, block).find(({ name }) => name === symbol.name)
      return setting ? [codeBlock([symbol.name]), factText(setting)] : []
    }
    case 'nativeType':
      return describeNativeType(snapshot, symbol.name, symbol.field)
    case 'word': {
      const fact = wordFact(symbol.what, symbol.name)
      return fact ? [codeBlock([symbol.name]), factText(fact)] : []
    }
  }
}

function describeFact(head: string, fact: Fact | null | undefined): string[] {
  return fact ? [codeBlock([signatureText(head, fact)]), factText(fact)] : []
}

function describeAttribute(
  snapshot: LanguageSnapshot,
  block: Block,
  { on, name }: Extract<SchemaSymbol, { kind: 'attribute' }>,
): string[] {
  const head = (on === 'field' ? '@' : '@@') + name
  const fact = attributeFact(on, name)
  const parameters = parametersIn(snapshot, block, head, fact)
  return fact ? describeFact(head, { ...fact, parameters: orNone(parameters) }) : []
}

function orNone<T>(items: readonly T[]): readonly T[] | undefined {
  return items.length > 0 ? items : undefined
}

function describeArgument(of: string, name: string): string[] {
  const fact = of.startsWith('@@')
    ? attributeFact('block', of.slice(2))
    : of.startsWith('@')
      ? attributeFact('field', of.slice(1))
      : of === KEY_FIELD
        ? KEY_FIELD_FACT
        : FUNCTIONS[of]
  const parameter = fact?.parameters?.find((parameter) => parameter.name === name)
  if (!fact || !parameter) return []
  const text = parameterText({ ...parameter, isMain: undefined })
  return [codeBlock([text]), factText({ summary: parameter.summary, link: fact.link })]
}

function describeBlock(snapshot: LanguageSnapshot, block: Block): string[] {
  const texts = [codeBlock(blockLines(block))]
  if (block.documentation !== '') texts.push(block.documentation)
  const names = databaseNameOf(snapshot, block)
  if (names !== null) texts.push(names)
  return texts
}

/** `null` where the database has no name for the block. */
function databaseNameOf({ graph }: LanguageSnapshot, block: Block): string | null {
  const { kind, name, databaseName, databaseSchema } = block
  const what = {
    model: graph.provider === 'mongodb' ? 'Collection' : 'Table',
    view: 'View',
    enum: 'Enum',
  }[kind as string]
  if (what === undefined || (databaseName === null && databaseSchema === null)) return null
  const full = (databaseSchema === null ? '' : `${databaseSchema}.`) + (databaseName ?? name)
  return `${what} \`${full}\` in the database`
}

function describeField(snapshot: LanguageSnapshot, block: Block, field: Field): string[] {
  const texts = [codeBlock([`${block.name}.${field.name}  ${typeText(field)}`])]
  if (field.documentation !== '') texts.push(field.documentation)
  const relation = relationOfField(snapshot, field)
  if (relation) texts.push(describeRelation(snapshot, relation, field).join('\n'))
  const column = columnText(snapshot, field)
  if (column !== null) texts.push(column)
  const facts = roles(snapshot, block, field)
  if (facts.length > 0) texts.push(facts.map((fact) => `- ${fact}`).join('\n'))
  return texts
}

function columnText({ graph }: LanguageSnapshot, field: Field): string | null {
  const { typeKind, arity, databaseName, name } = field
  if (typeKind !== 'scalar' && typeKind !== 'enum' && typeKind !== 'unsupported') return null
  const type = columnType(graph, field)
  if (type === null) return null
  const isMongo = graph.provider === 'mongodb'
  const isRequired = arity === 'required' && !isMongo ? ' NOT NULL' : ''
  const what = isMongo ? 'Stored as' : 'Column'
  return `${what} \`${databaseName ?? name} ${type}${isRequired}\``
}

/** The keys and relations that the field is a part of. */
function roles({ graph }: LanguageSnapshot, block: Block, { name }: Field): string[] {
  const titles = {
    id: 'primary key',
    unique: 'unique',
    index: 'index',
    fulltext: 'full-text index',
  }
  const ofKeys = block.keys
    .filter((key) => key.fields.some(({ path }) => path === name))
    .map(({ kind, fields }) => {
      const all = fields.length > 1 ? ` (${fields.map(({ path }) => path).join(', ')})` : ''
      return `${titles[kind]}${all}`
    })
  const ofRelations = graph.relations
    .filter((relation) => relation.fromBlockId === block.id && relation.fields.includes(name))
    .map((relation) => {
      const target = graph.blockById.get(relation.toBlockId)
      const reference = relation.references[relation.fields.indexOf(name)]
      return `foreign key of ${relation.from.fieldName}, to \`${target?.name}.${reference}\``
    })
  return [...ofKeys, ...ofRelations]
}

function describeValue(block: Block, value: EnumValue): string[] {
  const texts = [codeBlock([`${block.name}.${value.name}`])]
  if (value.documentation !== '') texts.push(value.documentation)
  if (value.databaseName !== null) texts.push(`\`${value.databaseName}\` in the database`)
  return texts
}

function describeRelationName(
  snapshot: LanguageSnapshot,
  name: string,
  between: readonly [string, string],
): string[] {
  const relation = snapshot.graph.relations.find((relation) => {
    const ids = [relation.fromBlockId, relation.toBlockId].sort()
    return relation.name === name && ids[0] === between[0] && ids[1] === between[1]
  })
  const end = relation?.from
  const block = end && snapshot.graph.blockById.get(end.blockId)
  const field = block?.fields.find(({ id }) => id === end?.fieldId)
  return relation && field ? [describeRelation(snapshot, relation, field).join('\n')] : []
}

function countIn({ graph }: LanguageSnapshot, schema: string): string {
  const names = graph.blocks.filter((block) => block.databaseSchema === schema)
  if (names.length === 0) return 'Nothing is in it yet.'
  return `It has ${names.map((block) => `\`${block.name}\``).join(', ')}.`
}

function describeNativeType(snapshot: LanguageSnapshot, name: string, field: Field): string[] {
  const type = columnType(snapshot.graph, field)
  if (type === null || field.nativeType?.name !== name) return []
  return [`**${name}**, a type of the database: \`${type}\``]
}
