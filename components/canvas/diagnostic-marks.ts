/** Which blocks and rows the engine complains about, so that the diagram can say so there. */

import type { SchemaDocument } from '@/lib/document/document'
import { enumValueNodes, fieldNodes } from '@/lib/psl/access'
import type { Block, BlockId, EnumValue, Field, FieldId } from '@/lib/schema/graph'
import type { Diagnostic } from '@/lib/store/state'

export type Severity = Diagnostic['severity']

export interface BlockMark {
  /** The worst of them. */
  readonly severity: Severity
  readonly messages: readonly string[]
  readonly members: ReadonlyMap<FieldId, MemberMark>
}

export interface MemberMark {
  readonly severity: Severity
  readonly messages: readonly string[]
}

export type Marks = ReadonlyMap<BlockId, BlockMark>

export const NO_MARKS: Marks = new Map()

/** Marks of all blocks with messages. A block whose messages are as before keeps its mark. */
export function markBlocks(
  document: Pick<SchemaDocument, 'files' | 'graph'>,
  diagnostics: readonly Diagnostic[],
  before: Marks,
): Marks {
  if (diagnostics.length === 0) return NO_MARKS
  const byBlock = new Map<Block, { item: Diagnostic; start: number }[]>()
  const bySyntax = new Map(document.graph.blocks.map((block) => [block.syntax, block]))
  for (const item of diagnostics) {
    const file = document.files.get(item.path)?.syntax
    if (!file) continue
    const index = lastAtOrBefore(file.starts, item.from)
    const node = file.items[index]
    const block = node?.kind === 'block' ? bySyntax.get(node) : undefined
    if (!block) continue
    const items = byBlock.get(block) ?? []
    items.push({ item, start: file.starts[index] ?? 0 })
    byBlock.set(block, items)
  }
  const marks = new Map<BlockId, BlockMark>()
  for (const [block, items] of byBlock) {
    const mark = markOf(block, items)
    const old = before.get(block.id)
    marks.set(block.id, old && sameMark(old, mark) ? old : mark)
  }
  return marks
}

function markOf(block: Block, items: readonly { item: Diagnostic; start: number }[]): BlockMark {
  const members = new Map<FieldId, MemberMark>()
  const memberAt = memberFinder(block)
  for (const { item, start } of items) {
    const member = memberAt(item.from - start)
    if (!member) continue
    const old = members.get(member.id)
    members.set(member.id, {
      severity: worse(old?.severity, item.severity),
      messages: [...(old?.messages ?? []), item.message],
    })
  }
  return {
    severity: items.reduce<Severity>((worst, { item }) => worse(worst, item.severity), 'warning'),
    messages: items.map(({ item }) => item.message),
    members,
  }
}

/** Finds the member on whose line an offset in the block's own text is. */
export function memberFinder(block: Block): (at: number) => Field | EnumValue | undefined {
  const nodes = [...fieldNodes(block.syntax), ...enumValueNodes(block.syntax)]
  const members = [...block.fields, ...block.values]
  return (at) => members[nodes.findIndex(({ lineFrom, lineTo }) => lineFrom <= at && at < lineTo)]
}

function worse(a: Severity | undefined, b: Severity): Severity {
  return a === 'error' ? a : b
}

function sameMark(a: BlockMark, b: BlockMark): boolean {
  return (
    a.severity === b.severity &&
    a.messages.length === b.messages.length &&
    a.messages.every((message, index) => message === b.messages[index]) &&
    a.members.size === b.members.size &&
    [...a.members.keys()].every((id) => b.members.has(id))
  )
}

/** Index of the last number not above `value`; `sorted` ascends. */
function lastAtOrBefore(sorted: readonly number[], value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? Number.POSITIVE_INFINITY) <= value) low = middle + 1
    else high = middle
  }
  return low - 1
}
