/** Change provider. */

import type { Command } from './command'
import type { SetProviderArguments } from './settings-arguments'

export const setProvider: Command<SetProviderArguments> = {
  name: 'setProvider',
  run: () => null,
}
