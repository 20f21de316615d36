/** What a new relation adds to the schema, before anything is written. */

import type { Block, FieldId } from '@/lib/schema/graph'
import type { FieldPlace } from './lookup'
import type { NewField } from './relation-fields'

export interface Addition {
  readonly block: Block
  /** The field below which the new ones go; `null` for the end. */
  readonly after: FieldPlace | null
  readonly fields: NewField[]
  /** `@@unique([a, b])`. */
  readonly attributes: string[]
}

export interface RelationPlan {
  readonly additions: readonly Addition[]
  /** An existing foreign key that must become unique. */
  readonly makeUnique: FieldPlace | null
  /** The foreign key, where it is of fields that are there already. */
  readonly existingKey: {
    readonly fieldIds: readonly FieldId[]
    /** Whether no two rows have the same already. */
    readonly isUnique: boolean
  } | null
  /** A model that joins the two, with its lines. */
  readonly join: {
    readonly name: string
    readonly fields: readonly NewField[]
    readonly attributes: readonly string[]
  } | null
}

export interface Problem {
  readonly problem: string
}

export function noKey(block: Block): Problem {
  return { problem: `${block.name} has no primary key or unique field to refer to.` }
}
