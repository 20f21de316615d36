/**
 * What our model graph says about a schema, in the form in which it is compared with Prisma's
 * engine.
 *
 * The graph says what is written, the engine what it means. Every place where the two differ by
 * design is translated here, and nowhere else, with the reason beside it.
 */

import type { Block, Field, Key, SchemaGraph } from '@/lib/schema/graph'
import type { Value } from '@/lib/schema/value'
import {
  defaultRelationName,
  type EnumView,
  type FieldView,
  type IndexView,
  type ModelView,
  type RelationFieldView,
  roundNumber,
  type SchemaView,
} from './schema-view'

export function viewGraph(graph: SchemaGraph): SchemaView {
  const view = new GraphView(graph)
  return {
    models: view.blocks('model', 'view'),
    types: view.blocks('type'),
    enums: Object.fromEntries(
      graph.blocks
        .filter(({ kind }) => kind === 'enum')
        .map((block) => [block.name, viewEnum(block)]),
    ),
    indexes: view.indexes(),
    relations: view.relations(),
  }
}

class GraphView {
  private readonly foreignKeys: ReadonlySet<string>

  constructor(private readonly graph: SchemaGraph) {
    this.foreignKeys = new Set(
      graph.blocks.flatMap((block) =>
        block.fields.flatMap((field) =>
          (field.relation?.fields ?? []).map((name) => `${block.name}.${name}`),
        ),
      ),
    )
  }

  blocks(...kinds: readonly Block['kind'][]): Record<string, ModelView> {
    const blocks = this.graph.blocks.filter((block) => kinds.includes(block.kind) && isShown(block))
    return Object.fromEntries(blocks.map((block) => [block.name, this.model(block)]))
  }

  private model(block: Block): ModelView {
    const fields = block.fields.filter((field) => isShownField(field))
    return {
      dbName: block.databaseName,
      schema: block.databaseSchema,
      documentation: block.documentation || null,
      fieldNames: fields.map((field) => field.name),
      fields: Object.fromEntries(fields.map((field) => [field.name, this.field(block, field)])),
      primaryKey: viewPrimaryKey(block),
      uniques: block.keys.filter(isClientUnique).map(viewClientKey),
    }
  }

  private field(block: Block, field: Field): FieldView {
    // A key of one field on the block means the same as an attribute of the field.
    const isKey = (kind: Key['kind']) =>
      block.keys.some((key) => key.kind === kind && isOnly(key, field) && isWhole(key))
    const isId = isKey('id')
    return {
      kind: fieldKind(field),
      type: field.typeName,
      arity: field.arity,
      isId,
      // An id is not called unique, even when it is written twice: `@id @unique`.
      isUnique: !isId && isKey('unique'),
      isUpdatedAt: field.isUpdatedAt,
      isForeignKey: this.foreignKeys.has(`${block.name}.${field.name}`),
      default: field.default ? viewDefault(field.default, field) : undefined,
      nativeType: field.nativeType ? `${field.nativeType.name}(${field.nativeType.args})` : null,
      dbName: field.databaseName,
      documentation: field.documentation || null,
      relation: this.relationField(block, field),
    }
  }

  private relationField(block: Block, field: Field): RelationFieldView | null {
    const target = this.graph.blockByName.get(field.typeName)
    if (!target || fieldKind(field) !== 'object' || target.kind === 'type') return null
    return {
      name: field.relation?.name || defaultRelationName(block.name, target.name),
      from: field.relation?.fields ?? [],
      to: field.relation?.references ?? [],
      onDelete: field.relation?.onDelete ?? null,
      onUpdate: field.relation?.onUpdate ?? null,
    }
  }

  indexes(): string[] {
    return this.graph.blocks
      .filter(isShown)
      .flatMap((block) => block.keys.map((key) => JSON.stringify(viewIndex(block, key))))
      .sort()
  }

