/** Collects a command's edits, file by file, and knows where in its file a block stands. */

import { startOfBlock } from '@/lib/psl/access'
import type { Range, SyntaxFile } from '@/lib/psl/syntax'
import type { Block } from '@/lib/schema/graph'
import type { TextEdit } from '@/lib/text/change-set'
import type { CommandContext, CommandResult } from './command'

export class EditList {
  private readonly byPath = new Map<string, TextEdit[]>()
  private readonly starts = new Map<Block, number>()

  constructor(readonly ctx: CommandContext) {}

  /** Replaces a range of the block's text; asking for what stands there already is no edit. */
  replace(block: Block, { from, to }: Range, insert: string): void {
    if (block.syntax.text.slice(from, to) === insert) return
    const start = this.startOf(block)
    this.replaceInFile(block.path, start + from, start + to, insert)
  }

  remove(block: Block, range: Range): void {
    this.replace(block, range, '')
  }

  insert(block: Block, at: number, text: string): void {
    this.replace(block, { from: at, to: at }, text)
  }

  replaceInFile(path: string, from: number, to: number, insert: string): void {
    const edit = { from, to, insert }
    const edits = this.byPath.get(path)
    if (edits) edits.push(edit)
    else this.byPath.set(path, [edit])
  }

  /** The result with these edits; `null` when there are none, for then nothing is to be done. */
  finish(rest: Omit<CommandResult, 'edits'>): CommandResult | null {
    if (this.byPath.size === 0) return null
    const edits = [...this.byPath].map(([path, edits]) => ({ path, edits }))
    const { notes, ...others } = rest
    return notes && notes.length > 0 ? { edits, ...others, notes } : { edits, ...others }
  }

  /** The edits made so far to one file, which then are no longer in the list. */
  takeFile(path: string): readonly TextEdit[] {
    const edits = this.byPath.get(path) ?? []
    this.byPath.delete(path)
    return edits
  }

  private fileOf(block: Block): SyntaxFile {
    const file = this.ctx.files.get(block.path)
    if (!file) throw new Error(`Block ${block.name} stands in ${block.path}, which is not there`)
    return file
  }

  /** Where the block starts in its file. */
  startOf(block: Block): number {
    let start = this.starts.get(block)
    if (start === undefined) {
      start = startOfBlock(this.fileOf(block), block.syntax)
      this.starts.set(block, start)
    }
    return start
  }
}
