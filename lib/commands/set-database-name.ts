/** Set name in the database. */

import type { SetDatabaseNameArguments } from './attribute-arguments'
import type { Command } from './command'

export const setDatabaseName: Command<SetDatabaseNameArguments> = {
  name: 'setDatabaseName',
  run: () => null,
}
