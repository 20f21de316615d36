/** Cuts code into pieces that can be drawn on their own. */

import type { SyntaxFile } from '@/lib/psl/syntax'

/** Lines that a piece has at least, unless the text ends; fewer make too many elements. */
const CHUNK_LINES = 40

/** Pieces of a schema, each of whole blocks and comments, so each can be coloured alone. */
export function schemaChunks(file: SyntaxFile): string[] {
  return joinShort(file.items.map((item) => item.text))
}

/**
 * Pieces of what Prisma Migrate writes, each of a few statements with the remarks above them. What
 * a statement says decides whether a piece ends with it, so that one that is inserted changes the
 * piece that it is in and leaves all others as they were.
 */
export function sqlChunks(sql: string): string[] {
  if (sql === '') return []
  const chunks: string[] = []
  let chunk = ''
  let count = 0
  for (const statement of sql.split(/(?<=\n\n)(?=-- )/)) {
    chunk += statement
    count++
    if (sumOf(statement) % CHUNK_STATEMENTS !== 0 && count < MAX_STATEMENTS) continue
    chunks.push(chunk)
    chunk = ''
    count = 0
  }
  if (chunk !== '') chunks.push(chunk)
  return chunks
}

/** How many statements a piece has on average, and at most. */
const CHUNK_STATEMENTS = 8
const MAX_STATEMENTS = 40

function sumOf(text: string): number {
  let sum = 0
  for (let at = 0; at < text.length; at++) sum = (sum * 31 + text.charCodeAt(at)) >>> 0
  return sum
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
