/**
 * Lays out the columns of blocks that were drawn in Facet, as Prisma's formatter would.
 *
 * A command leaves every line alone that it was not asked about, so that a file that a person
 * brought along changes in no other. A block that was drawn here has no earlier version to differ
 * from: there, the columns follow what is in them, for as long as nobody lays them out otherwise.
 */

import { startOfBlock } from '@/lib/psl/access'
import type { BlockNode, EnumValueNode, FieldNode, Range } from '@/lib/psl/syntax'
import type { Block } from '@/lib/schema/graph'
import type { TextEdit } from '@/lib/text/change-set'
import type { CommandContext, FileEdits } from './command'

/** The edits of white space that lay out the columns of the blocks; none where all is laid out. */
export function layOutColumns(
  files: CommandContext['files'],
  blocks: readonly Block[],
): FileEdits[] {
  const byPath = new Map<string, TextEdit[]>()
  for (const block of blocks) {
    const file = files.get(block.path)
    const gaps = file ? misplacedGaps(block.syntax) : []
    if (!file || gaps.length === 0) continue
    const start = startOfBlock(file, block.syntax)
    const edits = gaps.map(({ from, to, width }) => ({
      from: start + from,
      to: start + to,
      insert: ' '.repeat(width),
    }))
    byPath.set(block.path, [...(byPath.get(block.path) ?? []), ...edits])
  }
  return [...byPath].map(([path, edits]) => ({ path, edits }))
}

/** Whether the columns are laid out as Prisma's formatter would. */
export function hasLaidOutColumns(node: BlockNode): boolean {
  return misplacedGaps(node).length === 0
}

/** White space, and how many spaces it should be. */
interface Gap extends Range {
  readonly width: number
}

function misplacedGaps(node: BlockNode): Gap[] {
  const gaps = runsOf(node).flatMap((run) => {
    const nameWidth = Math.max(...run.map(({ name }) => name.to - name.from))
    const typeWidth = Math.max(...run.map((line) => widthOf(typeOf(line))))
    return run.flatMap((line) => gapsOf(line, nameWidth, typeWidth))
  })
  return gaps.filter(({ from, to, width }) => node.text.slice(from, to) !== ' '.repeat(width))
}

type Line = FieldNode | EnumValueNode

/** Fields and values line by line, up to each line that is neither one nor a comment. */
function runsOf({ members }: BlockNode): Line[][] {
  const runs: Line[][] = [[]]
  for (const member of members) {
    if (member.kind === 'field' || member.kind === 'value') runs.at(-1)?.push(member)
    else if (member.kind !== 'comment') runs.push([])
  }
  return runs.filter((run) => run.length > 0)
}

function typeOf(line: Line): Range | null {
  return line.kind === 'field' ? line.type : null
}

function widthOf(range: Range | null): number {
  return range ? range.to - range.from : 0
}

/** What is between the name, the type and the attributes of a line. */
function gapsOf(line: Line, nameWidth: number, typeWidth: number): Gap[] {
  const { name, attributes } = line
  const type = typeOf(line)
  const [attribute] = attributes
  const afterName = nameWidth - widthOf(name) + 1
  const afterType = typeWidth - widthOf(type) + 1
  if (!type) return attribute ? [{ from: name.to, to: attribute.from, width: afterName }] : []
  const gaps = [{ from: name.to, to: type.from, width: afterName }]
  if (attribute) gaps.push({ from: type.to, to: attribute.from, width: afterType })
  return gaps
}
