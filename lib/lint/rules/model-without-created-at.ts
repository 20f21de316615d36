/** A model that does not keep when its rows came to be. */

import type { Block, Field } from '@/lib/schema/graph'
import { nameRange } from '../places'
import type { Rule } from '../rule'

export const modelWithoutCreatedAt: Rule = {
  id: 'model-without-created-at',
  title: 'Model without createdAt',
  why: 'When a row was made cannot be found out later, and is asked for sooner or later.',
  whenOff: 'When the schema is of reference data, or the database belongs to somebody else.',
  isSame: (block, before, after) =>
    before.styles === after.styles && before.relationsOf(block.id) === after.relationsOf(block.id),
  check(block, { styles, relationsOf }) {
    if (block.kind !== 'model' || block.isIgnored || block.fields.length === 0) return []
    if (block.fields.some(isTimeOfBirth)) return []
    const keys = new Set(
      relationsOf(block.id).flatMap((relation) =>
        relation.fromBlockId === block.id ? relation.fields : [],
      ),
    )
    const isJoin = (field: Field) =>
      field.typeKind === 'model' || keys.has(field.name) || field.isId
    // A model that only joins others is a part of those.
    if (keys.size > 1 && block.fields.every(isJoin)) return []
    const name = styles.field === 'snake' ? 'created_at' : 'createdAt'
    const map = name === 'createdAt' && styles.column === 'snake' ? ' @map("created_at")' : ''
    const line = `${name} DateTime @default(now())${map}`
    return [
      {
        memberId: null,
        range: nameRange(block),
        message: `${block.name} does not keep when its rows were made.`,
        fixes: [
          {
            command: 'addFieldLine',
            args: { blockId: block.id, line, ...placeIn(block) },
            label: `Add ${line}`,
          },
        ],
      },
    ]
  },
}

const NAMES = /^(?:created|inserted|added|registered|date_?created)(?:_?(?:at|on|date|time))?$/i

function isTimeOfBirth({ typeName, default: value, name }: Field): boolean {
  if (NAMES.test(name)) return true
  return typeName === 'DateTime' && value?.kind === 'call' && value.name === 'now'
}

/** Below the last column, above the relations that end most models. */
function placeIn({ fields }: Block): { after?: string } {
  const last = fields.findLast(({ typeKind }) => typeKind !== 'model' && typeKind !== 'view')
  return last ? { after: last.id } : {}
}
