/** Finds what a message of the engine is about, by its place in the text. */

import type { CommandContext } from '@/lib/commands/command'
import { misspellingsIn } from '@/lib/commands/correct-spelling'
import { nearestWords } from '@/lib/commands/edit-distance'
import { type FieldPlace, fieldPlaces } from '@/lib/commands/lookup'
import type { Block } from '@/lib/schema/graph'
import { hasFields } from '@/lib/schema/graph'
import type { EngineFinding, QuickFix } from './quick-fixes'

/** The block in which the finding begins. */
export function blockAt(ctx: CommandContext, { path, from }: EngineFinding): Block | null {
  const file = ctx.files.get(path)
  if (!file) return null
  let index = file.starts.findLastIndex((start) => start <= from)
  if (index < 0) index = 0
  const item = file.items[index]
  return ctx.graph.blocks.find(({ syntax }) => syntax === item) ?? null
}

/** The field on whose line the finding begins. */
export function fieldAt(ctx: CommandContext, finding: EngineFinding): FieldPlace | null {
  const block = blockAt(ctx, finding)
  if (!block || !hasFields(block.kind)) return null
  const at = finding.from - startIn(ctx, block)
  return (
    fieldPlaces(block).find(({ node }) => at >= node.lineFrom && at < Math.max(node.lineTo, 1)) ??
    null
  )
}

/** Where the block starts in its file. */
export function startIn(ctx: CommandContext, block: Block): number {
  const file = ctx.files.get(block.path)
  return file?.starts[file.items.indexOf(block.syntax)] ?? 0
}

/** Other spellings of the words in the finding's range that mean nothing, the nearest first. */
export function spellings(ctx: CommandContext, { path, from, to }: EngineFinding): QuickFix[] {
  return misspellingsIn(ctx, path, from, to).flatMap((found) =>
    nearestWords(found.word, found.valid).map((word, index) => ({
      command: 'correctSpelling' as const,
      args: { path, from: found.from, to: found.to, word },
      label: `Change ${found.word} to ${word}`,
      isPreferred: index === 0,
    })),
  )
}
