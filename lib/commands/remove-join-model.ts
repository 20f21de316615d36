/** Remove join model. */

import type { Command } from './command'
import type { RemoveJoinModelArguments } from './relation-arguments'

export const removeJoinModel: Command<RemoveJoinModelArguments> = {
  name: 'removeJoinModel',
  run: () => null,
}
