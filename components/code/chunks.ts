/** Cuts code into pieces that can be drawn on their own. */

import type { SyntaxFile } from '@/lib/psl/syntax'

/** Lines that a piece has at least, unless the text ends; fewer make too many elements. */
const CHUNK_LINES = 40

/** Pieces of a schema, each of whole blocks and comments, so each can be coloured alone. */
export function schemaChunks(file: SyntaxFile): string[] {
  return joinShort(file.items.map((item) => item.text))
}

/**
 * The statements of what Prisma Migrate writes, each with the remark above it. They are not joined
 * into larger pieces, so that one that is inserted leaves all others as they were.
 */
export function sqlChunks(sql: string): string[] {
  return sql === '' ? [] : sql.split(/(?<=\n\n)(?=-- )/)
}

function joinShort(texts: readonly string[]): string[] {
  const chunks: string[] = []
  let chunk = ''
  let lines = 0
  for (const text of texts) {
    chunk += text
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++
    if (lines < CHUNK_LINES || !chunk.endsWith('\n')) continue
    chunks.push(chunk)
    chunk = ''
    lines = 0
  }
  if (chunk !== '') chunks.push(chunk)
  return chunks
}
