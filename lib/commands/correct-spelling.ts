/**
 * Replaces a word that means nothing where it stands by one that does.
 *
 * ```prisma
 * model User {
 *   id   Int   @id @defualt(autoincrement())
 *   name Strng
 *
 *   @@index([nmae])
 * }
 * ```
 * becomes, with `default` for the attribute, `String` for the type and `name` in the index,
 * ```prisma
 * model User {
 *   id   Int   @id @default(autoincrement())
 *   name String
 *
 *   @@index([name])
 * }
 * ```
 */

import type { Block } from '@/lib/schema/graph'
import type { Command, CommandContext } from './command'
import { EditList } from './edit-list'
import { type Misspelling, misspellings } from './misspellings'
import type { CorrectSpellingArguments } from './repair-arguments'

export const correctSpelling: Command<CorrectSpellingArguments> = {
  name: 'correctSpelling',
  run(ctx, { path, from, to, word }) {
    const found = misspellingsIn(ctx, path, from, to).find(
      (each) => each.from === from && each.to === to,
    )
    if (!found?.valid.includes(word)) return null
    const edits = new EditList(ctx)
    edits.replaceInFile(path, from, to, word)
    return edits.finish({
      label: `Change ${found.word} to ${word}`,
      ...(found.block.name !== '' && { select: { block: found.block.name } }),
    })
  },
}

export interface PlacedMisspelling extends Misspelling {
  readonly block: Block
}

/** What is misspelt in a range of a file; offsets count in the file's text. */
export function misspellingsIn(
  ctx: CommandContext,
  path: string,
  from: number,
  to: number,
): PlacedMisspelling[] {
  const file = ctx.files.get(path)
  if (!file) return []
  const starts = new Map<object, number>()
  for (const [index, item] of file.items.entries()) {
    const start = file.starts[index] as number
    if (start <= to && start + item.text.length >= from) starts.set(item, start)
  }
  return ctx.graph.blocks.flatMap((block) => {
    const start = starts.get(block.syntax)
    if (start === undefined) return []
    return misspellings(ctx.graph, block)
      .map((each) => ({ ...each, block, from: start + each.from, to: start + each.to }))
      .filter((each) => each.from >= from && each.to <= to)
  })
}
