/** Which parameters an attribute, a function or a field in a key has in this database. */

import { hasForeignKeys, hasPreviewFeature } from '@/lib/commands/providers'
import type { Block } from '@/lib/schema/graph'
import { type KeyKind, keyOptions, PARTIAL_INDEXES } from '@/lib/schema/key-options'
import type { CaretValue, Frame } from '../caret'
import { attributeFact, KEY_FIELD_FACT } from '../facts/attributes'
import type { Fact, Parameter } from '../facts/fact'
import { FUNCTIONS } from '../facts/functions'
import { SCALARS } from '../facts/types'
import type { LanguageSnapshot } from '../snapshot'

export interface Parameters {
  readonly fact: Fact | null
  /** Those that the database has. */
  readonly parameters: readonly Parameter[]
  /** Whether they are of a field in a key: `email(sort: Desc)`. */
  readonly isKeyField: boolean
}

/** `frame` is one of the round brackets around the caret. */
export function parametersOf(
  snapshot: LanguageSnapshot,
  caret: CaretValue & { readonly block: Block },
  frame: Frame,
): Parameters {
  const outer = caret.frames[0]?.head ?? ''
  const [, second, third] = caret.frames
  // A list of one may do without its brackets: `@@index(email(sort: Desc))`.
  const isInList = second?.open === '[' ? third === frame : second === frame
  const isKeyField = isInList && outer.startsWith('@@') && frame.head !== 'raw'
  const fact = factOf(frame, isKeyField)
  const key = isKeyField ? outer : frame.head
  return { fact, parameters: parametersIn(snapshot, caret.block, key, fact), isKeyField }
}

/** Those of an attribute, given with its `@`s, that the database has. */
export function parametersIn(
  snapshot: LanguageSnapshot,
  block: Block,
  attribute: string,
  fact: Fact | null,
): readonly Parameter[] {
  return (fact?.parameters ?? []).filter(({ name }) => takes(snapshot, block, attribute, name))
}

function factOf({ head }: Frame, isKeyField: boolean): Fact | null {
  if (isKeyField) return KEY_FIELD_FACT
  if (head.startsWith('@@')) return attributeFact('block', head.slice(2))
  if (head.startsWith('@')) return attributeFact('field', head.slice(1))
  return (head === 'Unsupported' ? SCALARS[head] : FUNCTIONS[head]) ?? null
}

const KEY_KINDS: Readonly<Record<string, KeyKind>> = {
  '@id': 'id',
  '@unique': 'unique',
  '@@id': 'id',
  '@@unique': 'unique',
  '@@index': 'index',
  '@@fulltext': 'fulltext',
}

/** Whether the database has the parameter of the attribute. */
function takes(
  { graph, version }: LanguageSnapshot,
  block: Block,
  attribute: string,
  name: string,
): boolean {
  const kind = KEY_KINDS[attribute]
  if (kind) {
    const options = keyOptions(graph.provider, version, block.kind, kind)
    if (name === 'type') return options.types.length > 0
    if (name === 'where') return options.where && hasPreviewFeature(graph, PARTIAL_INDEXES)
    return name === 'fields' || options[name as Exclude<keyof typeof options, 'types'>] === true
  }
  if (name !== 'map') return true
  if (attribute === '@relation') return hasForeignKeys(graph) && graph.provider !== 'sqlite'
  return attribute !== '@default' || graph.provider === 'sqlserver'
}
