import { expect, it } from 'vitest'
import { addEnumValue } from './add-enum-value'
import { allOf } from './all-of'
import { applyResult, contextOf, idsOf } from './testing'

it('allOf makes one step of several, file by file, and leaves out what does not apply', () => {
  const ctx = contextOf({
    'a.prisma': 'enum A {\n  X\n}\n\nenum B {\n  X\n}\n',
    'b.prisma': 'enum C {\n  X\n}\nmodel M {\n  id Int @id\n}\n',
  })
  const ids = idsOf(ctx)
  const args = ['A', 'B', 'C', 'M'].map((name) => ({ blockId: ids.block(name), name: 'Y' }))
  const result = allOf(addEnumValue, 'Add Y').run(ctx, args)
  if (!result) throw new Error('nothing was done')
  expect(result.label).toBe('Add Y')
  expect(Object.fromEntries(applyResult(ctx, result))).toEqual({
    'a.prisma': 'enum A {\n  X\n  Y\n}\n\nenum B {\n  X\n  Y\n}\n',
    'b.prisma': 'enum C {\n  X\n  Y\n}\nmodel M {\n  id Int @id\n}\n',
  })
  expect(allOf(addEnumValue, 'Add Y').run(ctx, args.slice(3))).toBe(null)
})
