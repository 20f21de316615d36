/** Texts in quotes that can be foretold: names of relations, of tables and columns, of schemas. */

import { capitalize } from '@/lib/commands/relation-names'
import { pluralName, restyleName, singularName } from '@/lib/commands/words'
import type { Block, SchemaGraph } from '@/lib/schema/graph'
import { quoteString } from '@/lib/schema/value'
import { constraintName } from '@/lib/sql/names'
import { listedSchemas } from '../database-schemas'
import { ENVIRONMENT_NAMES } from '../facts/settings'
import { longestName } from '../longest-name'
import type { ArgumentPlace, ValueCaret } from './arguments'
import type { CompletionItems } from './item'

export interface TextChoice {
  readonly text: string
  readonly detail: string
}

/** Adds the texts: in a string as they are, elsewhere in quotes. */
export function addTexts(
  items: CompletionItems,
  string: ValueCaret['string'],
  choices: readonly TextChoice[],
  kind: 'text' | 'constant' = 'text',
): void {
  for (const { text, detail } of choices) {
    const quoted = quoteString(text)
    if (!string) items.add({ label: quoted, kind, detail, filter: text })
    // In quotes, nothing is there already.
    else if (text !== '')
      items.add({ label: text, kind, insert: string.isClosed ? text : `${text}"`, detail })
  }
  if (!string && choices.length === 0) {
    items.add({ label: '""', kind, snippet: '"$1"$0', detail: 'a text' })
  }
}

export function completeStrings(place: ArgumentPlace, head: string, argument: string): void {
  const { caret, items } = place
  addTexts(items, caret.string, textsFor(place, head, argument))
}

function textsFor(
  { snapshot, caret }: ArgumentPlace,
  head: string,
  argument: string,
): TextChoice[] {
  const { graph } = snapshot
  const { block } = caret
  if (head === '@relation' && argument === 'name') return relationNames(graph, caret)
  if (head === '@map' && argument === 'name') return columnNames(block, caret.name)
  if (head === '@@map' && argument === 'name') return tableNames(block)
  if (head === '@@schema') {
    return listedSchemas(graph).map((text) => ({ text, detail: 'schema of the database' }))
  }
  if (head === 'env') {
    const text = ENVIRONMENT_NAMES[caret.name]
    return text ? [{ text, detail: 'environment variable' }] : []
  }
  if (head === 'dbgenerated') return expressions(graph.provider, caret.typeName)
  if (argument === 'map') return constraintNames(graph, caret, head)
  return []
}

/** Those that wait for their other end first, then one that would be new. */
function relationNames(graph: SchemaGraph, { block, name, typeName }: ValueCaret): TextChoice[] {
  const target = graph.blockByName.get(typeName)
  if (!target) return []
  const namesOf = (from: Block, to: Block) =>
    from.fields
      .filter((field) => field.typeName === to.name && !(from === block && field.name === name))
      .flatMap((field) => {
        const text = field.relation?.name
        return text ? [{ text, detail: `of ${from.name}.${field.name}` }] : []
      })
  const others = namesOf(target, block)
  const own = new Set(namesOf(block, target).map(({ text }) => text))
  const waiting = target === block ? others : others.filter(({ text }) => !own.has(text))
  const taken = others.filter(({ text }) => own.has(text) && target !== block)
  const fresh = { text: block.name + capitalize(name), detail: 'a new relation' }
  return [...waiting, ...(name === '' ? [] : [fresh]), ...taken]
}

function columnNames(block: Block, name: string): TextChoice[] {
  if (name === '') return []
  const detail = 'as databases write it'
  if (block.kind === 'enum') return distinct([name.toLowerCase(), name.toUpperCase()], name, detail)
  return distinct([restyleName(name, 'snake'), restyleName(name, 'camel')], name, detail)
}

function tableNames({ name, kind }: Block): TextChoice[] {
  const names = [pluralName(name, 'snake'), singularName(name, 'snake')]
  return distinct(kind === 'enum' ? names.reverse() : names, name, 'as databases write it')
}

function distinct(texts: readonly string[], but: string, detail: string): TextChoice[] {
  const found = [...new Set(texts)].filter((text) => text !== '' && text !== but)
  return found.map((text) => ({ text, detail }))
}

/** What Prisma would call it, to start from. */
function constraintNames(graph: SchemaGraph, caret: ValueCaret, head: string): TextChoice[] {
  const { block } = caret
  const table = block.databaseName ?? block.name
  const fields =
    caret.frames.length > 0 && head.startsWith('@@') ? listedFields(caret) : [caret.name]
  const columns = fields.map((name) => {
    return block.fields.find((field) => field.name === name)?.databaseName ?? name
  })
  const suffix = SUFFIXES[head]
  if (!suffix || columns.length === 0) return []
  const name = constraintName(
    table,
    suffix === '_pkey' ? [] : columns,
    suffix,
    longestName(graph.provider),
  )
  return [{ text: name, detail: 'what Prisma would call it' }]
}

const SUFFIXES = {
  '@id': '_pkey',
  '@@id': '_pkey',
  '@unique': '_key',
  '@@unique': '_key',
  '@@index': '_idx',
  '@@fulltext': '_idx',
  '@relation': '_fkey',
  '@default': '_df',
} as Readonly<Record<string, Parameters<typeof constraintName>[2] | undefined>>

/** The fields that stand in the attribute's list. */
function listedFields({ frames, block }: ValueCaret): string[] {
  const names = frames[0]?.listed ?? []
  return names.filter((name) => block.fields.some((field) => field.name === name))
}

/** Expressions that are often wanted. */
function expressions(provider: string | null, typeName: string): TextChoice[] {
  const uuid: Readonly<Record<string, string>> = {
    postgresql: 'gen_random_uuid()',
    postgres: 'gen_random_uuid()',
    cockroachdb: 'gen_random_uuid()',
    mysql: '(uuid())',
    sqlserver: 'newid()',
  }
  const text = uuid[provider ?? '']
  return typeName === 'String' && text ? [{ text, detail: 'a random UUID' }] : []
}
