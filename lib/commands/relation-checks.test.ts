/** The reasons that are given beforehand agree with what the commands then do. */

import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { CommandArguments } from './arguments'
import { checkRelationChange } from './change-relation'
import type { CommandContext } from './command'
import { Chooser } from './fuzz-chooser'
import { RELATION_ARGUMENTS } from './fuzz-relations'
import { checkFieldMove } from './move-field-to-block'
import { randomSchema } from './random-schema'
import { checkReconnection } from './reconnect-relation'
import { runCommand } from './registry'
import { checkJoinModel } from './remove-join-model'
import { checkReversal } from './reverse-relation'
import { checkRelationKind } from './set-relation-kind'
import { contextOf } from './testing'

const CHECKS = {
  changeRelation: checkRelationChange,
  setRelationKind: checkRelationKind,
  reverseRelation: checkReversal,
  reconnectRelation: checkReconnection,
  removeJoinModel: checkJoinModel,
  moveFieldToBlock: checkFieldMove,
} satisfies {
  readonly [Name in keyof CommandArguments]?: (
    ctx: CommandContext,
    args: CommandArguments[Name],
  ) => string | null
}

it('has a reason only where the command does not apply', () => {
  const names = Object.keys(CHECKS) as (keyof typeof CHECKS)[]
  let refused = 0
  fc.assert(
    fc.property(fc.infiniteStream(fc.double({ min: 0, max: 0.999999, noNaN: true })), (numbers) => {
      const random = () => numbers.next().value as number
      const ctx = contextOf(randomSchema(random))
      const choose = new Chooser(random, ctx)
      const name = choose.one(names) as keyof typeof CHECKS
      const args = RELATION_ARGUMENTS[name](choose)
      if (!args) return
      const check = CHECKS[name] as (ctx: CommandContext, args: unknown) => string | null
      if (check(ctx, args) === null) return
      refused++
      expect(runCommand(ctx, name, args as never)).toBeNull()
    }),
    { seed: 3, numRuns: 150 },
  )
  expect(refused).toBeGreaterThan(0)
})
