/** Change setting. */

import type { Command } from './command'
import type { SetPropertyArguments } from './settings-arguments'

export const setProperty: Command<SetPropertyArguments> = {
  name: 'setProperty',
  run: () => null,
}
