/** Reverse relation. */

import type { Command } from './command'
import type { ReverseRelationArguments } from './relation-arguments'

export const reverseRelation: Command<ReverseRelationArguments> = {
  name: 'reverseRelation',
  run: () => null,
}
