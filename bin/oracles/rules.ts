/**
 * Why SQL that Prisma once wrote is not what Prisma 7.10 writes from one schema to another: the
 * one table of what is put right before the two are compared. Each rule has a condition on the
 * oracle, and changes nothing but what it names; nothing is compared more loosely than that.
 */

import type { Oracle } from './pairs'
import type { Statement } from './statements'

export interface Sides {
  /** What we write. */
  readonly actual: readonly Statement[]
  /** What Prisma wrote. */
  readonly expected: readonly Statement[]
}

export interface Rule {
  readonly name: string
  /** Why the texts differ though neither is wrong. */
  readonly why: string
  readonly appliesTo: (oracle: Oracle) => boolean
  readonly apply: (sides: Sides, oracle: Oracle) => Sides
}

export type RuleName = string

export const RULES: readonly Rule[] = []
