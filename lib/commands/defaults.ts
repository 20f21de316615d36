/** Which default values fit which types. */

import type { Arity, Block, SchemaGraph } from '@/lib/schema/graph'
import { isScalarType } from '@/lib/schema/scalars'
import { toValue, type Value } from '@/lib/schema/value'
import { parseField } from './names'

const GENERATED: Readonly<Record<string, readonly string[]>> = {
  now: ['DateTime'],
  autoincrement: ['Int', 'BigInt'],
  sequence: ['Int', 'BigInt'],
  uuid: ['String'],
  cuid: ['String'],
  ulid: ['String'],
  nanoid: ['String'],
  auto: ['String'],
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
  if (value.kind === 'call' && value.name === 'dbgenerated') return isScalarOrEnum(graph, type)
  if (type.startsWith('Unsupported(')) return false
  if (arity === 'list') {
    return value.kind === 'list' && value.items.every((item) => fitsOne(graph, item, type))
  }
  return fitsOne(graph, value, type)
}

function fitsOne(graph: SchemaGraph, value: Value, type: string): boolean {
  switch (value.kind) {
    case 'call':
      if (value.name === 'autoincrement') {
        if (graph.provider === 'mongodb') return false
        if (graph.provider === 'cockroachdb') return type === 'BigInt'
      }
      return GENERATED[value.name]?.includes(type) === true
    case 'string':
      return type === 'String' || FITS_STRING[type]?.test(value.value) === true
    case 'number':
      if (type === 'Int' || type === 'BigInt') return /^-?\d+$/.test(value.text)
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
