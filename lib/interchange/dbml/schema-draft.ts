/** A schema on its way from DBML to text: models and enums that are still being added to. */

import type { Arity } from '@/lib/schema/graph'
import { quoteString } from '@/lib/schema/value'
import type { Database } from './column-types'

export interface FieldDraft {
  readonly name: string
  /** In the database; of a relation field, none. */
  readonly column: string | null
  /** A scalar, an enum, a model, or `Unsupported("…")`. */
  readonly type: string
  arity: Arity
  readonly documentation: string
  /** Without `@id` and `@unique`, which come first, from the keys. */
  readonly attributes: string[]
}

export interface KeyDraft {
  readonly kind: 'id' | 'unique' | 'index' | 'fulltext'
  /** Names of fields. */
  readonly fields: readonly string[]
  /** In the database, when it is another than Prisma would give. */
  readonly map: string | null
  readonly type: string | null
}

export interface ModelDraft {
  readonly name: string
  readonly table: string
  readonly schema: string | null
  readonly documentation: string
  readonly fields: FieldDraft[]
  readonly keys: KeyDraft[]
  isIgnored: boolean
}

export interface EnumDraft {
  readonly name: string
  readonly databaseName: string
  readonly schema: string | null
  readonly values: readonly {
    readonly name: string
    readonly databaseName: string
    readonly documentation: string
  }[]
}

export interface SchemaDraft {
  readonly database: Database
  /** What stands above everything, without comment marks. */
  readonly introduction: string
  /** The database's schemas, when tables are in any but the default one. */
  readonly schemas: readonly string[]
  readonly enums: readonly EnumDraft[]
  readonly models: readonly ModelDraft[]
}

/** The text of the schema, laid out as Prisma's formatter does. */
export function schemaText(draft: SchemaDraft): string {
  const settings = [['provider', quoteString(draft.database)]]
  if (draft.schemas.length > 0) {
    settings.push(['schemas', `[${draft.schemas.map(quoteString).join(', ')}]`])
  }
  const blocks = [
    ...(draft.introduction === '' ? [] : [prefixLines('//', draft.introduction, '')]),
    'generator client {\n  provider = "prisma-client"\n  output   = "../generated/prisma"\n}',
    `datasource db {\n${columns(settings.map(([name, value]) => [`${name}`, `= ${value}`]))}\n}`,
    ...draft.models.map((model) => modelText(draft, model)),
    ...draft.enums.map((block) => enumText(draft, block)),
  ]
  return `${blocks.join('\n\n')}\n`
}

function modelText(draft: SchemaDraft, model: ModelDraft): string {
  const rows = model.fields.map((field): Row => {
    const keys = model.keys.filter((key) => isOnField(key) && key.fields[0] === field.name)
    const own = keys.map((key) => {
      const map = key.map === null ? '' : `(map: ${quoteString(key.map)})`
      return `@${key.kind}${map}`
    })
    const attributes = [...own, ...field.attributes].join(' ')
    const suffix = { required: '', optional: '?', list: '[]' }[field.arity]
    return { cells: [field.name, field.type + suffix, attributes], note: field.documentation }
  })
  const attributes = model.keys.filter((key) => !isOnField(key)).map(keyText)
  if (model.table !== model.name) attributes.push(`@@map(${quoteString(model.table)})`)
  if (model.isIgnored) attributes.push('@@ignore')
  return blockText('model', model.name, model.documentation, rows, [
    ...attributes,
    ...schemaAttributes(draft, model.schema),
  ])
}

function enumText(draft: SchemaDraft, block: EnumDraft): string {
  const rows = block.values.map((value): Row => {
    const map = value.databaseName === value.name ? '' : `@map(${quoteString(value.databaseName)})`
    return { cells: [value.name, map], note: value.documentation }
  })
  const map = block.databaseName === block.name ? [] : [`@@map(${quoteString(block.databaseName)})`]
  return blockText('enum', block.name, '', rows, [...map, ...schemaAttributes(draft, block.schema)])
}

function schemaAttributes({ schemas }: SchemaDraft, schema: string | null): string[] {
  return schemas.length === 0 || schema === null ? [] : [`@@schema(${quoteString(schema)})`]
}

function isOnField(key: KeyDraft): boolean {
  return key.fields.length === 1 && (key.kind === 'id' || key.kind === 'unique')
}

function keyText({ kind, fields, map, type }: KeyDraft): string {
  const parts = [`[${fields.join(', ')}]`]
  if (map !== null) parts.push(`map: ${quoteString(map)}`)
  if (type !== null) parts.push(`type: ${type}`)
  return `@@${kind}(${parts.join(', ')})`
}

interface Row {
  readonly cells: readonly string[]
  readonly note: string
}

function blockText(
  keyword: string,
  name: string,
  documentation: string,
  rows: readonly Row[],
  attributes: readonly string[],
): string {
  const texts = columns(rows.map(({ cells }) => cells)).split('\n')
  const lines = rows.flatMap(({ note }, at) => {
    const text = texts[at] as string
    return note === '' ? [text] : [prefixLines('///', note, '  '), text]
  })
  if (attributes.length > 0) lines.push('', ...attributes.map((attribute) => `  ${attribute}`))
  const head = documentation === '' ? '' : `${prefixLines('///', documentation, '')}\n`
  return `${head}${keyword} ${name} {\n${lines.join('\n')}\n}`
}

/** Lines with cells under one another. */
function columns(rows: readonly (readonly string[])[]): string {
  const widths: number[] = []
  for (const cells of rows) {
    for (const [at, cell] of cells.entries()) widths[at] = Math.max(widths[at] ?? 0, cell.length)
  }
  return rows
    .map((cells) => {
      return `  ${cells.map((cell, at) => cell.padEnd(widths[at] as number)).join(' ')}`.trimEnd()
    })
    .join('\n')
}

function prefixLines(prefix: string, text: string, indentation: string): string {
  return text
    .split(/\r\n?|\n/)
    .map((line) => `${indentation}${prefix} ${line}`.trimEnd())
    .join('\n')
}
