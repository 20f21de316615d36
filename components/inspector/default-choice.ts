/**
 * The ways in which a field's default can be said, and which of them a default is.
 *
 * A way is what is chosen first; those in `WAYS_WITH_TEXT` then ask for more. What none of them can
 * say is `written`: kept and edited as it stands in the schema. Pure.
 */

import { fitsType } from '@/lib/commands/defaults'
import { fieldPlaces } from '@/lib/commands/lookup'
import { canAutoincrement } from '@/lib/commands/providers'
import { writtenType } from '@/lib/commands/retype'
import { argumentValue, findAttribute, listItems } from '@/lib/psl/access'
import { type Block, type Field, primaryKeyFields, type SchemaGraph } from '@/lib/schema/graph'
import { unescapeString, type Value } from '@/lib/schema/value'

/** A function without an argument to fill in is a way by its own text: `now()`, `uuid(7)`. */
export type DefaultWay =
  | 'none'
  | 'literal'
  | 'list'
  | 'nanoid'
  | 'sequence'
  | 'dbgenerated'
  | 'written'
  | `${string}()`
  | `${string}(${number})`

export interface DefaultChoice {
  readonly way: DefaultWay
  readonly label: string
  /** Why it cannot be chosen, in a few words. */
  readonly reason?: string
}

const STRING_FUNCTIONS = [
  'uuid()',
  'uuid(4)',
  'uuid(7)',
  'cuid()',
  'cuid(1)',
  'cuid(2)',
  'ulid()',
] as const satisfies readonly DefaultWay[]

const LITERALS: Readonly<Record<string, string>> = {
  String: 'Text',
  Int: 'Number',
  BigInt: 'Number',
  Float: 'Number',
  Decimal: 'Number',
  Boolean: 'True or false',
  DateTime: 'Date and time',
  Json: 'JSON',
  Bytes: 'Bytes',
}

/** What the field can have as its default, by its type and the database; `none` first. */
export function defaultChoices(graph: SchemaGraph, block: Block, field: Field): DefaultChoice[] {
  const type = field.typeName
  const isPlain = field.typeKind === 'scalar' || field.typeKind === 'enum'
  const choices: DefaultChoice[] = [{ way: 'none', label: 'None' }]
  if (isPlain && field.arity === 'list') choices.push({ way: 'list', label: 'List' })
  else if (field.typeKind === 'enum') choices.push({ way: 'literal', label: 'Value' })
  else if (isPlain) {
    const label = LITERALS[type]
    if (label) choices.push({ way: 'literal', label })
    choices.push(...functionChoices(graph, block, field))
  }
  if (graph.provider !== 'mongodb' && block.kind !== 'type') {
    choices.push({ way: 'dbgenerated', label: 'SQL expression' })
  }
  choices.push({ way: 'written', label: 'As written…' })
  return choices
}

function functionChoices(graph: SchemaGraph, block: Block, field: Field): DefaultChoice[] {
  const { typeName: type } = field
  const choices: DefaultChoice[] = []
  const add = (way: DefaultWay, label: string = way) => choices.push({ way, label })
  if (type === 'DateTime') add('now()')
  if (type === 'String') {
    for (const text of STRING_FUNCTIONS) add(text)
    add('nanoid', 'nanoid()')
  }
  const isObjectId = field.nativeType?.name === 'ObjectId'
  if (graph.provider === 'mongodb' && isObjectId && field.isId) add('auto()')
  if (type !== 'Int' && type !== 'BigInt') return choices
  const canNumber = graph.provider !== 'mongodb' && block.kind !== 'type'
  const isNarrow = graph.provider === 'cockroachdb' && type === 'Int'
  if (canNumber && !isNarrow) choices.push(numbering(graph, block, field))
  if (graph.provider === 'cockroachdb') add('sequence', 'sequence()')
  return choices
}

function numbering(graph: SchemaGraph, block: Block, field: Field): DefaultChoice {
  const way = 'autoincrement()'
  const [id = '', ...others] = primaryKeyFields(block)
  const isPossible = canAutoincrement(graph, {
    isId: id === field.name && others.length === 0,
    isIndexed: block.keys.some(({ fields }) => fields[0]?.path === field.name),
  })
  if (isPossible) return { way, label: way }
  const reason = graph.provider === 'mysql' ? 'only at the front of a key' : 'only as the @id'
  return { way, label: way, reason }
}

