/**
 * Parses a schema file, and parses it again after an edit.
 *
 * Reading an item depends on nothing but the text from where it starts, so after an edit only the
 * items that looked at changed text are read again; the rest are kept, the same objects.
 * `reparse(file, changes, text)` therefore equals `parse(text)`, only sooner.
 */

import type { ChangeSet } from '@/lib/text/change-set'
import { BlockParser, isBlockKeyword } from './block-parser'
import { CODES } from './characters'
import type { BlockNode, CommentNode, ItemNode, MemberNode, NameNode, SyntaxFile } from './syntax'
import { BLOCK_KINDS, type BlockKind } from './syntax'

const { QUOTE, OPEN_BRACE, CLOSE_BRACE } = CODES

/** Parses any text at all; never throws. */
export function parse(text: string): SyntaxFile {
  const parser = new FileParser(text)
  const items: ItemNode[] = []
  const starts: number[] = []
  while (!parser.atEnd) {
    starts.push(parser.position)
    items.push(parser.parseItem())
  }
  return { text, items, starts }
}

/**
 * What items became when they were edited. Who makes the same edits again and again, as on copies of
 * a schema that hardly changes, gets the same objects again where the outcome is the same.
 *
 * Invariant: no file has an item that another one of the file became, so no item is in a file twice.
 */
export type EditedItems = WeakMap<ItemNode, { readonly item: ItemNode; readonly reached: string }>

/**
 * Parses `text`, which is what `changes` makes of `file.text`, keeping the items of `file` that
 * the changes cannot have affected, and those that became of others in `edited`, which takes note.
 */
export function reparse(
  file: SyntaxFile,
  changes: ChangeSet,
  text: string,
  edited?: EditedItems,
): SyntaxFile {
  const { edits } = changes
  if (edits.length === 0) return file
  const parser = new FileParser(text)
  const items: ItemNode[] = []
  const starts: number[] = []
  let oldIndex = 0
  let editIndex = 0
  /** New offset minus old offset, for text between the previous edit and the next. */
  let shift = 0
  let reusing = true
  for (;;) {
    while (reusing && oldIndex < file.items.length) {
      const item = file.items[oldIndex] as ItemNode
      const start = file.starts[oldIndex] as number
      const nextEdit = edits[editIndex]
      if (nextEdit && nextEdit.from < start + item.reach) break
      items.push(item)
      starts.push(start + shift)
      parser.position = start + shift + item.text.length
      oldIndex++
    }
    if (parser.atEnd) break
    starts.push(parser.position)
    items.push(parser.parseEdited(reusing ? file.items[oldIndex] : undefined, edited))
    // Pass the edits that lie before this position, and see whether the old items fit on here.
    let isInsideEdit = false
    for (let edit = edits[editIndex]; edit; edit = edits[++editIndex]) {
      if (edit.from + shift > parser.position) break
      const end = edit.from + shift + edit.insert.length
      isInsideEdit = end > parser.position
      if (isInsideEdit) break
      shift += edit.insert.length - (edit.to - edit.from)
    }
    reusing = false
    if (isInsideEdit) continue
    const oldPosition = parser.position - shift
    while (oldIndex < file.items.length && (file.starts[oldIndex] as number) < oldPosition) {
      oldIndex++
    }
    reusing = file.starts[oldIndex] === oldPosition
  }
  return { text, items, starts }
}

class FileParser extends BlockParser {
  /** The item that starts here, which `before` became if it stood here; the known one if it is that. */
  parseEdited(before: ItemNode | undefined, edited: EditedItems | undefined): ItemNode {
    const known = before && edited?.get(before)
    const start = this.position
    if (known && this.text.startsWith(known.reached, start)) {
      this.position = start + known.item.text.length
      return known.item
    }
    const item = this.parseItem()
    if (before && edited && item.reach <= this.text.length - start) {
      edited.set(before, { item, reached: this.text.slice(start, start + item.reach) })
    }
    return item
  }

  /** Reads the item that starts here. Call only before the end. */
  parseItem(): ItemNode {
    this.base = this.position
    this.seen = this.position
    this.problems = []
    const start = this.position
    this.skipSpaces()
    if (this.atLineEnd) {
      this.skipBlankLines()
      return this.trivia('blank')
    }
    const comments: CommentNode[] = []
    let lineFrom = start
    while (this.atComment()) {
      comments.push(this.parseComment(lineFrom))
      lineFrom = this.position
      this.skipSpaces()
    }
    const block = this.atName() ? this.parseBlock(comments) : null
    if (block) return block
    if (comments.length > 0) {
      this.markSeen()
      this.position = lineFrom
      return this.trivia('comment')
    }
    this.skipToLineEnd()
    this.skipNewline()
    return this.trivia('stray')
  }

  private trivia(kind: 'comment' | 'blank' | 'stray'): ItemNode {
    return { kind, text: this.text.slice(this.base, this.position), reach: this.reach() }
  }

  private reach(): number {
    // The last character read decides nothing about what follows it only if there is one.
    if (this.atEnd) return Number.POSITIVE_INFINITY
    return Math.max(this.seen, this.position + 1) - this.base
  }

