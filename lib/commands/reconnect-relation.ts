/** Reconnect relation. */

import type { Command } from './command'
import type { ReconnectRelationArguments } from './relation-arguments'

export const reconnectRelation: Command<ReconnectRelationArguments> = {
  name: 'reconnectRelation',
  run: () => null,
}
