/**
 * What a rule of our own is: something that the engine accepts and that one may still regret.
 *
 * A rule looks at one block at a time and at a few facts besides. It compares those facts itself, in
 * `isSame`, so that a block's findings are kept until one of them changes: with every keystroke,
 * only the block that was typed in is looked at again.
 */

import type { OfferedCommand } from '@/lib/commands/command-call'
import type { Range } from '@/lib/psl/syntax'
import type { Block, BlockId, FieldId } from '@/lib/schema/graph'
import type { LintFacts } from './facts'

export interface Rule {
  /** Kept in designs, so never changed: `foreign-key-without-index`. */
  readonly id: string
  /** For lists and settings: "Foreign key without an index". */
  readonly title: string
  /** For people: what it costs to leave it as it is. */
  readonly why: string
  /** For people: when to switch it off. */
  readonly whenOff: string
  /**
   * Whether it reads of other blocks what the shared facts do not say. Then `isSame` is asked after
   * every change, and else only when a shared fact is another (see `LintFacts.shared`).
   */
  readonly readsOtherBlocks?: true
  /**
   * Whether all facts that `check` reads for this block are the same before and after. Quick, for it
   * is asked of every block.
   */
  isSame(block: Block, before: LintFacts, after: LintFacts): boolean
  check(block: Block, facts: LintFacts): readonly BlockFinding[]
}

/** A finding in one block; the range counts in the block's own text, in UTF-16 code units. */
export interface BlockFinding {
  /** The field or value that it is about; `null` for the block. */
  readonly memberId: FieldId | null
  readonly range: Range
  /** One sentence or two. */
  readonly message: string
  /** Ways to mend it, the best one first. */
  readonly fixes: readonly OfferedCommand[]
}

/** A finding in its file; offsets are UTF-16 code units of the file's text. */
export interface Finding {
  readonly rule: string
  readonly severity: 'hint'
  readonly blockId: BlockId
  readonly memberId: FieldId | null
  readonly path: string
  readonly from: number
  readonly to: number
  readonly message: string
  readonly fixes: readonly OfferedCommand[]
}
