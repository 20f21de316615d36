/**
 * Old syntax as findings, and as what to say beside a message of the engine, which knows nothing of
 * earlier Prismas.
 */

import type { CommandContext } from '@/lib/commands/command'
import type { OfferedCommand } from '@/lib/commands/command-call'
import { type IsAsked, type OldSyntax, oldSyntax } from '@/lib/commands/old-syntax'
import type { Range } from '@/lib/psl/syntax'
import type { EngineFinding } from './quick-fixes'

export interface OldSyntaxFinding {
  readonly path: string
  /** In UTF-16 code units of the file's text. */
  readonly from: number
  readonly to: number
  /** What it was and what to write instead. */
  readonly message: string
  /** The narrowest first; none where a person has to decide. */
  readonly fixes: readonly OfferedCommand[]
}

/** In the order of the text. */
export function oldSyntaxFindings(ctx: CommandContext, isAsked?: IsAsked): OldSyntaxFinding[] {
  return oldSyntax(ctx, isAsked).map((old) => ({
    path: old.path,
    from: old.from,
    to: old.to,
    message: old.message,
    fixes: oldSyntaxFixes(ctx, old),
  }))
}

/** What the old syntax is that the engine stumbled over; `null` where there is none. */
export function oldSyntaxAt(ctx: CommandContext, finding: EngineFinding): OldSyntaxFinding | null {
  return oldSyntaxAmong(oldSyntaxAround(ctx, [finding]), finding)
}

/** The old syntax of the blocks and lines in which the engine stumbled, and not of others. */
export function oldSyntaxAround(
  ctx: CommandContext,
  findings: readonly Omit<EngineFinding, 'message'>[],
): OldSyntaxFinding[] {
  if (findings.length === 0) return []
  return oldSyntaxFindings(ctx, (path, from, to) =>
    findings.some((finding) => finding.path === path && overlaps(finding, { from, to })),
  )
}

/** The first that the engine's finding is about. */
export function oldSyntaxAmong(
  found: readonly OldSyntaxFinding[],
  finding: EngineFinding,
): OldSyntaxFinding | null {
  return found.find((old) => old.path === finding.path && overlaps(finding, old)) ?? null
}

/** A finding about nothing is about the character that follows. */
function overlaps({ from, to }: Range, other: Range): boolean {
  return other.from < Math.max(to, from + 1) && other.to > from
}

function oldSyntaxFixes(ctx: CommandContext, { blockId, edits }: OldSyntax): OfferedCommand[] {
  if (edits === null) return []
  const block = blockId === null ? null : ctx.graph.blockById.get(blockId)
  const whole: OfferedCommand = {
    command: 'modernizeSyntax',
    args: { blockId: null },
    label: 'Write all old syntax as Prisma does now',
  }
  if (!block) return [whole]
  const own: OfferedCommand = {
    command: 'modernizeSyntax',
    args: { blockId: block.id },
    label: `Write ${block.name || block.kind} as Prisma does now`,
  }
  return [own, whole]
}
