/** What can stand in the brackets of an attribute or a function. */

import { nativeTypeChoices } from '@/lib/commands/native-types'
import { actionChoices } from '@/lib/commands/referential-actions'
import type { Block, Key } from '@/lib/schema/graph'
import { keyOptions, operatorClasses } from '@/lib/schema/key-options'
import type { Caret, Frame } from '../caret'
import type { Fact, Parameter } from '../facts/fact'
import { FUNCTIONS } from '../facts/functions'
import { ACTIONS, INDEX_TYPES, SORTS } from '../facts/words'
import type { LanguageSnapshot } from '../snapshot'
import { completeDefaults } from './defaults'
import { completeFields } from './fields'
import type { CompletionItems } from './item'
import { parametersOf } from './parameters'
import { completeStrings } from './strings'

export type ValueCaret = Extract<Caret, { kind: 'value' }>

/** Everything that is asked of one place. */
export interface ArgumentPlace {
  readonly snapshot: LanguageSnapshot
  readonly caret: ValueCaret
  /** The text of the declaration around the caret. */
  readonly line: string
  /** Whether a colon follows the caret's word, so that the name of an argument needs none. */
  readonly hasColon: boolean
  readonly items: CompletionItems
}

export function completeArguments(place: ArgumentPlace): void {
  const { caret } = place
  const [outer] = caret.frames
  const inner = caret.frames.at(-1)
  if (!outer || !inner || (inner.hasValue && !caret.string)) return
  if (inner.open === '(') completeInCall(place, inner)
  else if (inner.open === '[') completeInList(place, outer)
  else completeCondition(place, inner)
}

function completeInCall(place: ArgumentPlace, inner: Frame): void {
  const { caret, items, hasColon } = place
  const { argument, index, listed } = inner
  const { fact, parameters, isKeyField } = parametersOf(place.snapshot, caret, inner)
  if (!fact) {
    completeNativeArgument(place, inner)
    return
  }
  if (argument !== null || caret.string) {
    const isMain = argument === null && index === 0
    completeValue(place, inner, argument ?? (isMain ? mainParameter(fact) : ''), isKeyField)
    return
  }
  const main = parameters.find(({ isMain }) => isMain)
  if (main && index === 0) completeValue(place, inner, main.name, isKeyField)
  for (const parameter of parameters) {
    const { name, value, summary } = parameter
    if (listed.includes(`${name}:`)) continue
    if (parameter.isMain && !canBeNamed(inner)) continue
    if (name !== 'virtual' && listed.includes('virtual:')) continue
    items.add({
      label: name,
      kind: 'argument',
      ...(hasColon ? {} : { snippet: `${name}: ${opening(parameter)}` }),
      detail: value,
      fact: { summary, link: fact.link },
      asksAgain: true,
      rank: parameter.isMain ? 6 : 4,
    })
  }
}

function mainParameter(fact: Fact | null): string {
  return fact?.parameters?.find(({ isMain }) => isMain)?.name ?? ''
}

/** `Max` in `@db.NVarChar(Max)`. */
function completeNativeArgument({ snapshot, caret, items }: ArgumentPlace, { head }: Frame): void {
  const name = head.slice(head.indexOf('.') + 1)
  const choices = nativeTypeChoices(snapshot.graph.provider, caret.typeName)
  if (!choices.some((choice) => choice.name === name && choice.hasMax)) return
  items.add({ label: 'Max', kind: 'constant', detail: 'as long as the database allows' })
}

/** Whether the main argument can be given by its name here: it is not there without it. */
function canBeNamed({ head, index, listed }: Frame): boolean {
  if (head === '@relation') return listed.every((text) => text.endsWith(':'))
  return index === 0 && isNamed(head)
}

/** Attributes whose main argument is also written with its name. */
function isNamed(head: string): boolean {
  return head.startsWith('@') && head !== '@default' && head !== '@@schema'
}

/** How a value begins: `[$1]`, `"$1"`. */
function opening({ value }: Parameter): string {
  if (value.startsWith('[')) return '[$1]$0'
  return value.startsWith('"') ? '"$1"$0' : '$0'
}

function completeValue(
  place: ArgumentPlace,
  frame: Frame,
  argument: string,
  isKeyField: boolean,
): void {
  const { snapshot, caret, items, line } = place
  const { head } = frame
  if (caret.string || isText(head, argument)) {
    completeStrings(place, head, argument)
    return
  }
  if (argument === 'onDelete' || argument === 'onUpdate') {
    completeActions(place, argument)
  } else if (head === '@default' && argument === 'value') {
    completeDefaults(snapshot, caret, items, false)
  } else if (argument === 'fields' || argument === 'references') {
    const owner = ownerOf(place, head, argument)
    items.add({
      label: '[]',
      kind: 'value',
      snippet: '[$1]$0',
      detail: 'a list of fields',
      asksAgain: true,
    })
    if (owner) completeFields(snapshot, { owner, path: [], listed: [], inBrackets: true }, items)
  } else if (argument === 'sort') {
    for (const [label, fact] of Object.entries(SORTS)) items.add({ label, kind: 'constant', fact })
  } else if (argument === 'type') {
    const { types } = keyOptions(snapshot.graph.provider, snapshot.version, 'model', 'index')
    for (const label of types)
      items.add({ label, kind: 'constant', fact: INDEX_TYPES[label] ?? null })
  } else if (argument === 'clustered' || argument === 'virtual') {
    for (const label of ['true', 'false']) items.add({ label, kind: 'constant' })
  } else if (argument === 'ops' && isKeyField) {
    completeOperatorClasses(place, head, line)
  } else if (argument === 'where') {
    items.add({
      label: 'raw',
      kind: 'function',
      snippet: 'raw("$1")$0',
      fact: FUNCTIONS.raw ?? null,
    })
    items.add({ label: '{ }', kind: 'value', snippet: '{ $1 }$0', asksAgain: true })
  } else if (head === 'uuid' || head === 'cuid') {
    const versions = head === 'uuid' ? ['4', '7'] : ['1', '2']
    for (const label of versions) items.add({ label, kind: 'constant', detail: 'version' })
  }
}

