/** What it means for a schema that its database becomes another one. */

import type { Block, BlockId, FieldId } from '@/lib/schema/graph'
import type { Draft } from './draft'

/** One thing that the schema says and that the other database does not have. */
export interface ProviderConsequence {
  /** What no longer fits, as a sentence. */
  readonly text: string
  /** What is done about it, as a sentence; `null` when only a person can decide. */
  readonly fix: string | null
  readonly blockId: BlockId
  /** A field of the block. */
  readonly memberId: FieldId | null
}

/**
 * Finds what does not fit in a draft that names the new provider already, and changes it there
 * where it can. So what is described and what is done are one.
 */
export type Adaptation = (draft: Draft, title: string) => readonly ProviderConsequence[]

/** `isFixed` says whether what `fix` tells of has been done. */
export function consequence(
  block: Block,
  member: { readonly id: FieldId } | null,
  text: string,
  fix: string | null = null,
  isFixed = true,
): ProviderConsequence {
  return {
    text,
    fix: isFixed ? fix : null,
    blockId: block.id,
    memberId: member?.id ?? null,
  }
}
