/** What a row says, in signs and in words. Pure. */

import { type Block, type EnumValue, type Field, typeText } from '@/lib/schema/graph'

export type KeyMarker = 'primary' | 'unique' | 'foreign'

export interface RowText {
  readonly member: Field | EnumValue
  readonly markers: readonly KeyMarker[]
  /** "email String, unique": the row's accessible name, which starts with what is seen. */
  readonly label: string
}

/** The rows of a block: its fields, or an enum's values. */
export function rowTexts(block: Block, foreignKeys: ReadonlySet<string>): RowText[] {
  const fields = block.fields.map((field) => {
    const markers = keyMarkers(block, field, foreignKeys)
    const words = [`${field.name} ${typeText(field)}`, ...markers.map((name) => MARKER_NAMES[name])]
    return { member: field, markers, label: words.join(', ') }
  })
  const values = block.values.map((value) => ({ member: value, markers: [], label: value.name }))
  return [...fields, ...values]
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