/** Which way the field's default is said. */
export function defaultWay(graph: SchemaGraph, block: Block, field: Field): DefaultWay {
  if (!field.default) return hasDefault(block, field) ? 'written' : 'none'
  const way = wayOf(graph, field, field.default)
  const isOffered = defaultChoices(graph, block, field).some((choice) => choice.way === way)
  return isOffered ? way : 'written'
}

function wayOf(graph: SchemaGraph, field: Field, value: Value): DefaultWay {
  if (value.kind === 'call') return wayOfCall(value)
  if (!fitsType(graph, value, writtenType(field), field.arity)) return 'written'
  return field.arity === 'list' ? 'list' : 'literal'
}

function wayOfCall({ name, args }: Extract<Value, { kind: 'call' }>): DefaultWay {
  const [first, ...others] = args
  if (name === 'sequence') return sequenceOptions(args) ? 'sequence' : 'written'
  if (others.length > 0 || (first && first.name !== null)) return 'written'
  const value = first?.value
  if (name === 'dbgenerated') return !value || value.kind === 'string' ? name : 'written'
  if (value && value.kind !== 'number') return 'written'
  if (name === 'nanoid') return name
  return value ? (`${name}(${value.text})` as DefaultWay) : `${name}()`
}

/** An option of `sequence(…)`: whole numbers, and whether it is virtual. */
export const SEQUENCE_OPTIONS = [
  { name: 'start', label: 'Starts at' },
  { name: 'increment', label: 'Step' },
  { name: 'minValue', label: 'At least' },
  { name: 'maxValue', label: 'At most' },
  { name: 'cache', label: 'Kept ready' },
] as const

export type SequenceOptions = Readonly<Record<string, string>>

/** The options as written, by name; `null` when there is anything else among them. */
function sequenceOptions(
  args: readonly { readonly name: string | null; readonly value: Value | null }[],
): SequenceOptions | null {
  const options: Record<string, string> = {}
  for (const { name, value } of args) {
    const isKnown = name === 'virtual' || SEQUENCE_OPTIONS.some((option) => option.name === name)
    if (name === null || !isKnown || (value?.kind !== 'number' && value?.kind !== 'name')) {
      return null
    }
    options[name] = value.text
  }
  return options
}

/** The options of a default that is a sequence; empty when it is none. */
export function sequenceOptionsOf(value: Value | null): SequenceOptions {
  return value?.kind === 'call' && value.name === 'sequence'
    ? (sequenceOptions(value.args) ?? {})
    : {}
}

/** `sequence(start: 10, virtual: true)`; options without a value are left out. */
export function sequenceText(options: SequenceOptions): string {
  const args = Object.entries(options).flatMap(([name, value]) =>
    value === '' || (name === 'virtual' && value === 'false') ? [] : [`${name}: ${value}`],
  )
  return `sequence(${args.join(', ')})`
}

/** The text or number in the parentheses of a default that is a call; empty when there is none. */
export function callArgument(value: Value | null): string {
  const argument = value?.kind === 'call' ? value.args[0]?.value : null
  if (argument?.kind === 'string') return argument.value
  return argument?.kind === 'number' ? argument.text : ''
}

/** The default as it stands in the schema; empty when there is none. */
export function writtenDefault(block: Block, field: Field): string {
  const value = argumentValue(defaultArguments(block, field), 'value', true)
  return value ? block.syntax.text.slice(value.from, value.to) : ''
}

/** The items of a default that is a list, each as it stands in the schema. */
export function writtenItems(block: Block, field: Field): string[] {
  const value = argumentValue(defaultArguments(block, field), 'value', true)
  return listItems(value).map(({ from, to }) => block.syntax.text.slice(from, to))
}

/** The name of the default's constraint; `null` when it has none. */
export function defaultConstraint(block: Block, field: Field): string | null {
  const map = argumentValue(defaultArguments(block, field), 'map')
  return map?.kind === 'string' ? unescapeString(map.raw) : null
}

function hasDefault(block: Block, field: Field): boolean {
  return defaultAttribute(block, field) !== null
}

function defaultArguments(block: Block, field: Field) {
  return defaultAttribute(block, field)?.args ?? null
}

function defaultAttribute(block: Block, field: Field) {
  const place = fieldPlaces(block).find((place) => place.field === field)
  return place ? findAttribute(place.node.attributes, 'default') : null
}
