/** A model that is named for several of what one of its rows is, or twice over. */

import { pluralOf, singularOf } from '@/lib/commands/words'
import type { Block, SchemaGraph } from '@/lib/schema/graph'
import { nameRange } from '../places'
import type { Rule } from '../rule'

export const ambiguousPlural: Rule = {
  id: 'ambiguous-plural',
  title: 'Model named in the plural',
  why:
    'A row is one of them, and so is the type that Prisma Client makes. Where there is a model ' +
    'of the singular as well, nobody can tell which is meant.',
  whenOff: 'When the models keep the names of tables that are in the plural.',
  readsOtherBlocks: true,
  isSame: (block, before, after) =>
    block.kind !== 'model' || twinOf(before.graph, block) === twinOf(after.graph, block),
  check(block, { graph }) {
    if (block.kind !== 'model' || block.name === '') return []
    const one = singularOf(block.name)
    if (one === block.name) return []
    const twin = twinOf(graph, block)
    return [
      {
        memberId: null,
        range: nameRange(block),
        message: twin
          ? `There are both ${block.name} and ${twin}, and nobody can tell which is which.`
          : `${block.name} is in the plural; a row of it is one ${one}.`,
        fixes: twin
          ? []
          : [
              {
                command: 'renameInClient',
                args: { blockId: block.id, fieldId: null, name: one },
                label: `Rename to ${one}, and keep the table's name`,
              },
            ],
      },
    ]
  },
}

/** The name of the block that is called so in the other number. */
function twinOf({ blockByName }: SchemaGraph, block: Block): string | null {
  const other = otherNumber(block)
  return other === block.name ? null : (blockByName.get(other)?.name ?? null)
}

const others = new WeakMap<Block, string>()

/** The singular of a plural, the plural of a singular; kept, for words take a while. */
function otherNumber(block: Block): string {
  const known = others.get(block)
  if (known !== undefined) return known
  const one = singularOf(block.name)
  const other = one === block.name ? pluralOf(block.name) : one
  others.set(block, other)
  return other
}
