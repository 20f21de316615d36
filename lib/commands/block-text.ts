/** Puts the text of whole blocks into a file. */

import type { SyntaxFile } from '@/lib/psl/syntax'
import type { Block } from '@/lib/schema/graph'
import type { CommandContext } from './command'
import type { EditList } from './edit-list'

/**
 * The file for a new block: the one asked for, else that of `beside`, else the one with the most
 * models, else the first; `null` when there is no such file.
 */
export function pathForBlock(
  ctx: CommandContext,
  path: string | undefined,
  beside: Block | null,
): string | null {
  if (path !== undefined) return ctx.files.has(path) ? path : null
  if (beside) return beside.path
  const counts = new Map([...ctx.files.keys()].map((path) => [path, 0]))
  for (const { kind, path } of ctx.graph.blocks) {
    if (kind === 'model') counts.set(path, (counts.get(path) ?? 0) + 1)
  }
  let best: string | null = null
  for (const [path, count] of counts) {
    if (best === null || count > (counts.get(best) ?? 0)) best = path
  }
  return best
}

/**
 * Puts blocks, which end in a line break, after a block or at the end of the file, with one blank
 * line between. A file without a final line break stays without one.
 */
export function insertBlocks(
  edits: EditList,
  path: string,
  after: Block | null,
  text: string,
): void {
  const file = edits.ctx.files.get(path) as SyntaxFile
  const at = after ? edits.startOf(after) + after.syntax.text.length : endOfContent(file.text)
  const isAtEnd = file.text.slice(at).trim() === ''
  const endsLine = at === 0 || file.text[at - 1] === '\n'
  if (!endsLine) {
    const separator = isAtEnd ? '' : '\n'
    edits.replaceInFile(path, at, at, `\n\n${text.replace(/\n$/, '')}${separator}`)
    return
  }
  const before = at === 0 ? '' : '\n'
  const needsBlank = !isAtEnd && !/^[^\S\n]*\n/.test(file.text.slice(at))
  edits.replaceInFile(path, at, at, `${before}${text}${needsBlank ? '\n' : ''}`)
}

/** After the last line that is not blank, its line break included. */
function endOfContent(text: string): number {
  const end = text.trimEnd().length
  if (end === 0) return 0
  const newline = text.indexOf('\n', end)
  return newline < 0 ? text.length : newline + 1
}

/** The text of a new block; an empty line stays without indentation. */
export function blockText(
  kind: string,
  name: string,
  indentation: string,
  lines: readonly string[],
): string {
  const body = lines.map((line) => (line === '' ? '' : indentation + line)).join('\n')
  return `${kind} ${name} {\n${body}\n}\n`
}

/** Removes blocks from a file, with a blank line where two would come together. */
export function removeItems(
  edits: EditList,
  path: string,
  { items, starts }: SyntaxFile,
  nodes: ReadonlySet<object>,
): void {
  const gone = items.map((item) => nodes.has(item))
  for (let from = 0; from < items.length; from++) {
    if (!gone[from]) continue
    // Blocks that are deleted together with only a blank line between are one piece.
    let to = from
    for (;;) {
      if (gone[to + 1]) to += 1
      else if (items[to + 1]?.kind === 'blank' && gone[to + 2]) {
        gone[to + 1] = true
        to += 2
      } else break
    }
    const blankBefore = items[from - 1]?.kind === 'blank' && !gone[from - 1]
    const blankAfter = items[to + 1]?.kind === 'blank'
    if (blankBefore && (blankAfter || to === items.length - 1)) gone[from - 1] = true
    else if (from === 0 && blankAfter) gone[to + 1] = true
    from = to
  }
  for (const [index, item] of items.entries()) {
    const start = starts[index] as number
    if (gone[index]) edits.replaceInFile(path, start, start + item.text.length, '')
  }
}
