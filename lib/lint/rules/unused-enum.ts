/** An enum that no field has as its type. */

import { nameRange } from '../places'
import type { Rule } from '../rule'

export const unusedEnum: Rule = {
  id: 'unused-enum',
  title: 'Unused enum',
  why: 'It is a type in the database and in Prisma Client that nothing can hold.',
  whenOff: 'When enums are kept for code that uses them without a field.',
  readsOtherBlocks: true,
  isSame: ({ kind, name }, before, after) =>
    kind !== 'enum' || before.isUsed(name) === after.isUsed(name),
  check(block, facts) {
    if (block.kind !== 'enum' || block.name === '' || facts.isUsed(block.name)) return []
    return [
      {
        memberId: null,
        range: nameRange(block),
        message: `No field has the type ${block.name}.`,
        fixes: [
          {
            command: 'deleteBlocks',
            args: { blockIds: [block.id] },
            label: `Delete the enum ${block.name}`,
          },
        ],
      },
    ]
  },
}
