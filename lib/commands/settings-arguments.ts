/** What the commands on settings, files and many blocks are told. See `arguments.ts`. */

import type { BlockId, FieldId } from '@/lib/schema/graph'

export interface SetPropertyArguments {
  /** A datasource or generator. */
  readonly blockId: BlockId
  readonly name: string
  /** As written after `=`: `"postgresql"`, `["public", "auth"]`, `env("X")`; `null` removes it. */
  readonly value: string | null
}

export interface AddSettingsArguments {
  readonly kind: 'datasource' | 'generator'
  /** Default: `db` or `client`, or what is free. */
  readonly name?: string
  /** As written: `["provider", "\"postgresql\""]`. */
  readonly properties: readonly (readonly [name: string, value: string])[]
}

export interface SetProviderArguments {
  readonly provider: string
}

export interface MoveBlocksToFileArguments {
  readonly blockIds: readonly BlockId[]
  /** Of a file that is there, or of one to make. */
  readonly path: string
}

export interface AddFieldsToBlocksArguments {
  readonly blockIds: readonly BlockId[]
  /** Each as typed: `createdAt DateTime @default(now())`. Blocks that have such a field are left out. */
  readonly lines: readonly string[]
}

/** Adds what one line says: `email String? @unique`, or a relation when its type is a model. */
export interface AddFieldLineArguments {
  readonly blockId: BlockId
  readonly line: string
  /** `null` for the top of the block; default: after the last field. */
  readonly after?: FieldId | null
}

/** Which names to give by Prisma's conventions; at least one of the three. */
export interface RenameToConventionsArguments {
  /** Models, views, types and enums. */
  readonly models: boolean
  /** Fields, in camelCase. */
  readonly fields: boolean
  /** Relation fields: in the plural for lists, in the singular for the rest. */
  readonly lists: boolean
  /** Blocks and fields that keep their names, by id. */
  readonly except?: readonly (BlockId | FieldId)[]
}

/** What becomes of a block whose name is taken. */
export type ClashChoice = 'rename' | 'skip' | 'replace'

export interface MergeSchemaArguments {
  /** A whole schema, with its datasource. */
  readonly text: string
  readonly clashes: ClashChoice
}
