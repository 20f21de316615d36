/** Set database schema. */

import type { SetDatabaseSchemaArguments } from './attribute-arguments'
import type { Command } from './command'

export const setDatabaseSchema: Command<SetDatabaseSchemaArguments> = {
  name: 'setDatabaseSchema',
  run: () => null,
}
