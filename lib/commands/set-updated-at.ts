/** Toggle @updatedAt. */

import type { SetUpdatedAtArguments } from './attribute-arguments'
import type { Command } from './command'

export const setUpdatedAt: Command<SetUpdatedAtArguments> = {
  name: 'setUpdatedAt',
  run: () => null,
}
