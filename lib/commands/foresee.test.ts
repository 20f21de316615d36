import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type ForeseeableCommand, foresee } from './foresee'
import { Chooser } from './fuzz-chooser'
import { RELATION_ARGUMENTS } from './fuzz-relations'
import { randomSchema } from './random-schema'
import { runCommand } from './registry'
import { contextOf, idsOf } from './testing'

const SCHEMA =
  'model A {\n  id Int @id\n  b B?\n}\nmodel B {\n  id Int @id\n  aId Int @unique\n  a A @relation(fields: [aId], references: [id])\n}\n'

it('tells what comes with it, or why it cannot be', () => {
  const ctx = contextOf(SCHEMA)
  const relationId = idsOf(ctx).relation('B.a')
  expect(foresee(ctx, 'setRelationKind', { relationId, kind: 'many-to-many' })).toEqual({
    notes: ['B.aId goes, and the data in it.'],
  })
  expect(foresee(ctx, 'setRelationKind', { relationId, kind: 'one-to-one' })).toEqual({
    problem: 'The relation is one-to-one already.',
  })
})

it('has a problem just where the command does not apply', () => {
  const names = Object.keys(RELATION_ARGUMENTS) as ForeseeableCommand[]
  fc.assert(
    fc.property(fc.infiniteStream(fc.double({ min: 0, max: 0.999999, noNaN: true })), (numbers) => {
      const random = () => numbers.next().value as number
      const ctx = contextOf(randomSchema(random))
      const choose = new Chooser(random, ctx)
      const name = choose.one(names) as ForeseeableCommand
      const args = RELATION_ARGUMENTS[name](choose)
      if (!args) return
      const outlook = foresee(ctx, name, args as never)
      const result = runCommand(ctx, name, args as never)
      if ('problem' in outlook) expect(result).toBeNull()
      else expect(outlook.notes).toEqual(result?.notes ?? [])
    }),
    { seed: 3, numRuns: 150 },
  )
})
