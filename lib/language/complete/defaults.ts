/** What can stand in `@default(…)`. */

import { defaultFunctions } from '@/lib/commands/defaults'
import type { Arity } from '@/lib/schema/graph'
import { FUNCTIONS } from '../facts/functions'
import type { LanguageSnapshot } from '../snapshot'
import type { FieldLine } from './attributes'
import { type CompletionItems, stop } from './item'

export function completeDefaults(
  { graph }: LanguageSnapshot,
  { typeName, suffix }: Pick<FieldLine, 'typeName' | 'suffix'>,
  items: CompletionItems,
  isInList: boolean,
): void {
  const arity: Arity = suffix === '[]' ? 'list' : suffix === '?' ? 'optional' : 'required'
  const isList = arity === 'list' && !isInList
  if (isList) items.add({ label: '[]', kind: 'value', snippet: '[$1]$0', detail: 'a list' })
  else completeConstants(graph, typeName, items)
  if (isInList) return
  for (const name of defaultFunctions(graph, typeName, arity)) {
    const fact = FUNCTIONS[name] ?? null
    const add = (label: string, snippet?: string) =>
      items.add({ label, kind: 'function', snippet, fact })
    add(`${name}()`, name === 'dbgenerated' ? 'dbgenerated("$1")$0' : undefined)
    if (name === 'uuid') add('uuid(7)')
    if (name === 'cuid') add('cuid(2)')
    if (name === 'nanoid') add('nanoid(n)', `nanoid(${stop(1, '21')})$0`)
  }
}

function completeConstants(
  graph: LanguageSnapshot['graph'],
  typeName: string,
  items: CompletionItems,
): void {
  const target = graph.blockByName.get(typeName)
  if (target?.kind === 'enum') {
    for (const { name, documentation } of target.values) {
      items.add({ label: name, kind: 'value', detail: target.name, documentation, rank: 3 })
    }
  }
  if (typeName === 'Boolean') {
    for (const label of ['true', 'false']) items.add({ label, kind: 'constant', rank: 3 })
  }
  if (typeName === 'String' && !target) {
    items.add({ label: '""', kind: 'value', snippet: '"$1"$0', detail: 'a text' })
  }
}
