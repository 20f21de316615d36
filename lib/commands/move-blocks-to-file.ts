/** Move to file. */

import type { Command } from './command'
import type { MoveBlocksToFileArguments } from './settings-arguments'

export const moveBlocksToFile: Command<MoveBlocksToFileArguments> = {
  name: 'moveBlocksToFile',
  run: () => null,
}
