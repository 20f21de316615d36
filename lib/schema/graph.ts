/**
 * The model graph: what a schema says, without how it is written.
 *
 * It is derived from the syntax trees of a design's files and never edited itself. No object here
 * holds an offset (only `Block.syntax` does), so an edit leaves every object that it did not
 * change the meaning of identical (`===`), and a view can compare by reference.
 */

import type { BlockKind, BlockNode } from '@/lib/psl/syntax'
import type { Value } from './value'

/** Opaque; carried through edits, so a renamed block or field is still the same one. */
export type BlockId = string
export type FieldId = string

export type Arity = 'required' | 'optional' | 'list'

/** What a field's type name refers to. `unknown` is a name that nothing declares. */
export type TypeKind = 'scalar' | 'enum' | 'model' | 'view' | 'type' | 'unsupported' | 'unknown'

export const REFERENTIAL_ACTIONS = [
  'Cascade',
  'Restrict',
  'NoAction',
  'SetNull',
  'SetDefault',
] as const

/** The arguments of `@relation`, as written. */
export interface RelationAttribute {
  readonly name: string | null
  /** The foreign key fields of this model; `null` when the argument is absent. */
  readonly fields: readonly string[] | null
  readonly references: readonly string[] | null
  readonly onDelete: string | null
  readonly onUpdate: string | null
  /** The name of the foreign key constraint in the database. */
  readonly map: string | null
}

/** `@db.VarChar(10)`: name `VarChar`, args `['10']`. */
export interface NativeType {
  /** The name of the datasource before the dot, as written. */
  readonly prefix: string
  readonly name: string
  readonly args: readonly string[]
}

export interface Field {
  readonly id: FieldId
  readonly name: string
  /** The declaration as written, without comments. */
  readonly text: string
  /** `Int`, `User`; the database's type for `Unsupported("…")`; empty while it is missing. */
  readonly typeName: string
  readonly typeKind: TypeKind
  readonly arity: Arity
  readonly isId: boolean
  readonly isUnique: boolean
  readonly isUpdatedAt: boolean
  readonly isIgnored: boolean
  readonly default: Value | null
  /** From `@map`. */
  readonly databaseName: string | null
  readonly nativeType: NativeType | null
  /** The `@relation` attribute, if there is one. Whether there is a relation, `Relation` says. */
  readonly relation: RelationAttribute | null
  readonly documentation: string
}

export interface EnumValue {
  readonly id: FieldId
  readonly name: string
  readonly text: string
  readonly databaseName: string | null
  readonly documentation: string
}

/** A setting of a datasource or a generator. */
export interface Property {
  readonly name: string
  readonly value: Value | null
}

/** A field in a key or an index; `path` has dots where it goes into composite types. */
export interface KeyField {
  readonly path: string
  readonly sort: 'Asc' | 'Desc' | null
  readonly length: number | null
  /** The operator class: a name, or the text of `raw("…")`. */
  readonly ops: string | null
}

/** A primary key, a unique constraint or an index, on one field (`@id`) or on the block (`@@id`). */
export interface Key {
  readonly kind: 'id' | 'unique' | 'index' | 'fulltext'
  readonly on: 'field' | 'block'
  readonly fields: readonly KeyField[]
  /** The name in Prisma Client (`name:`). */
  readonly name: string | null
  /** The name in the database (`map:`). */
  readonly map: string | null
  /** The access method of an index: `Hash`, `Gin`… */
  readonly type: string | null
  readonly clustered: boolean | null
  /** The condition of a partial index. */
  readonly where: Value | null
}

export interface Block {
  readonly id: BlockId
  readonly kind: BlockKind
  /** Empty while it is missing. */
  readonly name: string
  /** The file it stands in. */
  readonly path: string
  readonly documentation: string
  /** Of a model, view or composite type. */
  readonly fields: readonly Field[]
  /** Of an enum. */
  readonly values: readonly EnumValue[]
  /** Of a datasource or generator. */
  readonly properties: readonly Property[]
  readonly keys: readonly Key[]
  /** From `@@map`. */
  readonly databaseName: string | null
  /** From `@@schema`. */
  readonly databaseSchema: string | null
  readonly isIgnored: boolean
  /** What was wrong with how it is written; empty for most. */
  readonly isBroken: boolean
  /** What it was before its text broke; `null` when it is not broken or never was whole. */
  readonly lastGood: Block | null
  /** The tree node it was read from. */
  readonly syntax: BlockNode
}

export interface RelationEnd {
  readonly blockId: BlockId
  readonly fieldId: FieldId
  readonly fieldName: string
  readonly arity: Arity
}

export type RelationKind = 'one-to-one' | 'one-to-many' | 'many-to-many'

/**
 * A relation, both of its fields paired.
 *
 * `from` is the end that holds the foreign key; in an implicit many-to-many relation it is the end
 * that Prisma calls A: the alphabetically first model, or field of a self relation.
 */
export interface Relation {
  /** Derived from the id of the `from` field. */
  readonly id: string
  readonly name: string | null
  readonly kind: RelationKind
  readonly from: RelationEnd
  /** The field on the other side; `null` while it is missing. */
  readonly to: RelationEnd | null
  readonly fromBlockId: BlockId
  readonly toBlockId: BlockId
  /** Foreign key fields of the `from` block and the fields they refer to, pairwise; or empty. */
  readonly fields: readonly string[]
  readonly references: readonly string[]
  readonly onDelete: string | null
  readonly onUpdate: string | null
  readonly map: string | null
}

export interface SchemaGraph {
  /** All blocks, file by file in path order, in the order of the text. */
  readonly blocks: readonly Block[]
  readonly blockById: ReadonlyMap<BlockId, Block>
  /** Models, views, types and enums; of several with one name, the first. */
  readonly blockByName: ReadonlyMap<string, Block>
  readonly relations: readonly Relation[]
  readonly datasource: Block | null
  readonly generators: readonly Block[]
  /** What the datasource says, for example `postgresql`; `null` when there is none. */
  readonly provider: string | null
}

/** Kinds that are drawn and have a name of their own in the schema. */
export function isDrawn(kind: BlockKind): kind is 'model' | 'view' | 'type' | 'enum' {
  return kind === 'model' || kind === 'view' || kind === 'type' || kind === 'enum'
}

/** Kinds whose members are fields. */
export function hasFields(kind: BlockKind): kind is 'model' | 'view' | 'type' {
  return kind === 'model' || kind === 'view' || kind === 'type'
}

/** The type as written after the field's name: `Post[]`, `String?`, `Unsupported("circle")`. */
export function typeText(field: Field): string {
  const name =
    field.typeKind === 'unsupported' ? `Unsupported("${field.typeName}")` : field.typeName
  return name + { required: '', optional: '?', list: '[]' }[field.arity]
}

/** The fields of the primary key, in its order; empty when there is none. */
export function primaryKeyFields(block: Block): readonly string[] {
  const key = block.keys.find((key) => key.kind === 'id')
  return key ? key.fields.map((field) => field.path) : []
}