  relations(): string[] {
    const ends = this.graph.relations.map(({ from, to }) =>
      [from, ...(to ? [to] : [])].flatMap(({ blockId, fieldId }) => {
        const block = this.graph.blockById.get(blockId)
        const field = block?.fields.find(({ id }) => id === fieldId)
        const isSeen = block && field && isShown(block) && isShownField(field)
        return isSeen ? [`${block.name}.${field.name}`] : []
      }),
    )
    return ends
      .filter((pair) => pair.length > 0)
      .map((pair) => pair.sort().join(' – '))
      .sort()
  }
}

/** The engine leaves out what Prisma Client leaves out: what has `@@ignore` or `@ignore`… */
function isShown(block: Block): boolean {
  return !block.isIgnored
}

/** …and fields of a type that Prisma does not support. */
function isShownField(field: Field): boolean {
  return !field.isIgnored && field.typeKind !== 'unsupported'
}

function fieldKind({ typeKind }: Field): string {
  return typeKind === 'model' || typeKind === 'view' || typeKind === 'type' ? 'object' : typeKind
}

function isOnly(key: Key, field: Field): boolean {
  return key.fields.length === 1 && key.fields[0]?.path === field.name
}

function viewPrimaryKey(block: Block): ModelView['primaryKey'] {
  const key = block.keys.find(({ kind, on }) => kind === 'id' && on === 'block')
  return key ? viewClientKey(key) : null
}

function isClientUnique(key: Key): boolean {
  return key.kind === 'unique' && key.on === 'block' && isWhole(key)
}

/** A partial index makes only some rows unique, so Prisma Client does not call it so. */
function isWhole(key: Key): boolean {
  return key.where === null
}

/** A key as Prisma Client sees it: of a path into composite types it names only the end. */
function viewClientKey({ name, fields }: Key): { name: string | null; fields: readonly string[] } {
  return { name, fields: fields.map(({ path }) => path.slice(path.lastIndexOf('.') + 1)) }
}

function viewIndex(block: Block, key: Key): IndexView {
  // Prisma Client knows nothing of a plain index: there, `name` is the old word for `map`.
  const isClientKey = key.kind === 'id' || key.kind === 'unique'
  return {
    model: block.name,
    type: key.kind === 'index' ? 'normal' : key.kind,
    onField: key.on === 'field',
    name: isClientKey ? key.name : null,
    dbName: key.map ?? (isClientKey ? null : key.name),
    algorithm: key.type,
    clustered: key.clustered,
    fields: key.fields.map(({ path, sort, length, ops }) => ({
      name: path,
      sort: sort?.toLowerCase() ?? null,
      length,
      ops,
    })),
  }
}

function viewEnum(block: Block): EnumView {
  return {
    dbName: block.databaseName,
    documentation: block.documentation || null,
    values: block.values.map(({ name, databaseName, documentation }) => ({
      name,
      dbName: databaseName,
      documentation: documentation || null,
    })),
  }
}

/**
 * A default as JSON: numbers without their spelling, `BigInt`s as strings. In the arguments of a
 * function the type of the field means nothing: `field` is `null`.
 */
function viewDefault(value: Value, field: Field | null): unknown {
  switch (value.kind) {
    case 'string':
      // A decimal may be written as a string, to keep digits that a number has not.
      return field?.typeName === 'Decimal' ? roundNumber(Number(value.value)) : value.value
    case 'number':
      if (field?.typeName === 'BigInt') return BigInt(value.text).toString()
      return roundNumber(Number(value.text))
    case 'name':
      if (field?.typeName === 'Boolean') return value.text === 'true'
      return value.text
    case 'list':
      return value.items.map((item) => viewDefault(item, field))
    case 'call':
      return { name: value.name, args: viewCallArguments(value) }
    case 'object':
      return value.entries
  }
}

/** The engine writes out the version that `uuid()` and `cuid()` stand for. */
const IMPLIED_ARGUMENTS: Readonly<Record<string, readonly unknown[]>> = { uuid: [4], cuid: [1] }

function viewCallArguments({ name, args }: Extract<Value, { kind: 'call' }>): readonly unknown[] {
  if (args.length === 0) return IMPLIED_ARGUMENTS[name] ?? []
  return args.map((arg) => arg.value && viewDefault(arg.value, null))
}
