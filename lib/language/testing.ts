/** For the tests of the language service: a `|` in the text is the caret. */

import { contextOf, dedent, type Texts } from '@/lib/commands/testing'
import type { LanguageSnapshot, Span } from './snapshot'

export interface CaretCase {
  readonly snapshot: LanguageSnapshot
  readonly path: string
  readonly offset: number
}

/** The snapshot without the caret, and where the caret was. Texts are taken without indentation. */
export function atCaret(texts: Texts, version: 6 | 7 = 7): CaretCase {
  const dedented = dedent(texts)
  const byPath = typeof dedented === 'string' ? { 'schema.prisma': dedented } : { ...dedented }
  const entry = Object.entries(byPath).find(([, text]) => text.includes('|'))
  if (!entry) throw new Error('There is no caret | in the text')
  const [path, text] = entry
  const offset = text.indexOf('|')
  const without = text.slice(0, offset) + text.slice(offset + 1)
  return { snapshot: snapshotOf({ ...byPath, [path]: without }, version), path, offset }
}

export function snapshotOf(texts: Texts, version: 6 | 7 = 7): LanguageSnapshot {
  return { ...contextOf(texts), version }
}

/** `schema.prisma 3: ‹User› id` with the line, counted from 1, and what follows on it. */
export function showSpan({ files }: LanguageSnapshot, { path, from, to }: Span): string {
  const text = files.get(path)?.text ?? ''
  const line = text.slice(0, from).split('\n').length
  const lineFrom = text.lastIndexOf('\n', from - 1) + 1
  const lineEnd = text.indexOf('\n', to)
  const before = text.slice(lineFrom, from).trimStart()
  const after = text.slice(to, lineEnd < 0 ? text.length : lineEnd)
  const where = files.size > 1 ? `${path} ${line}` : `${line}`
  return `${where}: ${before}‹${text.slice(from, to)}›${after}`
}
