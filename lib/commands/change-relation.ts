/** Change relation. */

import type { Command } from './command'
import type { ChangeRelationArguments } from './relation-arguments'

export const changeRelation: Command<ChangeRelationArguments> = {
  name: 'changeRelation',
  run: () => null,
}
