/**
 * Sets the documentation of a block, a field or an enum value.
 *
 * ```prisma
 * model User {
 *   /// Found by it.
 *   // Not the login.
 *   email String @unique
 * }
 * ```
 * becomes, with the text `Found by it.` and `Unique.` on two lines,
 * ```prisma
 * model User {
 *   /// Found by it.
 *   /// Unique.
 *   // Not the login.
 *   email String @unique
 * }
 * ```
 * Lines that say the same as before keep their bytes, and other comments their places. A comment
 * at the end of the line is changed there while one line is enough, and moves above otherwise.
 */

import { documentationText } from '@/lib/psl/access'
import type { CommentNode, MemberNode, Range } from '@/lib/psl/syntax'
import type { SetDocumentationArguments } from './attribute-arguments'
import type { Command, CommandContext } from './command'
import { EditList } from './edit-list'
import { findPart, type Part, partName, selectPart } from './parts'

export const setDocumentation: Command<SetDocumentationArguments> = {
  name: 'setDocumentation',
  run(ctx, { text, ...of }) {
    const part = findPart(ctx, of)
    if (!part) return null
    const edits = new EditList(ctx)
    const lines = documentationLines(text)
    if (!new DocumentationChange(ctx, edits, part).setLines(lines)) return null
    const verb = lines.length > 0 ? 'Document' : 'Remove the documentation of'
    return edits.finish({ label: `${verb} ${partName(part)}`, select: selectPart(part) })
  },
}

function documentationLines(text: string): string[] {
  const trimmed = text.trim()
  return trimmed === '' ? [] : trimmed.split(/\r\n?|\n/).map((line) => line.trim())
}

/** A comment that documents: on lines of its own above, or at the end of what it documents. */
interface Unit extends Range {
  readonly lines: readonly string[]
  /** The whole line; `null` for a comment at the end of a line. */
  readonly line: Range | null
}

class DocumentationChange {
  private readonly units: readonly Unit[]

  constructor(
    private readonly ctx: CommandContext,
    private readonly edits: EditList,
    private readonly part: Part,
  ) {
    this.units = unitsOf(part)
  }

  /** False when the text has no place for them. */
  setLines(lines: readonly string[]): boolean {
    const { units } = this
    let start = 0
    let line = 0
    while (start < units.length && startsWith(lines, line, units[start] as Unit)) {
      line += (units[start] as Unit).lines.length
      start++
    }
    let end = units.length
    let lineEnd = lines.length
    while (end > start) {
      const unit = units[end - 1] as Unit
      const from = lineEnd - unit.lines.length
      if (from < line || !startsWith(lines, from, unit)) break
      lineEnd = from
      end--
    }
    return this.replaceUnits(start, end, lines.slice(line, lineEnd))
  }

  private replaceUnits(start: number, end: number, lines: readonly string[]): boolean {
    const { block } = this.part
    const old = this.units.slice(start, end)
    const [first] = old
    if (first && first.line === null && lines.length === 1) {
      this.edits.replace(block, first, `/// ${lines[0]}`.trimEnd())
      return true
    }
    for (const unit of old) {
      if (unit.line === null) this.edits.remove(block, this.withSpaceBefore(unit))
    }
    const above = old.filter((unit) => unit.line !== null)
    const kept = above.slice(0, lines.length)
    for (const unit of above.slice(lines.length)) this.edits.remove(block, unit.line as Range)
    if (lines.length === 0) this.removeEarlier(above.length)
    for (const [index, unit] of kept.entries()) {
      const isLast = index === kept.length - 1
      const own = isLast ? lines.slice(index) : [lines[index] as string]
      this.edits.replace(block, unit, written(own, this.indentationAt(unit)))
    }
    if (kept.length > 0 || lines.length === 0) return true
    return this.insertLines(start, end, lines)
  }

  /** Puts lines where no comment gives up its place. */
  private insertLines(start: number, end: number, lines: readonly string[]): boolean {
    const { block } = this.part
    const before = this.units[start - 1]
    const after = this.units[end]
    const documented = documentedRange(this.part)
    const startOfLine = block.syntax.text.lastIndexOf('\n', documented.from - 1) + 1
    const reference = before?.line ? before : after?.line ? after : documented
    const at = before?.line?.to ?? after?.line?.from ?? startOfLine
    const indentation = this.indentationAt(reference)
    if (indentation === null) return false
    this.edits.insert(block, at, `${indentation}${written(lines, indentation)}\n`)
    return true
  }

  /** The white space at the start of the line; `null` when something else stands before. */
  private indentationAt({ from }: Range): string | null {
    const { block } = this.part
    const { text } = block.syntax
    const start = text.lastIndexOf('\n', from - 1) + 1
    const indentation = text.slice(start, from)
    if (indentation.trim() !== '') return null
    if (start > 0) return indentation
    const at = this.edits.startOf(block)
    const before = this.ctx.files.get(block.path)?.text[at - 1]
    return before === undefined || before === '\n' ? indentation : null
  }

  /**
   * Where the last run of comments goes whole, Prisma would read the one before it, across the
   * blank lines; its documentation goes as well.
   */
  private removeEarlier(removed: number): void {
    if (this.part.kind === 'block' || removed === 0) return
    const { block, node } = this.part
    const { members } = block.syntax
    let run = commentsAbove(members, members.indexOf(node))
    for (let gone = removed; run[0] && gone === run.length; ) {
      run = commentsAbove(members, members.indexOf(run[0]))
      const units = unitsAbove(this.part, run)
      for (const unit of units) this.edits.remove(block, unit.line as Range)
      gone = units.length
    }
  }

  private withSpaceBefore({ from, to }: Range): Range {
    const before = this.part.block.syntax.text.slice(0, from)
    return { from: before.trimEnd().length, to }
  }
}

function startsWith(lines: readonly string[], from: number, { lines: own }: Unit): boolean {
  return own.every((line, index) => lines[from + index] === line)
}

function written(lines: readonly string[], indentation: string | null): string {
  return lines.map((line) => `/// ${line}`.trimEnd()).join(`\n${indentation ?? ''}`)
}

function documentedRange(part: Part): Range {
  return part.kind === 'block' ? part.block.syntax.keyword : part.node
}

function unitsOf(part: Part): Unit[] {
  const { comments, members } = part.block.syntax
  if (part.kind === 'block') return unitsAbove(part, comments)
  const units = unitsAbove(part, commentsAbove(members, members.indexOf(part.node)))
  const { comment } = part.node
  return comment ? [...units, ...unitOf(part, comment, null)] : units
}

function unitsAbove(part: Part, comments: readonly CommentNode[]): Unit[] {
  return comments.flatMap((comment) =>
    unitOf(part, comment, { from: comment.lineFrom, to: comment.lineTo }),
  )
}

/** Nothing for a comment that is for readers of the text only. */
function unitOf({ block }: Part, { from, to }: Range, line: Range | null): Unit[] {
  const content = documentationText(block.syntax.text.slice(from, to))
  if (content === null) return []
  return [{ from, to, line, lines: content.split('\n').map((text) => text.trim()) }]
}

/** The comments that Prisma reads as those of the member: the last run, blank lines or not. */
function commentsAbove(members: readonly MemberNode[], index: number): CommentNode[] {
  const run: CommentNode[] = []
  let above = index - 1
  while (members[above]?.kind === 'blank') above--
  for (; above >= 0; above--) {
    const member = members[above]
    if (member?.kind !== 'comment') break
    run.unshift(member)
  }
  return run
}
