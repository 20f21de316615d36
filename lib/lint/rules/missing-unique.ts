/** A field that is a name for its row, and may occur twice. */

import { makesNoKeysOf } from '@/lib/commands/providers'
import { fieldRange } from '../places'
import type { Rule } from '../rule'

/** What people look a row up by. */
const NATURAL_KEY = /^(?:e_?mail(?:_?address)?|slug|user_?name|login|handle)$/i

export const missingUnique: Rule = {
  id: 'missing-unique',
  title: 'Missing unique on a natural key',
  why: 'Two rows may have the same one, and looking a row up by it reads the whole table.',
  whenOff: 'When such fields hold what somebody typed, as in a log or a form that was sent.',
  isSame: (_, before, after) => before.provider === after.provider,
  check(block, { graph }) {
    if (block.kind !== 'model' || block.isIgnored) return []
    const inUnique = new Set(
      block.keys
        .filter(({ kind }) => kind === 'id' || kind === 'unique')
        .flatMap(({ fields }) => fields.map(({ path }) => path)),
    )
    return block.fields.flatMap((field) => {
      const { name, typeName, arity, nativeType, id, isIgnored } = field
      if (!NATURAL_KEY.test(name) || typeName !== 'String' || arity === 'list') return []
      if (isIgnored || inUnique.has(name) || makesNoKeysOf(graph, nativeType)) return []
      return [
        {
          memberId: id,
          range: fieldRange(block, id),
          message: `Several ${block.name} may have the same ${name}.`,
          fixes: [
            {
              command: 'toggleUnique',
              args: { blockId: block.id, fieldId: id },
              label: `Add @unique to ${name}`,
            },
          ],
        },
      ]
    })
  },
}
