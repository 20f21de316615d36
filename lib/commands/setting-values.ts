/** What can be written in a datasource or a generator. */

import { propertyNodes } from '@/lib/psl/access'
import { parse } from '@/lib/psl/parse'
import { toValue, type Value } from '@/lib/schema/value'

export const PROVIDERS = [
  'postgresql',
  'mysql',
  'sqlite',
  'sqlserver',
  'cockroachdb',
  'mongodb',
] as const

export type Provider = (typeof PROVIDERS)[number]

/** The provider, `postgres` being another name of one; `null` for any other word. */
export function readProvider(name: string | null): Provider | null {
  if (name === 'postgres') return 'postgresql'
  return PROVIDERS.find((provider) => provider === name) ?? null
}

/** The meaning of `name = value` if it is one setting without fault; else `null`. */
export function readProperty(name: string, value: string): Value | null {
  if (/[\n\r]/.test(name + value)) return null
  const [block, ...others] = parse(`generator x {\n${name} = ${value}\n}`).items
  if (block?.kind !== 'block' || others.length > 0 || block.problems.length > 0) return null
  const [property, ...rest] = propertyNodes(block)
  if (!property?.value || rest.length > 0 || property.comment) return null
  if (property.name.text !== name) return null
  const { from, to } = property.value
  return to - from === value.trim().length ? toValue(property.value) : null
}

export function isSettingValue(value: string): boolean {
  return readProperty('x', value) !== null
}
