/**
 * Writes old syntax anew, where that can be done without loss.
 *
 * ```prisma
 * datasource {
 *   provider = ["sqlite", "postgres"]
 * }
 *
 * type User {
 *   id: ID! @id
 *   name: String
 *   posts: [Post!]! @relation(name: "Author")
 * }
 * ```
 * becomes
 * ```prisma
 * datasource db {
 *   provider = "sqlite"
 * }
 *
 * model User {
 *   id String @id @default(cuid())
 *   name String?
 *   posts Post[] @relation("Author")
 * }
 * ```
 */

import type { Command, CommandContext, FileEdits } from './command'
import { Draft } from './draft'
import { type OldSyntax, oldSyntax, type PlacedEdit } from './old-syntax'
import type { ModernizeSyntaxArguments } from './repair-arguments'

/** A header that is written anew makes a block of what follows, which may be old in turn. */
const MOST_ROUNDS = 4

export const modernizeSyntax: Command<ModernizeSyntaxArguments> = {
  name: 'modernizeSyntax',
  run(ctx, { blockId }) {
    const draft = new Draft(ctx)
    let hasChanged = false
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const found = oldSyntaxOf(draft.ctx, blockId)
      const edits = withoutOverlaps(found.flatMap(({ edits }) => edits ?? []))
      if (edits.length === 0) break
      draft.apply(edits)
      hasChanged = true
    }
    if (!hasChanged) return null
    for (const { edits, message } of oldSyntaxOf(draft.ctx, blockId)) {
      if (edits === null) draft.notes.push(message)
    }
    const block = blockId === null ? null : draft.ctx.graph.blockById.get(blockId)
    return draft.finish({
      label: block
        ? `Write ${block.name} as Prisma does now`
        : 'Write old syntax as Prisma does now',
      ...(block && block.name !== '' ? { select: { block: block.name } } : {}),
    })
  },
}

function oldSyntaxOf(ctx: CommandContext, blockId: string | null): OldSyntax[] {
  return oldSyntax(ctx).filter((each) => blockId === null || each.blockId === blockId)
}

/** By file; of two that change the same text, the first. */
function withoutOverlaps(edits: readonly PlacedEdit[]): FileEdits[] {
  const byPath = new Map<string, PlacedEdit[]>()
  for (const edit of edits) {
    const list = byPath.get(edit.path) ?? []
    const isFree = list.every(({ from, to }) => edit.to <= from || edit.from >= to)
    if (isFree) byPath.set(edit.path, [...list, edit])
  }
  return [...byPath].map(([path, list]) => ({
    path,
    edits: list.map(({ from, to, insert }) => ({ from, to, insert })),
  }))
}