function isText(head: string, argument: string): boolean {
  return argument === 'map' || argument === 'name' || head === 'dbgenerated' || head === 'env'
}

function ownerOf({ snapshot, caret }: ArgumentPlace, head: string, argument: string): Block | null {
  if (head !== '@relation' || argument === 'fields') return caret.block
  return snapshot.graph.blockByName.get(caret.typeName) ?? null
}

function completeActions(
  { snapshot, caret, items, line }: ArgumentPlace,
  event: 'onDelete' | 'onUpdate',
) {
  const fields = (/fields:\s*\[([^\]]*)/.exec(line)?.[1] ?? '').split(/[\s,]+/).filter(Boolean)
  const relation = { kind: 'one-to-many', fromBlockId: caret.block.id } as const
  const general = actionChoices(snapshot.graph, event, { ...relation, fields: [''] })
  const own = actionChoices(snapshot.graph, event, { ...relation, fields: ['', ...fields] })
  for (const [index, { action, problem }] of general.entries()) {
    // What the database lacks is left out; what this foreign key cannot have says why.
    if (problem !== null) continue
    const refusal = own[index]?.problem ?? ''
    const rank = refusal === '' ? 5 : 7
    items.add({
      label: action,
      kind: 'constant',
      detail: refusal,
      fact: ACTIONS[action] ?? null,
      rank,
    })
  }
}

function completeInList(place: ArgumentPlace, outer: Frame): void {
  const { snapshot, caret, items } = place
  const { frames } = caret
  const list = frames.at(-1) as Frame
  const call = frames.at(-2)
  if (!call) return
  const { head } = outer
  if (head === '@default') {
    completeDefaults(snapshot, caret, items, true)
    return
  }
  const argument = call.argument ?? 'fields'
  if (!isFieldList(head, argument)) return
  const owner = ownerOf(place, head, argument)
  if (!owner) return
  const isReference = argument === 'references'
  const prefer = isReference
    ? (field: Block['fields'][number]) => field.isId || field.isUnique
    : (field: Block['fields'][number]) =>
        head === '@relation' && field.name.toLowerCase().startsWith(caret.name.toLowerCase())
  completeFields(snapshot, { owner, path: caret.path, listed: list.listed, prefer }, items)
}

/** Whether a list there is one of fields; of a key it is, whatever its name was mistyped as. */
function isFieldList(head: string, argument: string): boolean {
  if (head.startsWith('@@')) return argument !== 'where'
  return head === '@relation' && (argument === 'fields' || argument === 'references')
}

function completeOperatorClasses(
  { caret, items, snapshot }: ArgumentPlace,
  head: string,
  line: string,
) {
  const type: Key['type'] = /\btype:\s*(\w+)/.exec(line)?.[1] ?? null
  const field = caret.block.fields.find(({ name }) => name === head)
  const isPostgres = /^postgres/.test(snapshot.graph.provider ?? '')
  if (!isPostgres) return
  for (const label of field ? operatorClasses(type, field) : []) {
    items.add({ label, kind: 'constant', detail: `operator class for ${type}` })
  }
  items.add({
    label: 'raw',
    kind: 'function',
    snippet: 'raw("$1")$0',
    fact: FUNCTIONS.raw ?? null,
  })
}

/** Names of fields in `{ active: true }`, and values of some. */
function completeCondition(
  { snapshot, caret, items, hasColon }: ArgumentPlace,
  frame: Frame,
): void {
  const { argument } = frame
  if (argument === null) {
    for (const field of caret.block.fields) {
      if (frame.listed.includes(`${field.name}:`) || field.typeKind === 'model') continue
      const snippet = hasColon ? undefined : `${field.name}: $0`
      items.add({ label: field.name, kind: 'field', snippet, detail: field.typeName })
    }
    return
  }
  const type = caret.block.fields.find(({ name }) => name === argument)?.typeName
  const target = type === undefined ? undefined : snapshot.graph.blockByName.get(type)
  const values =
    type === 'Boolean' ? ['true', 'false'] : (target?.values ?? []).map(({ name }) => name)
  for (const label of [...values, 'null']) items.add({ label, kind: 'constant' })
  items.add({ label: '{ not: }', kind: 'value', snippet: '{ not: $1 }$0' })
}
