/**
 * Merges a schema from elsewhere into the design, adapted to the design's database. `clashes` says
 * what becomes of blocks whose names the design has already.
 *
 * ```prisma
 * /// Who buys.
 * model User {
 *   id Int @id // from the shop
 * }
 * ```
 * becomes, with `replace` and a schema in which User has an email,
 * ```prisma
 * /// Who buys.
 * model User {
 *   id    Int    @id // from the shop
 *   email String
 * }
 * ```
 * A block that is replaced stays the one it was on the canvas. What can only be seen in the whole,
 * such as what else is called Post, is in `planMerge`, which also tells it beforehand.
 */

import type { Command } from './command'
import { planMerge } from './plan-merge'
import type { MergeSchemaArguments } from './settings-arguments'

export const mergeSchema: Command<MergeSchemaArguments> = {
  name: 'mergeSchema',
  run(ctx, args) {
    const plan = planMerge(ctx, args)
    if (!plan) return null
    const { draft, added, renamed, replaced, consequences } = plan
    draft.notes.unshift(
      ...consequences.map(({ text, fix }) => (fix === null ? text : `${text} ${fix}`)),
    )
    const created = [...added, ...renamed.map(({ to }) => to)]
    const count = created.length + replaced.length
    const [first] = [...created, ...replaced]
    return draft.finish({
      label: count === 1 ? `Import ${first}` : `Import ${count} blocks`,
      created: created.map((name) => ({ name, beside: null })),
      ...(first === undefined ? {} : { select: { block: first } }),
    })
  },
}