  /** A block from its keyword on, or `null` when there is none here. */
  private parseBlock(comments: readonly CommentNode[]): BlockNode | null {
    const header = this.parseHeader()
    if (!header) {
      this.problems = []
      return null
    }
    const { kind, keyword, name, open } = header
    const members: MemberNode[] = []
    let close: number | null = null
    if (open !== null) {
      if (kind === 'unknown') {
        close = this.skipBraces(open)
      } else {
        this.startBody()
        close = this.parseMembers(kind, members)
      }
    }
    if (open === null) {
      this.problem(keyword.from + this.base, this.position, 'The block has no opening {.')
    } else if (close === null) {
      this.problem(keyword.from + this.base, open + 1, 'The block has no closing }.')
    }
    this.finishBlock()
    return {
      kind: 'block',
      blockKind: kind,
      text: this.text.slice(this.base, this.position),
      reach: this.reach(),
      keyword,
      name,
      comments,
      open: open === null ? null : open - this.base,
      close: close === null ? null : close - this.base,
      members,
      problems: this.problems,
    }
  }

  /** `keyword Name {`, with the position after the brace; leaves the position if it is none. */
  private parseHeader(): {
    kind: BlockKind
    keyword: NameNode
    name: NameNode | null
    open: number | null
  } | null {
    const start = this.position
    const word = this.text.slice(start, this.skipName())
    const kind = isBlockKeyword(word) ? word : 'unknown'
    let keyword = this.nameNode(start, this.position)
    let name: NameNode | null = null
    this.skipSpaces()
    if (this.atName()) {
      const nameFrom = this.position
      name = this.nameNode(nameFrom, this.skipName())
      this.skipSpaces()
    }
    this.markSeen()
    if (this.peek() === OPEN_BRACE) {
      const open = this.position++
      if (!name) {
        // The engine wants no space after a keyword: `modelUser {` is the model User. But `types`
        // is a keyword of Prisma 8.
        const glued = BLOCK_KINDS.find((keyword) => word.startsWith(keyword))
        if (glued && glued !== word && word !== 'types') {
          keyword = this.nameNode(start, start + glued.length)
          name = this.nameNode(start + glued.length, start + word.length)
          return { kind: glued, keyword, name, open }
        }
        if (kind !== 'unknown') this.problem(start, open, `This ${kind} has no name.`)
      }
      return { kind, keyword, name, open }
    }
    if (kind !== 'unknown' && name && this.atLineEnd) {
      // The brace may stand on the next line; without one, this is the header of a broken block.
      const end = this.position
      this.skipNewline()
      this.skipSpaces()
      this.markSeen()
      if (this.peek() === OPEN_BRACE) {
        this.problem(start, end, 'The opening { must stand on the same line.')
        return { kind, keyword, name, open: this.position++ }
      }
      this.position = end
      return { kind, keyword, name, open: null }
    }
    if (kind === 'unknown' && this.lineEndsWithBrace()) {
      const open = this.position++
      return { kind, keyword, name, open }
    }
    this.position = start
    return null
  }

  /** Whether the rest of the line ends with `{`; if so, the position is at it. */
  private lineEndsWithBrace(): boolean {
    const start = this.position
    let brace = -1
    while (!this.atLineEnd && !this.atLineComment()) {
      const code = this.peek()
      if (code === QUOTE) {
        this.skipString()
        brace = -1
        continue
      }
      if (code === OPEN_BRACE) brace = this.position
      else if (code !== 32 && code !== 9) brace = -1
      this.position++
    }
    this.markSeen()
    this.position = brace >= 0 ? brace : start
    return brace >= 0
  }

  /**
   * The rest of the line after `{`. The engine ignores whatever stands there. When it holds the
   * closing brace, the whole block is on one line, which the engine refuses but people type.
   */
  private startBody(): void {
    const from = this.position
    this.skipSpaces()
    if (this.atLineEnd) {
      this.skipNewline()
      return
    }
    if (this.atLineComment()) {
      this.skipToLineEnd()
      this.skipNewline()
      return
    }
    const contentFrom = this.position
    this.skipToLineEnd()
    this.markSeen()
    const to = this.position
    const content = this.text.slice(contentFrom, to)
    if (/\}\s*(\/\/.*)?$/.test(content)) {
      // Said of the brace, for the block may end before this line does.
      this.problem(from - 1, from, 'A block must be written on several lines.')
      this.position = from
      return
    }
    if (!content.startsWith('/*')) {
      this.problem(contentFrom, to, 'Prisma ignores what follows { on its line.')
    }
    this.skipNewline()
  }

  /** Skips to the brace that closes the one at `open`, whatever stands between. */
  private skipBraces(open: number): number | null {
    let depth = 1
    this.position = open + 1
    while (!this.atEnd) {
      const code = this.peek()
      if (this.atComment()) {
        this.skipComment()
      } else if (code === QUOTE) {
        this.skipString()
      } else {
        if (code === OPEN_BRACE) depth++
        else if (code === CLOSE_BRACE && --depth === 0) return this.position++
        this.position++
      }
    }
    // Nothing closes it: take the header alone, so that the blocks below stay themselves.
    this.seen = Number.POSITIVE_INFINITY
    this.position = open + 1
    return null
  }

  /** What may follow the closing brace on its line: a comment and the line break. */
  private finishBlock(): void {
    if (this.afterNewline) return
    const end = this.position
    this.skipSpaces()
    if (this.atComment()) this.skipComment()
    this.skipSpaces()
    if (this.atLineEnd) this.skipNewline()
    else {
      this.markSeen()
      this.position = end
    }
  }
}
