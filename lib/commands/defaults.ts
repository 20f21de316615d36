/** Which default values fit which types. */

import type { Arity, Block, SchemaGraph } from '@/lib/schema/graph'
import { isScalarType } from '@/lib/schema/scalars'
import { type NamedValue, toValue, type Value } from '@/lib/schema/value'
import { parseField } from './names'

interface Generator {
  readonly types: readonly string[]
  /** Whether it may have the arguments; without it, it has none. */
  readonly takes?: (args: readonly NamedValue[]) => boolean
}

const GENERATED: Readonly<Record<string, Generator>> = {
  now: { types: ['DateTime'] },
  autoincrement: { types: ['Int', 'BigInt'] },
  sequence: { types: ['Int', 'BigInt'], takes: areSequenceOptions },
  uuid: { types: ['String'], takes: oneNumber([4, 7]) },
  cuid: { types: ['String'], takes: oneNumber([1, 2]) },
  ulid: { types: ['String'] },
  nanoid: { types: ['String'], takes: (args) => isNumberBetween(args, 2, 255) },
  auto: { types: ['String', 'Bytes'] },
}

function oneNumber(allowed: readonly number[]) {
  return (args: readonly NamedValue[]) =>
    allowed.some((number) => isNumberBetween(args, number, number))
}

function isNumberBetween(args: readonly NamedValue[], from: number, to: number): boolean {
  const [{ name, value } = { name: null, value: null }, ...others] = args
  if (others.length > 0 || name !== null || value?.kind !== 'number') return false
  const number = Number(value.text)
  return Number.isInteger(number) && number >= from && number <= to
}

const SEQUENCE_NUMBERS: ReadonlySet<string | null> = new Set([
  'minValue',
  'maxValue',
  'cache',
  'increment',
  'start',
])

function areSequenceOptions(args: readonly NamedValue[]): boolean {
  return args.every(({ name, value }) => {
    if (name === 'virtual') return value?.kind === 'name' && /^(?:true|false)$/.test(value.text)
    return SEQUENCE_NUMBERS.has(name) && value?.kind === 'number' && /^-?\d+$/.test(value.text)
  })
}

/** Whether the database has the function; what it wants of the field's keys is not asked here. */
function hasFunction({ provider }: SchemaGraph, name: string, type: string): boolean {
  switch (name) {
    case 'sequence':
      return provider === 'cockroachdb'
    case 'auto':
      return provider === 'mongodb'
    case 'autoincrement':
      return provider !== 'mongodb' && (provider !== 'cockroachdb' || type === 'BigInt')
    default:
      return true
  }
}

/** Whether only primary keys can have it, and so no optional field. */
function isForPrimaryKeys({ provider }: SchemaGraph, name: string): boolean {
  return name === 'auto' || (name === 'autoincrement' && provider === 'sqlite')
}

/** The functions that a field of the type can have as its default, by name. */
export function defaultFunctions(graph: SchemaGraph, type: string, arity: Arity): string[] {
  const own = Object.keys(GENERATED).filter(
    (name) =>
      arity !== 'list' &&
      (arity === 'required' || !isForPrimaryKeys(graph, name)) &&
      GENERATED[name]?.types.includes(type) &&
      hasFunction(graph, name, type),
  )
  const isColumn = isScalarOrEnum(graph, type)
  return graph.provider === 'mongodb' || !isColumn ? own : [...own, 'dbgenerated']
}

/** The text's meaning if it is one expression, as may stand in `@default(…)`; else `null`. */
export function readDefault(text: string): Value | null {
  if (/[\n\r]/.test(text)) return null
  const attributes = parseField(`x Int @default(${text})`)?.attributes ?? []
  const [argument, ...others] = attributes[0]?.args?.items ?? []
  if (attributes.length !== 1 || others.length > 0 || !argument?.value || argument.name) return null
  const { from, to } = argument.value
  // Junk that the parser passed over would be longer than the expression.
  return to - from === text.trim().length ? toValue(argument.value) : null
}

/** Whether a field of the type (`String`, the name of an enum) can have the default. */
export function fitsType(graph: SchemaGraph, value: Value, type: string, arity: Arity): boolean {
  if (value.kind === 'call' && value.name === 'dbgenerated') {
    return graph.provider !== 'mongodb' && isExpression(value.args) && isScalarOrEnum(graph, type)
  }
  if (type.startsWith('Unsupported(')) return false
  if (arity === 'list') {
    if (value.kind !== 'list') return false
    return value.items.every((item) => item.kind !== 'call' && fitsOne(graph, item, type))
  }
  return fitsOne(graph, value, type)
}

function fitsOne(graph: SchemaGraph, value: Value, type: string): boolean {
  switch (value.kind) {
    case 'call': {
      const generator = GENERATED[value.name]
      if (!generator?.types.includes(type) || !hasFunction(graph, value.name, type)) return false
      return value.args.length === 0 || generator.takes?.(value.args) === true
    }
    case 'string':
      return type === 'String' || FITS_STRING[type]?.test(value.value) === true
    case 'number':
      if (type === 'Int' || type === 'BigInt') return isInteger(value.text)
      return type === 'Float' || type === 'Decimal'
    case 'name': {
      if (type === 'Boolean') return value.text === 'true' || value.text === 'false'
      const target = graph.blockByName.get(type)
      return isEnum(target) && target.values.some(({ name }) => name === value.text)
    }
    default:
      return false
  }
}

/** What the engine keeps whole numbers in has 64 bits. */
function isInteger(text: string): boolean {
  return /^-?\d+$/.test(text) && BigInt.asIntN(64, BigInt(text)) === BigInt(text)
}

/** No argument, or a text that is not empty. */
function isExpression(args: readonly NamedValue[]): boolean {
  const [argument, ...others] = args
  if (!argument) return true
  const { name, value } = argument
  return others.length === 0 && name === null && value?.kind === 'string' && value.value !== ''
}

/** What a string must look like to be a value of a type that is written as one. */
const FITS_STRING: Readonly<Record<string, RegExp>> = {
  DateTime: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/,
  Decimal: /^-?\d+(?:\.\d+)?$/,
  Json: /^\s*(?:[{["\d-]|true|false|null)/,
  Bytes: /^[A-Za-z0-9+/]*={0,2}$/,
}

function isScalarOrEnum(graph: SchemaGraph, type: string): boolean {
  if (type.startsWith('Unsupported(')) return true
  const target = graph.blockByName.get(type)
  return target ? isEnum(target) : isScalarType(type)
}

function isEnum(block: Block | undefined): block is Block {
  return block?.kind === 'enum'
}
