/** The lines that a new relation adds, in parts. */

import { quoteString } from '@/lib/schema/value'

export interface NewField {
  readonly name: string
  readonly type: string
  /** As written after the type; may be empty. */
  readonly attributes: string
}

export interface RelationArguments {
  readonly name: string | null
  readonly fields: readonly string[]
  readonly references: readonly string[]
  /** For `onDelete` and `onUpdate`. */
  readonly action: string | null
  /** What the constraint is called in the database. */
  readonly map: string | null
}

/** The attribute of the side that holds the foreign key. */
export function ownerAttribute({
  name,
  fields,
  references,
  action,
  map,
}: RelationArguments): string {
  const args = [`fields: [${fields.join(', ')}]`, `references: [${references.join(', ')}]`]
  if (name !== null) args.unshift(quoteString(name))
  if (action !== null) args.push(`onDelete: ${action}`, `onUpdate: ${action}`)
  if (map !== null) args.push(`map: ${quoteString(map)}`)
  return `@relation(${args.join(', ')})`
}

/** The attribute of a side without a foreign key. */
export function nameAttribute(name: string | null): string {
  return name === null ? '' : `@relation(${quoteString(name)})`
}

/** A line with single spaces. */
export function plainLine({ name, type, attributes }: NewField): string {
  return attributes === '' ? `${name} ${type}` : `${name} ${type} ${attributes}`
}

/** The parts of such a line. */
export function splitLine(line: string): NewField {
  const [name = '', type = '', ...attributes] = line.split(' ')
  return { name, type, attributes: attributes.join(' ') }
}
