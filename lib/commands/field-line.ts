/** The grammar of one line: `role Role = USER @map("r") // what they may do`. */

import type { Arity, Block, SchemaGraph } from '@/lib/schema/graph'
import { hasFields } from '@/lib/schema/graph'
import { readDefault } from './defaults'
import { checkEnumValueName, checkFieldName, parseField, readAttributes } from './names'

export interface FieldLine {
  /** `relation` when the type is a model or view and nothing is said about how it is stored. */
  readonly kind: 'field' | 'relation' | 'value'
  readonly name: string
  /** Without arity; empty for a value. */
  readonly type: string
  readonly arity: Arity
  /** As they are to be written, the default among them. */
  readonly attributes: string
  /** With its slashes; empty when there is none. */
  readonly comment: string
}

export type ParsedFieldLine = FieldLine | { readonly problem: string }

/** What the line adds to the block, or why it cannot, as a sentence. */
export function parseFieldLine(graph: SchemaGraph, block: Block, line: string): ParsedFieldLine {
  if (/[\n\r]/.test(line)) return { problem: 'A field stands on one line.' }
  const { before, rest: comment } = splitAt(line.trim(), '//')
  const name = /^[^\s?[@=(]*/.exec(before)?.[0] ?? ''
  const tail = before.slice(name.length).trim()
  const ctx = { graph, files: new Map() }
  if (block.kind === 'enum') {
    const problem = checkEnumValueName(ctx, block.id, null, name)
    if (problem) return { problem }
    if (!readAttributes(tail)) return { problem: 'After a value come only attributes.' }
    return { kind: 'value', name, type: '', arity: 'required', attributes: tail, comment }
  }
  if (!hasFields(block.kind)) return { problem: 'Only models, views and types have fields.' }
  const nameProblem = checkFieldName(ctx, block.id, null, name)
  if (nameProblem) return { problem: nameProblem }
  const { before: declaration, rest } = splitAt(tail, '=')
  const shorthand = rest === '' ? null : splitAt(rest.slice(1).trim(), '@')
  const value = shorthand?.before.trim() ?? ''
  if (shorthand && !readDefault(value)) return { problem: 'After = comes one value.' }
  const { before: typed, rest: written } = splitAt(declaration.trim(), '@')
  const type = withType(typed.trim(), value)
  const attributes = [written.trim(), shorthand && `@default(${value})`, shorthand?.rest.trim()]
    .filter((text) => text)
    .join(' ')
  const node = parseField(`${name} ${type} ${attributes}`)
  if (!node?.type || node.type.legacyList) {
    return { problem: 'Write a name, a type and perhaps attributes: email String? @unique' }
  }
  const arity = ARITIES[node.type.suffix]
  if (!arity) return { problem: `A type cannot end with ${node.type.suffix}.` }
  const names = node.attributes.map(({ name }) => name.text)
  const twice = names.find((text, index) => names.indexOf(text) < index)
  if (twice !== undefined) return { problem: `@${twice} can stand only once.` }
  const typeName = type.slice(0, type.length - node.type.suffix.length).trim()
  const target = graph.blockByName.get(typeName)
  const isTable = target?.kind === 'model' || target?.kind === 'view'
  const kind = isTable && block.kind === 'model' && attributes === '' ? 'relation' : 'field'
  return { kind, name, type: typeName, arity, attributes, comment }
}

export const ARITIES: Readonly<Record<string, Arity>> = {
  '': 'required',
  '?': 'optional',
  '[]': 'list',
}

/** The type as typed; where only its arity or nothing is, that which the default has. */
function withType(typed: string, value: string): string {
  if (typed !== '' && typed !== '?' && typed !== '[]') return typed
  if (/^(?:true|false)$/.test(value)) return `Boolean${typed}`
  if (/^now\(/.test(value)) return `DateTime${typed}`
  if (/^autoincrement\(/.test(value) || /^-?\d+$/.test(value)) return `Int${typed}`
  return `${/^-?\d+\.\d+$/.test(value) ? 'Float' : 'String'}${typed}`
}

/** The text before and from the first sign that stands outside quotes and brackets. */
function splitAt(text: string, sign: string): { before: string; rest: string } {
  let depth = 0
  let isQuoted = false
  for (let index = 0; index < text.length; index++) {
    const letter = text[index] as string
    if (isQuoted) {
      if (letter === '\\') index++
      else if (letter === '"') isQuoted = false
    } else if (depth === 0 && text.startsWith(sign, index)) {
      return { before: text.slice(0, index).trimEnd(), rest: text.slice(index) }
    } else if (letter === '"') isQuoted = true
    else if ('([{'.includes(letter)) depth++
    else if (')]}'.includes(letter)) depth--
  }
  return { before: text, rest: '' }
}
