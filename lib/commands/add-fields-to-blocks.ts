/** Add fields to all. */

import type { Command } from './command'
import type { AddFieldsToBlocksArguments } from './settings-arguments'

export const addFieldsToBlocks: Command<AddFieldsToBlocksArguments> = {
  name: 'addFieldsToBlocks',
  run: () => null,
}
