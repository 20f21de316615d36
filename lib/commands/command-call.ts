/** A command by name with its arguments, as data: what a quick fix would run. */

import type { CommandArguments, CommandName } from './arguments'

export type CommandCall = {
  [Name in CommandName]: { readonly command: Name; readonly args: CommandArguments[Name] }
}[CommandName]

/** A command to offer, with what a menu calls it. */
export type OfferedCommand = CommandCall & { readonly label: string }
