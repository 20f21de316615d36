/**
 * Writes a schema as DBML 3: what the database holds, by its names there. What DBML has no words
 * for (composite types, sort orders, defaults that Prisma Client makes up) is left out.
 */

import type { Block, Field, Key, Relation, SchemaGraph } from '@/lib/schema/graph'
import { primaryKeyFields } from '@/lib/schema/graph'
import type { Value } from '@/lib/schema/value'
import { columnTypeText, type Database, databaseNamed } from './column-types'
import { defaultActions, defaultConstraintName } from './defaults'

const TITLES: Readonly<Record<Database, string>> = {
  postgresql: 'PostgreSQL',
  mysql: 'MySQL',
  sqlite: 'SQLite',
  sqlserver: 'SQL Server',
  mongodb: 'MongoDB',
  cockroachdb: 'CockroachDB',
}

/** The text, ending with a line break. */
export function writeDbml(graph: SchemaGraph): string {
  return new Writer(graph).text()
}

class Writer {
  private readonly database: Database

  constructor(private readonly graph: SchemaGraph) {
    this.database = databaseNamed(graph.provider) ?? 'postgresql'
  }

  text(): string {
    const { graph } = this
    const named = graph.blocks.filter((block) => block.name !== '')
    const enums = named.filter(({ kind, values }) => kind === 'enum' && values.length > 0)
    const tables = named.filter((block) => isTable(block) && columnsOf(block).length > 0)
    const written = new Set(tables.map(({ id }) => id))
    const refs = graph.relations
      .filter((relation) => written.has(relation.fromBlockId) && written.has(relation.toBlockId))
      .flatMap((relation) => this.ref(relation) ?? [])
    // DBML relates the same columns but once.
    const distinct = refs.filter((ref, at) => {
      return refs.findIndex((other) => endsOf(other) === endsOf(ref)) === at
    })
    const parts = [
      ...(graph.provider === null ? [] : [this.project()]),
      ...enums.map((block) => this.enumeration(block)),
      ...tables.map((block) => this.table(block)),
      ...(distinct.length > 0 ? [distinct.join('\n')] : []),
    ]
    return `${parts.join('\n\n')}\n`
  }

  private project(): string {
    return `Project {\n  database_type: ${quoteText(TITLES[this.database])}\n}`
  }

  private enumeration(block: Block): string {
    const lines = block.values.map((value) => {
      const name = quoteName(value.databaseName ?? value.name)
      return `  ${name}${settings(noteSettings(value.documentation))}`
    })
    const head = block.documentation === '' ? '' : `${commentLines(block.documentation)}\n`
    return `${head}Enum ${this.name(block)} {\n${lines.join('\n')}\n}`
  }

  private table(block: Block): string {
    const lines = columnsOf(block).map((field) => this.column(block, field))
    const indexes = block.keys.filter((key) => this.isWritten(block, key))
    if (indexes.length > 0) {
      const rows = indexes.map((key) => `    ${this.index(block, key)}`)
      lines.push('', '  indexes {', ...rows, '  }')
    }
    if (block.documentation !== '') lines.push('', `  Note: ${quoteText(block.documentation)}`)
    const head = block.kind === 'view' ? '// A view.\n' : ''
    return `${head}Table ${this.name(block)} {\n${lines.join('\n')}\n}`
  }

  private column(block: Block, field: Field): string {
    const primaryKey = primaryKeyFields(block)
    const unique = block.keys.find(
      (key) => key.on === 'field' && key.kind === 'unique' && key.fields[0]?.path === field.name,
    )
    const parts: string[] = []
    if (primaryKey.length === 1 && primaryKey[0] === field.name) parts.push('pk')
    if (isNumbered(field)) parts.push('increment')
    // A unique constraint with a name of its own is written among the indexes.
    if (unique && !this.hasOwnName(block, unique)) parts.push('unique')
    if (field.arity === 'required') parts.push('not null')
    const value = this.defaultText(field)
    if (value !== null) parts.push(`default: ${value}`)
    parts.push(...noteSettings(field.documentation))
    const type = this.typeText(field)
    return `  ${quoteName(columnName(field))} ${type}${settings(parts)}`
  }

  private typeText(field: Field): string {
    const suffix = field.arity === 'list' ? '[]' : ''
    if (field.typeKind === 'enum') {
      const block = this.graph.blockByName.get(field.typeName)
      return block ? `${this.name(block)}${suffix}` : quoteName(field.typeName) + suffix
    }
    return typeName(columnTypeText(this.database, field))
  }

  private defaultText(field: Field): string | null {
    const value = field.default
    if (!value || field.arity === 'list') return null
    if (value.kind === 'name' && field.typeKind === 'enum') {
      const found = this.graph.blockByName
        .get(field.typeName)
        ?.values.find(({ name }) => name === value.text)
      return quoteText(found?.databaseName ?? value.text)
    }
    return literalText(value)
  }

  /** Whether the key is written among the indexes, and not on its column. */
  private isWritten(block: Block, key: Key): boolean {
    const fields = key.fields.map(({ path }) => block.fields.find(({ name }) => name === path))
    if (fields.length === 0 || fields.some((field) => !field)) return false
    if (key.kind === 'id') return key.fields.length > 1
    return key.on === 'block' || this.hasOwnName(block, key)
  }

  private hasOwnName(block: Block, key: Key): boolean {
    return key.map !== null && key.map !== defaultConstraintName(this.database, block, key)
  }

