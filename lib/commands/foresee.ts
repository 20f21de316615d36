/**
 * Says beforehand what a command on relations would do, for whoever is about to decide on it: why
 * it cannot be done, or what else comes with it.
 */

import type { CommandArguments } from './arguments'
import { checkRelationChange } from './change-relation'
import type { CommandContext } from './command'
import { checkFieldMove } from './move-field-to-block'
import { checkReconnection } from './reconnect-relation'
import { runCommand } from './registry'
import { checkJoinModel } from './remove-join-model'
import { checkReversal } from './reverse-relation'
import { checkRelationKind } from './set-relation-kind'

const CHECKS = {
  changeRelation: checkRelationChange,
  setRelationKind: checkRelationKind,
  reverseRelation: checkReversal,
  reconnectRelation: checkReconnection,
  removeJoinModel: checkJoinModel,
  moveFieldToBlock: checkFieldMove,
} satisfies {
  readonly [Name in keyof CommandArguments]?: (
    ctx: CommandContext,
    args: CommandArguments[Name],
  ) => string | null
}

/** The commands whose outcome can be told beforehand with a reason. */
export type ForeseeableCommand = keyof typeof CHECKS

export type Outlook =
  | { readonly problem: string }
  /** Sentences on what comes with it; empty when there is nothing to say, or nothing to do. */
  | { readonly notes: readonly string[] }

export function foresee<Name extends ForeseeableCommand>(
  ctx: CommandContext,
  name: Name,
  args: CommandArguments[Name],
): Outlook {
  const check = CHECKS[name] as (ctx: CommandContext, args: CommandArguments[Name]) => string | null
  const problem = check(ctx, args)
  if (problem !== null) return { problem }
  return { notes: runCommand(ctx, name, args)?.notes ?? [] }
}
