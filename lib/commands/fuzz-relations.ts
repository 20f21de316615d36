/** Random arguments for the commands on relations. */

import type { ArgumentsOf } from './fuzz-chooser'

export const RELATION_ARGUMENTS: ArgumentsOf<
  | 'changeRelation'
  | 'setRelationKind'
  | 'reverseRelation'
  | 'reconnectRelation'
  | 'removeJoinModel'
  | 'moveFieldToBlock'
> = {
  changeRelation: () => null,
  setRelationKind: () => null,
  reverseRelation: () => null,
  reconnectRelation: () => null,
  removeJoinModel: () => null,
  moveFieldToBlock: () => null,
}
