/** What a row says, in signs and in words. Pure. */

import { memberName, type NodeShape } from '@/lib/layout/node-shape'
import { type Block, type EnumValue, type Field, typeText } from '@/lib/schema/graph'

export type KeyMarker = 'primary' | 'unique' | 'foreign'

export interface RowText {
  readonly member: Field | EnumValue
  /** As it is called in the diagram. */
  readonly name: string
  readonly markers: readonly KeyMarker[]
  /** "email String, unique": the row's accessible name, which starts with what is seen. */
  readonly label: string
}

/** The rows that are drawn of a block: its fields, or an enum's values. */
export function rowTexts(shape: NodeShape, foreignKeys: ReadonlySet<string>): RowText[] {
  return shape.members.map((member) => {
    const name = memberName(member, shape.naming)
    if (!('typeName' in member)) return { member, name, markers: [], label: name }
    const markers = keyMarkers(shape.block, member, foreignKeys)
    const words = [`${name} ${typeText(member)}`, ...markers.map((key) => MARKER_NAMES[key])]
    return { member, name, markers, label: words.join(', ') }
  })
}

/** A field's markers, the weightiest first. A primary key is unique anyway. */
export function keyMarkers(
  block: Block,
  field: Field,
  foreignKeys: ReadonlySet<string>,
): KeyMarker[] {
  const markers: KeyMarker[] = []
  if (isInPrimaryKey(block, field)) markers.push('primary')
  else if (field.isUnique) markers.push('unique')
  if (foreignKeys.has(field.name)) markers.push('foreign')
  return markers
}

function isInPrimaryKey(block: Block, field: Field): boolean {
  return (
    field.isId ||
    block.keys.some(
      (key) => key.kind === 'id' && key.fields.some(({ path }) => path === field.name),
    )
  )
}

const MARKER_NAMES: Record<KeyMarker, string> = {
  primary: 'primary key',
  unique: 'unique',
  foreign: 'foreign key',
}
