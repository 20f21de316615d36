/** Change kind of relation. */

import type { Command } from './command'
import type { SetRelationKindArguments } from './relation-arguments'

export const setRelationKind: Command<SetRelationKindArguments> = {
  name: 'setRelationKind',
  run: () => null,
}