  private index(block: Block, key: Key): string {
    const names = key.fields.map(({ path }) => {
      const field = block.fields.find(({ name }) => name === path)
      return quoteName(field ? columnName(field) : path)
    })
    const columns = names.length === 1 ? names[0] : `(${names.join(', ')})`
    const parts: string[] = []
    if (key.kind === 'id') parts.push('pk')
    if (key.kind === 'unique') parts.push('unique')
    if (key.map !== null && key.kind !== 'id') parts.push(`name: ${quoteText(key.map)}`)
    if (key.kind === 'fulltext') parts.push('type: fulltext')
    else if (key.type !== null) parts.push(`type: ${key.type.toLowerCase()}`)
    return `${columns}${settings(parts)}`
  }

  private ref(relation: Relation): string | null {
    const from = this.graph.blockById.get(relation.fromBlockId)
    const to = this.graph.blockById.get(relation.toBlockId)
    if (!from || !to) return null
    if (relation.kind === 'many-to-many') return this.manyToMany(from, to)
    if (relation.fields.length === 0 || relation.fields.length !== relation.references.length) {
      return null
    }
    const own = this.endpoint(from, relation.fields)
    const other = this.endpoint(to, relation.references)
    if (own === null || other === null) return null
    const defaults = defaultActions(this.database, from, relation.fields)
    const actions = [
      `delete: ${actionText(relation.onDelete ?? defaults.onDelete)}`,
      `update: ${actionText(relation.onUpdate ?? defaults.onUpdate)}`,
    ]
    const name = relation.map === null ? '' : ` ${quoteName(relation.map)}`
    // Of two columns that are one to one, the second is the foreign key.
    const pair = relation.kind === 'one-to-one' ? `${other} - ${own}` : `${own} > ${other}`
    return `Ref${name}: ${pair}${settings(actions)}`
  }

  private manyToMany(from: Block, to: Block): string | null {
    const own = this.endpoint(from, primaryKeyFields(from))
    const other = this.endpoint(to, primaryKeyFields(to))
    if (own === null || other === null) return null
    if (primaryKeyFields(from).length > 1 || primaryKeyFields(to).length > 1) return null
    // DBML has no word for a table that is related to itself by a table between.
    if (from === to) return `// ${own} is related to itself, many to many.`
    return `Ref: ${own} <> ${other}`
  }

  private endpoint(block: Block, names: readonly string[]): string | null {
    const fields = names.map((name) => block.fields.find((field) => field.name === name))
    if (fields.length === 0 || fields.some((field) => !field)) return null
    const columns = fields.map((field) => quoteName(columnName(field as Field)))
    return `${this.name(block)}.${columns.length === 1 ? columns[0] : `(${columns.join(', ')})`}`
  }

  private name(block: Block): string {
    const name = quoteName(block.databaseName ?? block.name)
    return block.databaseSchema === null ? name : `${quoteName(block.databaseSchema)}.${name}`
  }
}

/** What a reference is about, whatever it is called and does. */
function endsOf(ref: string): string {
  return ref.replace(/^Ref[^:]*: /, '').replace(/ \[[^\]]*\]$/, '')
}

function isTable({ kind }: Block): boolean {
  return kind === 'model' || kind === 'view'
}

/** Fields that are stored; of several in one column, the first. */
function columnsOf(block: Block): readonly Field[] {
  const fields = block.fields.filter(
    ({ typeKind, typeName, name, relation }) =>
      typeKind !== 'model' &&
      typeKind !== 'view' &&
      // A relation to a model that is not there.
      !(typeKind === 'unknown' && relation) &&
      typeName !== '' &&
      name !== '',
  )
  const names = fields.map(columnName)
  return fields.filter((field, at) => names.indexOf(columnName(field)) === at)
}

function columnName(field: Field): string {
  return field.databaseName ?? field.name
}

function isNumbered({ default: value }: Field): boolean {
  return value?.kind === 'call' && (value.name === 'autoincrement' || value.name === 'sequence')
}

/** `null` for what Prisma Client fills in, which the database knows nothing of. */
function literalText(value: Value): string | null {
  switch (value.kind) {
    case 'string':
      return quoteText(value.value)
    case 'number':
      return value.text
    case 'name':
      return value.text === 'true' || value.text === 'false' ? value.text : quoteText(value.text)
    case 'call': {
      if (value.name === 'now') return '`now()`'
      const expression = value.args[0]?.value
      const isWritable =
        value.name === 'dbgenerated' &&
        expression?.kind === 'string' &&
        !/[`\n\\]/.test(expression.value)
      return isWritable ? `\`${expression.value}\`` : null
    }
    default:
      return null
  }
}

function noteSettings(documentation: string): string[] {
  return documentation === '' ? [] : [`note: ${quoteText(documentation)}`]
}

function settings(parts: readonly string[]): string {
  return parts.length === 0 ? '' : ` [${parts.join(', ')}]`
}

function actionText(action: string): string {
  return action.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').toLowerCase()
}

/** A name, in quotes where DBML needs them. */
function quoteName(name: string): string {
  if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) return name
  return `"${name.replace(/[\\"]/g, '\\$&')}"`
}

/** A type as written: with quotes around a name of several words. */
function typeName(text: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*(?:\(\w+(?:,\w+)*\))?(?:\[\])?$/.test(text)
    ? text
    : quoteName(text)
}

function quoteText(text: string): string {
  const escaped = text.replace(/[\\']/g, '\\$&')
  return text.includes('\n') ? `'''${escaped}'''` : `'${escaped}'`
}

function commentLines(text: string): string {
  return text
    .split('\n')
    .map((line) => `// ${line}`.trimEnd())
    .join('\n')
}
