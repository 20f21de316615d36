/** What the commands that change relations are told. See `arguments.ts`. */

import type { BlockId, FieldId } from '@/lib/schema/graph'
import type { NewRelationKind } from './arguments'

export interface ChangeRelationArguments {
  /** `Relation.id`. */
  readonly relationId: string
  /** `null` for none; default: as it is. */
  readonly name?: string | null
  /** The names of the two relation fields; default: as they are. */
  readonly fromName?: string
  readonly toName?: string
  /** The foreign key, pairwise: names of fields that exist. Default: as it is. */
  readonly key?: readonly { readonly field: string; readonly references: string }[]
  /** `null` for Prisma's default; default: as it is. */
  readonly onDelete?: string | null
  readonly onUpdate?: string | null
  /** The name of the constraint; `null` for Prisma's default. */
  readonly map?: string | null
  /** Whether the `from` side may refer to nothing; its foreign key fields follow. */
  readonly optional?: boolean
}

export interface SetRelationKindArguments {
  readonly relationId: string
  readonly kind: NewRelationKind
  /**
   * Which end is to hold the foreign key when a many-to-many relation gets one. Default: `from`.
   */
  readonly owner?: 'from' | 'to'
}

/** Moves the foreign key to the other side. */
export interface ReverseRelationArguments {
  readonly relationId: string
}

/** Gives one end of a relation another block. */
export interface ReconnectRelationArguments {
  readonly relationId: string
  /** Which end moves. */
  readonly end: 'from' | 'to'
  readonly blockId: BlockId
  /** The row it was dropped on: a foreign key for the `from` end, a key for the `to` end. */
  readonly fieldId?: FieldId | null
}

/** Makes an implicit many-to-many relation of a model that does nothing but join two others. */
export interface RemoveJoinModelArguments {
  readonly blockId: BlockId
}

export interface MoveFieldToBlockArguments {
  readonly blockId: BlockId
  readonly fieldId: FieldId
  readonly toBlockId: BlockId
  /** A field of the other block; `null` for the end. */
  readonly before: FieldId | null
}
