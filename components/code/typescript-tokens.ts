/**
 * Colours of TypeScript, as Monaco's own reader of it finds them, in the kinds that every code here
 * is drawn in. Nothing checks or completes it, so no worker is started. Import it dynamically.
 */

import 'monaco-editor/languages/definitions/typescript/register.js'
import type { Monaco } from './monaco'
import { type Token, type TokenKind, TokenList } from './token'

const TYPESCRIPT = 'typescript'

/** Cuts a whole file into tokens. */
export type Tokenizer = (text: string) => readonly Token[]

/** The reader is fetched; an editor must be there already, since the first one sets Monaco up. */
export async function loadTypeScript({ editor }: Monaco): Promise<Tokenizer> {
  // The one public way to wait for the reader of a language.
  await editor.colorize('', TYPESCRIPT, {})
  return (text) => {
    const list = new TokenList()
    list.add(0, 'text')
    const lines = text.split('\n')
    let lineFrom = 0
    for (const [index, found] of editor.tokenize(text, TYPESCRIPT).entries()) {
      const line = lines[index] ?? ''
      for (const [at, { offset, type }] of found.entries()) {
        const word = line.slice(offset, found[at + 1]?.offset)
        const isCalled = line[offset + word.length] === '('
        list.add(lineFrom + offset, kindOf(type, word, isCalled))
      }
      lineFrom += line.length + 1
    }
    return list.tokens
  }
}

/** Monaco's kinds are words that dots join, the widest first: `string.escape.ts`. */
function kindOf(type: string, word: string, isCalled: boolean): TokenKind {
  if (type.startsWith('comment.doc')) return 'documentation'
  if (type === 'identifier.ts' && isCalled) return 'function'
  if (CONSTANTS.has(word)) return 'constant'
  return KINDS[type.split('.')[0] ?? ''] ?? 'text'
}

const CONSTANTS: ReadonlySet<string> = new Set(['true', 'false', 'null', 'undefined'])

const KINDS: Readonly<Record<string, TokenKind>> = {
  comment: 'comment',
  keyword: 'keyword',
  type: 'type',
  string: 'string',
  number: 'number',
  delimiter: 'punctuation',
}
