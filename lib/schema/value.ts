/** Values in a schema, without their place in the text. */

import type { Argument, Expression } from '@/lib/psl/syntax'

export interface NamedValue {
  readonly name: string | null
  readonly value: Value | null
}

export type Value =
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'name'; readonly text: string }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly NamedValue[] }
  | { readonly kind: 'list'; readonly items: readonly Value[] }
  | { readonly kind: 'object'; readonly entries: readonly NamedValue[] }

export function toValue(node: Expression): Value {
  switch (node.kind) {
    case 'string':
      return { kind: 'string', value: unescapeString(node.raw) }
    case 'number':
      return { kind: 'number', text: node.text }
    case 'path':
      return { kind: 'name', text: node.text }
    case 'call':
      return { kind: 'call', name: node.name.text, args: node.args.items.map(toNamedValue) }
    case 'array':
      return { kind: 'list', items: node.items.map(toValue) }
    case 'object':
      return { kind: 'object', entries: node.entries.map(toNamedValue) }
  }
}

function toNamedValue(node: Argument): NamedValue {
  return { name: node.name?.text ?? null, value: node.value && toValue(node.value) }
}

/** A value as it would be written in a schema. */
export function valueText(value: Value): string {
  switch (value.kind) {
    case 'string':
      return quoteString(value.value)
    case 'number':
    case 'name':
      return value.text
    case 'call':
      return `${value.name}(${value.args.map(namedValueText).join(', ')})`
    case 'list':
      return `[${value.items.map(valueText).join(', ')}]`
    case 'object':
      return `{ ${value.entries.map(namedValueText).join(', ')} }`
  }
}

function namedValueText({ name, value }: NamedValue): string {
  const text = value ? valueText(value) : ''
  return name === null ? text : `${name}: ${text}`
}

/** A string literal with its quotes. */
export function quoteString(text: string): string {
  return JSON.stringify(text)
}

/** What a string literal means: JSON's escapes; anything else after a backslash is itself. */
export function unescapeString(raw: string): string {
  if (!raw.includes('\\')) return raw
  return raw.replace(/\\(u[0-9a-fA-F]{4}|.)/gs, (_, sequence: string) => {
    if (sequence.length === 5) return String.fromCharCode(Number.parseInt(sequence.slice(1), 16))
    return ESCAPES[sequence] ?? sequence
  })
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
}
