/** What the diagram's tooltip says. Pure. */

import { type Block, type FieldId, typeText } from '@/lib/schema/graph'
import type { BlockMark } from './diagnostic-marks'

export interface TipText {
  /** In the typeface of code. */
  readonly title: string | null
  readonly text: readonly string[]
  readonly problems: readonly string[]
}

/** What is at least this long may be drawn cut short. */
const LONG = 24

/** `null` when there is nothing to say that is not seen anyway. */
export function tipText(
  block: Block,
  isStale: boolean,
  memberId: FieldId | null,
  mark: BlockMark | undefined,
): TipText | null {
  if (memberId === null) return blockTip(block, isStale, mark)
  const field = block.fields.find(({ id }) => id === memberId)
  const member = field ?? block.values.find(({ id }) => id === memberId)
  if (!member) return null
  const problems = [...new Set(mark?.members.get(memberId)?.messages)]
  const title = member.text.replace(/\s+/g, ' ')
  const text = [...paragraphs(member.documentation), ...databaseName(member.databaseName)]
  const seen = field ? `${field.name} ${typeText(field)}` : member.name
  const isSeen = title === seen && title.length < LONG
  return isSeen && text.length === 0 && problems.length === 0 ? null : { title, text, problems }
}

function blockTip(block: Block, isStale: boolean, mark: BlockMark | undefined): TipText | null {
  const text = [
    ...(isStale ? ['Its text has a mistake; this is how it was before.'] : []),
    ...paragraphs(block.documentation),
    ...databaseName(block.databaseName),
    ...(block.databaseSchema === null ? [] : [`In the database schema ${block.databaseSchema}`]),
  ]
  const problems = [...new Set(mark?.messages ?? [])]
  const isLong = block.name.length >= LONG
  if (text.length === 0 && problems.length === 0 && !isLong) return null
  return { title: `${block.kind} ${block.name}`, text, problems }
}

function paragraphs(documentation: string): string[] {
  return documentation.split('\n').filter((line) => line.trim() !== '')
}

function databaseName(name: string | null): string[] {
  return name === null ? [] : [`In the database: ${name}`]
}
