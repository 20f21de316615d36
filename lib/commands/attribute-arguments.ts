/** What the commands on attributes of blocks, fields and values are told. See `arguments.ts`. */

import type { BlockId, FieldId, Key } from '@/lib/schema/graph'

/** A block, or a field or enum value of it when `memberId` is there. */
export interface PartArguments {
  readonly blockId: BlockId
  readonly memberId?: FieldId | null
}

export interface SetDocumentationArguments extends PartArguments {
  /** Lines without the slashes, as in `Block.documentation`; empty for none. */
  readonly text: string
}

export interface SetDatabaseNameArguments extends PartArguments {
  /** For `@map` or `@@map`; `null` for none. */
  readonly name: string | null
}

export interface SetDatabaseSchemaArguments {
  readonly blockIds: readonly BlockId[]
  /** For `@@schema`; `null` for none. */
  readonly schema: string | null
}

export interface SetIgnoredArguments extends PartArguments {
  readonly isIgnored: boolean
}

export interface SetUpdatedAtArguments {
  readonly blockId: BlockId
  readonly fieldId: FieldId
  readonly isUpdatedAt: boolean
}

export interface SetNativeTypeArguments {
  readonly blockId: BlockId
  readonly fieldId: FieldId
  /** `VarChar` with `['80']`; `null` for none. */
  readonly type: { readonly name: string; readonly args: readonly string[] } | null
}

/** A key as it is to be; see `Key`. `where` is the condition as written: `{ active: true }`. */
export interface KeySpec
  extends Pick<Key, 'kind' | 'fields' | 'name' | 'map' | 'type' | 'clustered'> {
  readonly where: string | null
}

export interface AddKeyArguments {
  readonly blockId: BlockId
  /** Always written on the block: `@@index([a, b])`. */
  readonly key: KeySpec
}

export interface ChangeKeyArguments {
  readonly blockId: BlockId
  /** Index in `Block.keys`. */
  readonly key: number
  readonly to: KeySpec
}

export interface DeleteKeyArguments {
  readonly blockId: BlockId
  /** Index in `Block.keys`. */
  readonly key: number
}
