/**
 * Gives ids to the blocks and members that were read anew: the ones they had, wherever that can be
 * told.
 */

import { startOfBlock } from '@/lib/psl/access'
import type { BlockNode, SyntaxFile } from '@/lib/psl/syntax'
import type { ChangeSet } from '@/lib/text/change-set'
import type { NewBlock } from './compare-files'
import type { Block, BlockId } from './graph'
import { type Known, matchIdentities } from './identity'
import { type Retired, RetiredIds } from './retired-ids'

interface Named {
  readonly name: string
}

interface Before {
  readonly files: ReadonlyMap<string, SyntaxFile>
  readonly retired: Retired
  readonly nextId: number
}

export class IdAssigner {
  private readonly retiredIds: RetiredIds
  private next: number

  /** `changes` lead, by path, from the files before to those now. */
  constructor(
    private readonly before: Before,
    private readonly changes: ReadonlyMap<string, ChangeSet>,
  ) {
    this.retiredIds = new RetiredIds(before.retired)
    this.next = before.nextId
  }

  get retired(): Retired {
    return this.retiredIds.result
  }

  get nextId(): number {
    return this.next
  }

  /** Finds out which of the blocks that are gone each new one is. */
  identify(fresh: readonly NewBlock[], gone: readonly Block[]): void {
    const taken = new Set<Block>()
    // The parser makes a new node whenever it reads: the same one is the same block, in a file that
    // has another name now.
    const goneByNode = new Map(gone.map((block) => [block.syntax, block]))
    for (const block of fresh) {
      const was = goneByNode.get(block.node)
      if (!was) continue
      block.was = was
      taken.add(was)
    }
    const match = (news: readonly NewBlock[], olds: readonly Block[], path: string | null) => {
      if (news.length === 0 || olds.length === 0) return
      const changes = path === null ? null : (this.changes.get(path) ?? null)
      const known = olds.map((block) => ({
        id: block.id,
        name: block.name,
        at: path === null ? 0 : this.nameOffset(block),
      }))
      const found = news.map(({ node, name, start }) => ({
        name,
        at: start + (node.name?.from ?? node.keyword.to),
      }))
      for (const [index, knownIndex] of matchIdentities(known, found, changes).entries()) {
        const was = olds[knownIndex]
        if (!was) continue
        ;(news[index] as NewBlock).was = was
        taken.add(was)
      }
    }
    for (const path of new Set(fresh.map((block) => block.path))) {
      match(
        fresh.filter((block) => block.path === path && !block.was),
        gone.filter((block) => block.path === path && !taken.has(block)),
        path,
      )
    }
    // Blocks that moved to another file.
    match(
      fresh.filter((block) => !block.was),
      gone.filter((block) => !taken.has(block)),
      null,
    )
    for (const block of [...gone].reverse()) {
      if (taken.has(block) || block.name === '') continue
      this.retiredIds.retire(block.name, block.id)
      for (const { id, name } of [...block.fields, ...block.values].reverse()) {
        this.retiredIds.retireMember(block.id, name, id)
      }
    }
  }

  blockId({ name, was }: NewBlock): BlockId {
    return was?.id ?? this.retiredIds.recall(name) ?? `b${this.next++}`
  }

  /** Ids for the members of a block: its fields, or its values. */
  memberIds(blockId: BlockId, { node, start, was }: NewBlock, members: readonly Named[]): string[] {
    const known = was ? this.knownMembers(was) : []
    const offsets = was ? nameOffsets(node) : []
    const found = members.map(({ name }, index) => ({ name, at: start + (offsets[index] ?? 0) }))
    const changes = was ? (this.changes.get(was.path) ?? null) : null
    const matches = matchIdentities(known, found, changes)
    const used = new Set(matches)
    for (let index = known.length - 1; index >= 0; index--) {
      const { id, name } = known[index] as Known
      if (!used.has(index)) this.retiredIds.retireMember(blockId, name, id)
    }
    return members.map(({ name }, index) => {
      const match = known[matches[index] as number]
      return match?.id ?? this.retiredIds.recallMember(blockId, name) ?? `f${this.next++}`
    })
  }

  private knownMembers(block: Block): Known[] {
    const file = this.before.files.get(block.path)
    const start = file ? startOfBlock(file, block.syntax) : 0
    const offsets = nameOffsets(block.syntax)
    return [...block.fields, ...block.values].map(({ id, name }, index) => {
      return { id, name, at: start + (offsets[index] ?? 0) }
    })
  }

  private nameOffset(block: Block): number {
    const file = this.before.files.get(block.path)
    if (!file) return 0
    return startOfBlock(file, block.syntax) + (block.syntax.name?.from ?? block.syntax.keyword.to)
  }
}

/** Where the names of a block's fields or values stand, from the start of the block. */
function nameOffsets(node: BlockNode): number[] {
  return node.members.flatMap((member) =>
    member.kind === 'field' || member.kind === 'value' ? [member.name.from] : [],
  )
}
