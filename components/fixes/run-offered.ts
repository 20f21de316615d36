import type { CommandArguments, CommandName } from '@/lib/commands/arguments'
import type { CommandContext, CommandResult } from '@/lib/commands/command'
import { runCommand } from '@/lib/commands/registry'
import type { FacetStore } from '@/lib/store/store'

/** A command of ours that would mend something. */
export interface OfferedFix {
  readonly command: CommandName
  readonly args: unknown
  readonly label: string
  readonly isPreferred: boolean
}

/** Runs a command that was offered, on the text as it is now; says so when it applies no longer. */
export function runOffered(
  store: FacetStore,
  { command, args, label }: Omit<OfferedFix, 'isPreferred'>,
): void {
  const { actions } = store.getState()
  const result = actions.run(
    { name: command, run: (ctx) => resultOf(ctx, { command, args }) },
    null,
  )
  if (!result) actions.notify({ kind: 'error', text: `“${label}” no longer applies.` })
}

/** What the command would do; `null` when it does not apply. */
export function resultOf(
  ctx: CommandContext,
  { command, args }: Pick<OfferedFix, 'command' | 'args'>,
): CommandResult | null {
  return runCommand(ctx, command, args as CommandArguments[typeof command])
}
