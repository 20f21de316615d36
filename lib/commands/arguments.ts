/**
 * What each command is told. Blocks, fields, values and relations are named by their ids in the
 * graph that the command is run on; a command given an id that is not there does not apply.
 */

import type { Arity, BlockId, FieldId } from '@/lib/schema/graph'
import type {
  AddKeyArguments,
  ChangeKeyArguments,
  DeleteKeyArguments,
  SetDatabaseNameArguments,
  SetDatabaseSchemaArguments,
  SetDocumentationArguments,
  SetIgnoredArguments,
  SetNativeTypeArguments,
  SetUpdatedAtArguments,
} from './attribute-arguments'
import type {
  ChangeRelationArguments,
  MoveFieldToBlockArguments,
  ReconnectRelationArguments,
  RemoveJoinModelArguments,
  ReverseRelationArguments,
  SetRelationKindArguments,
} from './relation-arguments'
import type {
  AddBackRelationArguments,
  AddForeignKeyArguments,
  BackToPrisma6Arguments,
  CorrectSpellingArguments,
  DeclareTypeArguments,
  ModernizeSyntaxArguments,
  NameRelationsArguments,
  NoArguments,
} from './repair-arguments'
import type {
  AddFieldLineArguments,
  AddFieldsToBlocksArguments,
  AddSettingsArguments,
  MergeSchemaArguments,
  MoveBlocksToFileArguments,
  RenameToConventionsArguments,
  SetPropertyArguments,
  SetProviderArguments,
} from './settings-arguments'

export type NewBlockKind = 'model' | 'view' | 'type' | 'enum'

export interface AddBlockArguments {
  readonly kind: NewBlockKind
  /** Default: `Model`, `Enum`… with a number if that is taken. */
  readonly name?: string
  /** The file; default: that of `after`, else the one with the most models. */
  readonly path?: string
  /** Default: the end of the file. */
  readonly after?: BlockId
}

export interface RenameBlockArguments {
  readonly blockId: BlockId
  readonly name: string
}

export interface DeleteBlocksArguments {
  readonly blockIds: readonly BlockId[]
}

export interface DuplicateBlocksArguments {
  readonly blockIds: readonly BlockId[]
}

export interface PasteBlocksArguments {
  /** Prisma schema text, as copied from anywhere. */
  readonly text: string
  /** The file; default: that of `beside`, else the one with the most models. */
  readonly path?: string
  /** The block beside which to place what is pasted. */
  readonly beside?: BlockId
}

export interface AddFieldArguments {
  readonly blockId: BlockId
  readonly name: string
  /** A type's name, or `Unsupported("…")`. */
  readonly type: string
  /** Default: required. */
  readonly arity?: Arity
  /** As written after the type: `@unique @map("x")`. */
  readonly attributes?: string
  /** `null` for the top of the block; default: after the last field. */
  readonly after?: FieldId | null
}

export interface RenameFieldArguments {
  readonly blockId: BlockId
  readonly fieldId: FieldId
  readonly name: string
}

/** Renames a block, or a field of it, and keeps what it is called in the database. */
export interface RenameInClientArguments {
  readonly blockId: BlockId
  /** `null` for the block itself. */
  readonly fieldId: FieldId | null
  readonly name: string
}

export interface SetFieldLineArguments {
  readonly blockId: BlockId
  readonly fieldId: FieldId
  /** The whole declaration: `email String? @unique`. */
  readonly line: string
}

export interface DeleteFieldsArguments {
  readonly blockId: BlockId
  readonly fieldIds: readonly FieldId[]
}

export interface SetFieldTypeArguments {
  readonly blockId: BlockId
  readonly fieldId: FieldId
  /** A type's name, or `Unsupported("…")`. */
  readonly type: string
  /** Default: as it is. */
  readonly arity?: Arity
}

export interface SetFieldArityArguments {
  readonly blockId: BlockId
  readonly fieldId: FieldId
  readonly arity: Arity
}

export interface MoveFieldArguments {
  readonly blockId: BlockId
  readonly fieldId: FieldId
  /** `null` for the end. */
  readonly before: FieldId | null
}

export interface FieldArguments {
  readonly blockId: BlockId
  readonly fieldId: FieldId
}

export interface SetDefaultArguments {
  readonly blockId: BlockId
  readonly fieldId: FieldId
  /** As written between the parentheses: `now()`, `"x"`, `ADMIN`; `null` for no default. */
  readonly value: string | null
  /** The name of the default's constraint (SQL Server); `null` for none. Default: as it is. */
  readonly map?: string | null
}

export type NewRelationKind =
  | 'one-to-one'
  | 'one-to-many'
  | 'many-to-many'
  | 'many-to-many-explicit'

