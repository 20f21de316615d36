/** Add datasource or generator. */

import type { Command } from './command'
import type { AddSettingsArguments } from './settings-arguments'

export const addSettings: Command<AddSettingsArguments> = {
  name: 'addSettings',
  run: () => null,
}
