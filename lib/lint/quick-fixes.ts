/**
 * What can be done about a message of Prisma's engine, as commands.
 *
 * The engine says what is wrong in words and where; these words, of 6.19 and 7.10 alike, are what is
 * read here, and a test asks both engines whether they still say so, and whether the fix silences
 * them. A fix whose command would not apply is not offered.
 */

import type { CommandArguments } from '@/lib/commands/arguments'
import type { CommandContext } from '@/lib/commands/command'
import type { CommandCall, OfferedCommand } from '@/lib/commands/command-call'
import { runCommand } from '@/lib/commands/registry'
import { FIXERS } from './engine-fixes'

/** A finding of the engine; offsets are UTF-16 code units of the file at `path`. */
export interface EngineFinding {
  readonly path: string
  readonly from: number
  readonly to: number
  readonly message: string
}

export type QuickFix = OfferedCommand & {
  /** Whether it is what a person most likely wants, so that it can be done without asking which. */
  readonly isPreferred: boolean
}

/** The fixes that apply, the likeliest first; one at most is preferred. */
export function quickFixes(ctx: CommandContext, finding: EngineFinding): QuickFix[] {
  const fixes: QuickFix[] = []
  const seen = new Set<string>()
  for (const { pattern, fixes: offer } of FIXERS) {
    const match = pattern.exec(finding.message)
    if (!match) continue
    for (const fix of offer(ctx, finding, match)) {
      const key = JSON.stringify([fix.command, fix.args])
      if (seen.has(key) || !applies(ctx, fix)) continue
      seen.add(key)
      fixes.push(fix)
    }
  }
  const preferred = fixes.find(({ isPreferred }) => isPreferred)
  return fixes.map((fix) => (fix === preferred ? fix : { ...fix, isPreferred: false }))
}

function applies(ctx: CommandContext, { command, args }: CommandCall): boolean {
  return runCommand(ctx, command, args as CommandArguments[typeof command]) !== null
}