/**
 * `from` is the side that holds the foreign key: of a one-to-many relation the "many" side. In a
 * many-to-many relation the sides are equal.
 */
export interface AddRelationArguments {
  readonly kind: NewRelationKind
  readonly fromId: BlockId
  readonly toId: BlockId
  /** An existing field of `from` to use as the foreign key. */
  readonly fromFieldId?: FieldId
  /** The field of `to` that it refers to; default: the primary key, else the first unique key. */
  readonly toFieldId?: FieldId
  readonly names?: {
    /** The relation field of `from`. */
    readonly from?: string
    /** The relation field of `to`. */
    readonly to?: string
    /** The foreign key fields, in the order of the key that they refer to. */
    readonly keys?: readonly string[]
  }
  /** Whether `from` may refer to nothing. Default: no. */
  readonly optional?: boolean
}

export interface DeleteRelationArguments {
  /** `Relation.id`. */
  readonly relationId: string
  /** Whether the foreign key fields stay, and with them their data. Default: yes. */
  readonly keepKeys?: boolean
}

export interface AddEnumValueArguments {
  readonly blockId: BlockId
  readonly name: string
  /** `null` for the top of the enum; default: after the last value. */
  readonly after?: FieldId | null
}

export interface RenameEnumValueArguments {
  readonly blockId: BlockId
  readonly valueId: FieldId
  readonly name: string
}

export interface DeleteEnumValueArguments {
  readonly blockId: BlockId
  readonly valueId: FieldId
}

export interface MoveEnumValueArguments {
  readonly blockId: BlockId
  readonly valueId: FieldId
  /** `null` for the end. */
  readonly before: FieldId | null
}

export interface CommandArguments {
  readonly addBlock: AddBlockArguments
  readonly renameBlock: RenameBlockArguments
  readonly deleteBlocks: DeleteBlocksArguments
  readonly duplicateBlocks: DuplicateBlocksArguments
  readonly pasteBlocks: PasteBlocksArguments
  readonly mergeSchema: MergeSchemaArguments
  readonly addField: AddFieldArguments
  readonly renameField: RenameFieldArguments
  readonly setFieldLine: SetFieldLineArguments
  readonly deleteFields: DeleteFieldsArguments
  readonly setFieldType: SetFieldTypeArguments
  readonly setFieldArity: SetFieldArityArguments
  readonly moveField: MoveFieldArguments
  readonly toggleId: FieldArguments
  readonly toggleUnique: FieldArguments
  readonly setDefault: SetDefaultArguments
  readonly addRelation: AddRelationArguments
  readonly deleteRelation: DeleteRelationArguments
  readonly addEnumValue: AddEnumValueArguments
  readonly renameEnumValue: RenameEnumValueArguments
  readonly deleteEnumValue: DeleteEnumValueArguments
  readonly moveEnumValue: MoveEnumValueArguments
  readonly setDocumentation: SetDocumentationArguments
  readonly setDatabaseName: SetDatabaseNameArguments
  readonly setDatabaseSchema: SetDatabaseSchemaArguments
  readonly setIgnored: SetIgnoredArguments
  readonly setUpdatedAt: SetUpdatedAtArguments
  readonly setNativeType: SetNativeTypeArguments
  readonly addKey: AddKeyArguments
  readonly changeKey: ChangeKeyArguments
  readonly deleteKey: DeleteKeyArguments
  readonly changeRelation: ChangeRelationArguments
  readonly setRelationKind: SetRelationKindArguments
  readonly reverseRelation: ReverseRelationArguments
  readonly reconnectRelation: ReconnectRelationArguments
  readonly removeJoinModel: RemoveJoinModelArguments
  readonly moveFieldToBlock: MoveFieldToBlockArguments
  readonly setProperty: SetPropertyArguments
  readonly addSettings: AddSettingsArguments
  readonly setProvider: SetProviderArguments
  readonly moveBlocksToFile: MoveBlocksToFileArguments
  readonly addFieldsToBlocks: AddFieldsToBlocksArguments
  readonly addFieldLine: AddFieldLineArguments
  readonly renameToConventions: RenameToConventionsArguments
  readonly renameInClient: RenameInClientArguments
  readonly addBackRelation: AddBackRelationArguments
  readonly addForeignKey: AddForeignKeyArguments
  readonly declareType: DeclareTypeArguments
  readonly nameRelations: NameRelationsArguments
  readonly correctSpelling: CorrectSpellingArguments
  readonly modernizeSyntax: ModernizeSyntaxArguments
  readonly moveConnectionToConfig: NoArguments
  readonly upgradeToPrisma7: NoArguments
  readonly backToPrisma6: BackToPrisma6Arguments
}

export type CommandName = keyof CommandArguments
