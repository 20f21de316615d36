/** Ignore in Prisma Client. */

import type { SetIgnoredArguments } from './attribute-arguments'
import type { Command } from './command'

export const setIgnored: Command<SetIgnoredArguments> = {
  name: 'setIgnored',
  run: () => null,
}
