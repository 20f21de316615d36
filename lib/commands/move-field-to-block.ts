/** Move field to another block. */

import type { Command } from './command'
import type { MoveFieldToBlockArguments } from './relation-arguments'

export const moveFieldToBlock: Command<MoveFieldToBlockArguments> = {
  name: 'moveFieldToBlock',
  run: () => null,
}
