/**
 * Random edits of a schema's text: at any place, but more often at the places that decide how it
 * is read, and with what people type, paste and delete there.
 */

import { type ChangeSet, changeSet, type TextEdit } from '@/lib/text/change-set'
import { below, pick, type Random } from './random'

const SNIPPETS = [
  'a',
  'é😀',
  ' ',
  '\n',
  '\n\n',
  '{',
  '}',
  '(',
  ')',
  '[',
  ']',
  '"',
  '\\',
  '?',
  '[]',
  '@',
  '@@',
  ',',
  ':',
  '=',
  '//',
  '///',
  '/*',
  '*/',
  ' {\n',
  '\n}\n',
  '// a comment\n',
  '/// documentation\n',
  ' @unique',
  ' @default("")',
  ' @map("mapped")',
  ' @relation("named", fields: [id], references: [id])',
  '  added String?\n',
  '  @@index([id])\n',
  'model ',
  'enum ',
  'view Seen {\n  id Int @unique\n}\n',
  'type Part {\n  name String\n}\n',
  'enum Extra {\n  ONE\n  TWO\n}\n',
  '\nmodel Added {\n  id Int @id\n}\n',
  'namespace other {\n}\n',
  'datasource second {\n  provider = "sqlite"\n}\n',
] as const

/** Where the meaning of a text turns. */
const DECISIVE = /[{}()[\]"@\n/]/g

/** One to four edits of `text` that belong to one step. */
export function randomEdits(random: Random, text: string): ChangeSet {
  const count = 1 + below(random, 4)
  const edits: TextEdit[] = []
  for (let index = 0; index < count; index++) {
    const edit = randomEdit(random, text)
    // Edits of one step must be apart; one that would touch another is left out.
    if (edits.every((other) => edit.to < other.from || edit.from > other.to)) edits.push(edit)
  }
  return changeSet(text.length, edits)
}

function randomEdit(random: Random, text: string): TextEdit {
  const from = randomPlace(random, text)
  const to = Math.min(text.length, from + randomLength(random, text, from))
  return { from, to, insert: randomInsert(random, text, to > from) }
}

function randomPlace(random: Random, text: string): number {
  const anywhere = below(random, text.length + 1)
  if (random() < 0.5) return anywhere
  DECISIVE.lastIndex = anywhere
  const found = DECISIVE.exec(text)
  if (!found) return anywhere
  return found.index + below(random, 2)
}

/** How many characters to remove: none, a few, the rest of the line, or a long stretch. */
function randomLength(random: Random, text: string, from: number): number {
  const kind = random()
  if (kind < 0.35) return 0
  if (kind < 0.7) return 1 + below(random, 12)
  if (kind < 0.9) {
    const end = text.indexOf('\n', from)
    return (end < 0 ? text.length : end + 1) - from
  }
  return below(random, 600)
}

function randomInsert(random: Random, text: string, removes: boolean): string {
  const kind = random()
  if (removes && kind < 0.4) return ''
  if (kind < 0.85) return pick(random, SNIPPETS)
  const from = below(random, text.length + 1)
  return text.slice(from, from + below(random, 400))
}
