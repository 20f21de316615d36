/** Fits default values to the database, which has functions of its own for some. */

import { argumentValue, findArgument, findAttribute } from '@/lib/psl/access'
import type { Block } from '@/lib/schema/graph'
import { readDefault } from './defaults'
import type { Draft, DraftWork, FieldRef } from './draft'
import { type FieldPlace, qualified } from './lookup'
import { type Adaptation, consequence, type ProviderConsequence } from './provider-consequences'
import { fitsPlace, setDefault } from './set-default'

/** What comes closest to a function in another database. */
const CLOSEST: Readonly<Record<string, string>> = {
  autoincrement: 'sequence()',
  sequence: 'autoincrement()',
  auto: 'uuid()',
}

export const adaptDefaults: Adaptation = (draft, title) => {
  const works = draft.ctx.graph.blocks.map((block) => adaptDefaultsOf(draft, title, block))
  return draft.runInRounds(works).flat()
}

/** Primary keys come last: where one field only can be numbered, it is they that stay so. */
function* adaptDefaultsOf(
  draft: Draft,
  title: string,
  block: Block,
): DraftWork<ProviderConsequence[]> {
  const found: ProviderConsequence[] = []
  const fields = block.fields.filter((field) => field.default !== null)
  for (const { id } of fields.sort((a, b) => Number(a.isId) - Number(b.isId))) {
    const ref = { blockId: block.id, fieldId: id }
    found.push(...(yield* adaptName(draft, title, ref)))
    found.push(...(yield* adaptFunction(draft, title, ref)))
  }
  return found
}

/** Only SQL Server names the constraints that defaults are. */
function* adaptName(
  draft: Draft,
  title: string,
  ref: FieldRef,
): DraftWork<readonly ProviderConsequence[]> {
  const { block, field, node } = draft.field(ref)
  const attribute = findAttribute(node.attributes, 'default')
  const value = attribute && argumentValue(attribute.args, 'value', true)
  const isNamed = attribute !== null && findArgument(attribute.args, 'map') !== null
  if (!value || !isNamed || draft.ctx.graph.provider === 'sqlserver') return []
  const written = block.syntax.text.slice(value.from, value.to)
  const isDone = yield (ctx) => setDefault.run(ctx, { ...ref, value: written, map: null })
  const text = `${qualified(block, field)}: ${title} has no names for defaults.`
  return [consequence(block, field, text, 'The name is removed.', isDone)]
}

function* adaptFunction(
  draft: Draft,
  title: string,
  ref: FieldRef,
): DraftWork<readonly ProviderConsequence[]> {
  const place = draft.field(ref)
  const { block, field } = place
  const value = field.default
  if (value?.kind !== 'call') return []
  const name = qualified(block, field)
  if (fitsPlace(draft.ctx, place, value)) {
    return value.name === 'dbgenerated' && value.args.length > 0
      ? [consequence(block, field, `${name}: its default is an expression of another database.`)]
      : []
  }
  const closest = closestTo(draft, place, value.name)
  const isDone = yield (ctx) => setDefault.run(ctx, { ...ref, value: closest })
  const text = `${name}: ${title} has no ${value.name}() for it.`
  const fix = closest === null ? 'The default is removed.' : `${closest} takes its place.`
  return [consequence(block, field, text, fix, isDone)]
}

function closestTo(draft: Draft, place: FieldPlace, name: string): string | null {
  const text = CLOSEST[name]
  const value = text === undefined ? null : readDefault(text)
  return text !== undefined && value && fitsPlace(draft.ctx, place, value) ? text : null
}
