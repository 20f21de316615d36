/** What the diagram's tooltip says. Pure. */

import type { Block, FieldId } from '@/lib/schema/graph'
import type { BlockMark } from './diagnostic-marks'

export interface TipText {
  /** In the typeface of code. */
  readonly title: string | null
  readonly text: readonly string[]
  readonly problems: readonly string[]
}

/** `null` when there is nothing to say that is not seen anyway. */
export function tipText(
  block: Block,
  isStale: boolean,
  memberId: FieldId | null,
  mark: BlockMark | undefined,
): TipText | null {
  if (memberId === null) return blockTip(block, isStale, mark)
  const member = [...block.fields, ...block.values].find(({ id }) => id === memberId)
  if (!member) return null
  const problems = mark?.members.get(memberId)?.messages ?? []
  return {
    title: member.text.replace(/\s+/g, ' '),
    text: [...paragraphs(member.documentation), ...databaseName(member.databaseName)],
    problems: [...new Set(problems)],
  }
}

function blockTip(block: Block, isStale: boolean, mark: BlockMark | undefined): TipText | null {
  const text = [
    ...(isStale ? ['Its text has a mistake; this is how it was before.'] : []),
    ...paragraphs(block.documentation),
    ...databaseName(block.databaseName),
    ...(block.databaseSchema === null ? [] : [`In the database schema ${block.databaseSchema}`]),
  ]
  const problems = [...new Set(mark?.messages ?? [])]
  const isLong = block.name.length > 24
  if (text.length === 0 && problems.length === 0 && !isLong) return null
  return { title: `${block.kind} ${block.name}`, text, problems }
}

function paragraphs(documentation: string): string[] {
  return documentation.split('\n').filter((line) => line.trim() !== '')
}

function databaseName(name: string | null): string[] {
  return name === null ? [] : [`In the database: ${name}`]
}
