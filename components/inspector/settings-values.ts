/** The values of settings, between how they are written and how they are shown. */

import type { Block, Property } from '@/lib/schema/graph'
import { quoteString, type Value, valueText } from '@/lib/schema/value'

export function propertyOf(block: Block, name: string): Property | null {
  return block.properties.find((property) => property.name === name) ?? null
}

/** The text of a string; anything else as it is written; empty for none. */
export function shownValue(value: Value | null): string {
  if (value === null) return ''
  return value.kind === 'string' ? value.value : valueText(value)
}

/** The items of a list, or the one value that stands for a list of one. */
export function itemsOf(value: Value | null): readonly Value[] {
  if (value === null) return []
  return value.kind === 'list' ? value.items : [value]
}

/** A list as it is written; `null` for an empty one, which need not be there. */
export function listText(items: readonly Value[]): string | null {
  return items.length === 0 ? null : valueText({ kind: 'list', items })
}

/** Moves the item `from` before the one that is at `before` now. */
export function moveItem<T>(items: readonly T[], from: number, before: number): readonly T[] {
  const rest = items.filter((_, index) => index !== from)
  rest.splice(before > from ? before - 1 : before, 0, ...items.slice(from, from + 1))
  return rest
}

/** Where a connection's address comes from. */
export interface Connection {
  readonly from: 'environment' | 'text' | 'other'
  /** The variable, the address, or what is written. */
  readonly text: string
}

export function connectionOf(value: Value | null): Connection {
  if (value === null) return { from: 'environment', text: '' }
  if (value.kind === 'string') return { from: 'text', text: value.value }
  const [first, ...others] = value.kind === 'call' && value.name === 'env' ? value.args : []
  if (first?.value?.kind === 'string' && others.length === 0) {
    return { from: 'environment', text: first.value.value }
  }
  return { from: 'other', text: valueText(value) }
}

export function connectionText({ from, text }: Connection): string {
  if (from === 'environment') return `env(${quoteString(text)})`
  return from === 'text' ? quoteString(text) : text
}

/** A list of names with one more or one less; the others stay as they are written. */
export function withFeature(value: Value | null, feature: string, isOn: boolean): string | null {
  const items = itemsOf(value).filter((item) => shownValue(item) !== feature)
  return listText(isOn ? [...items, { kind: 'string', value: feature }] : items)
}
