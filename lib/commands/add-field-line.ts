/** Add field. */

import type { Command } from './command'
import type { AddFieldLineArguments } from './settings-arguments'

export const addFieldLine: Command<AddFieldLineArguments> = {
  name: 'addFieldLine',
  run: () => null,
}
