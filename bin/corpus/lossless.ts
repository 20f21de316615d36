/** Check 1: nothing of a file is lost by reading it. */

import { createDocument, designFiles } from '@/lib/document/document'
import { findTreeFault } from '@/lib/psl/invariants'
import { parse } from '@/lib/psl/parse'
import type { SyntaxFile } from '@/lib/psl/syntax'
import { normalizeText, restoreText } from '@/lib/text/line-endings'
import type { SchemaFile } from './schema-files'

/** The first thing that is lost, or `null`. */
export function findLoss(files: readonly SchemaFile[]): string | null {
  for (const { path, text } of files) {
    const { text: normal, endings } = normalizeText(text)
    // The parser has to cope with any text, so it is also given the line endings as they are.
    const fault = findParseFault(text) ?? findParseFault(normal)
    if (fault) return `${path}: ${fault}`
    if (/\r|^\ufeff/.test(normal)) return `${path}: line endings are left after normalising`
    if (restoreText(normal, endings) !== text) return `${path}: line endings are not restored`
  }
  const saved = new Map(designFiles(createDocument(files)).map(({ path, text }) => [path, text]))
  for (const { path, bytes } of files) {
    if (!Buffer.from(saved.get(path) ?? '', 'utf8').equals(bytes)) {
      return `${path}: a download is not the file, byte for byte`
    }
  }
  return null
}

/** What is wrong with the tree of a text; `read` is the parser. */
export function findParseFault(
  text: string,
  read: (text: string) => SyntaxFile = parse,
): string | null {
  const tree = read(text)
  if (tree.text !== text) return 'the tree has another text'
  return findTreeFault(tree)
}
