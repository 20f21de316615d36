/**
 * What a command is: a gesture's meaning as text edits.
 *
 * A command reads a snapshot of the design and returns the smallest edits that achieve what was
 * asked, or `null` when it does not apply. It never changes anything itself, never throws for
 * anything a person can do, and never prints a block that it only needs to patch.
 */

import type { SyntaxFile } from '@/lib/psl/syntax'
import type { ConnectionSettings } from '@/lib/schema/connection'
import type { BlockId, SchemaGraph } from '@/lib/schema/graph'
import type { TextEdit } from '@/lib/text/change-set'

/** The design as a command sees it. */
export interface CommandContext {
  readonly graph: SchemaGraph
  /** Syntax trees by path. Line endings are `\n`. */
  readonly files: ReadonlyMap<string, SyntaxFile>
  /** What the design keeps of `prisma.config.ts`, where somebody said it. */
  readonly connection?: ConnectionSettings | null
}

export interface FileEdits {
  readonly path: string
  /** In any order, not overlapping; offsets count in the file's text. */
  readonly edits: readonly TextEdit[]
}

export interface CommandResult {
  readonly edits: readonly FileEdits[]
  /** Files to add besides; `edits` speak only of files that are there. */
  readonly files?: readonly { readonly path: string; readonly text: string }[]
  /** For the undo menu and for screen readers: "Rename User to Person". */
  readonly label: string
  /**
   * What a person should be told beyond what they asked for, as sentences: "Also removed the
   * field Post.author."
   */
  readonly notes?: readonly string[]
  /**
   * What the schema says no longer, and the project's `prisma.config.ts` must: see
   * `lib/interchange/systems/prisma-config.ts`.
   */
  readonly connection?: ConnectionSettings
  /** What to select afterwards, by the names it has then. */
  readonly select?: { readonly block: string; readonly member?: string }
  /** New blocks by name, each with the block beside which it belongs, if there is one. */
  readonly created?: readonly { readonly name: string; readonly beside: BlockId | null }[]
}

export interface Command<Args> {
  readonly name: string
  run(ctx: CommandContext, args: Args): CommandResult | null
}
