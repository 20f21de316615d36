/**
 * Cuts the text of one declaration into words for whoever asks what may stand at the caret. It
 * reads half-typed text as well as whole: a string that nothing closes ends where the caret is,
 * so that what stands behind it keeps its meaning.
 */

import type { Range } from '@/lib/psl/syntax'

export interface CaretToken extends Range {
  /** `attribute` is `@`, `@@` and the name behind it; `name` may have dots in it. */
  readonly kind: 'name' | 'attribute' | 'string' | 'number' | 'mark'
  readonly text: string
  /** Of a string: whether its closing quote is there. */
  readonly isClosed: boolean
}

const NAME = '[\\p{L}\\p{N}\\p{M}_][\\p{L}\\p{N}\\p{M}_-]*'
const PARTS = new RegExp(
  [
    '(?<space>\\s+)',
    '(?<comment>//[^\\n]*|/\\*[\\s\\S]*?(?:\\*/|$))',
    '(?<string>"(?:[^"\\\\\\n]|\\\\.)*"?)',
    `(?<attribute>@@?(?:${NAME}(?:\\.(?:${NAME})?)*)?)`,
    '(?<number>-?\\d+(?:\\.\\d+)?(?![\\p{L}_]))',
    `(?<name>${NAME}(?:\\.(?:${NAME})?)*)`,
    '(?<mark>[\\s\\S])',
  ].join('|'),
  'uy',
)

/** The words up to `to`; `null` when the caret is in a comment. Offsets count in `text`. */
export function caretTokens(
  text: string,
  from: number,
  to: number,
  caret: number,
): CaretToken[] | null {
  const tokens: CaretToken[] = []
  let at = from
  while (at < to) {
    PARTS.lastIndex = at
    const match = PARTS.exec(text)
    const groups = match?.groups
    if (!match || !groups) break
    const end = Math.min(PARTS.lastIndex, to)
    if (groups.comment !== undefined) {
      if (caret > at + 1 && (caret < end || isOpenAt(groups.comment, end, caret))) return null
    } else if (groups.string !== undefined) {
      const token = stringToken(text, at, end, caret)
      tokens.push(token)
      at = token.to
      continue
    } else if (groups.space === undefined) {
      const kind = (['attribute', 'number', 'name'] as const).find((k) => groups[k] !== undefined)
      tokens.push({
        kind: kind ?? 'mark',
        from: at,
        to: end,
        text: text.slice(at, end),
        isClosed: true,
      })
    }
    at = end
  }
  return tokens
}

/** Whether text typed at the end of the comment would still belong to it. */
function isOpenAt(comment: string, end: number, caret: number): boolean {
  return caret === end && (comment.startsWith('//') || !/\*\/$/.test(comment))
}

function stringToken(text: string, from: number, to: number, caret: number): CaretToken {
  const isClosed = to - from > 1 && text[to - 1] === '"' && !/\\$/.test(text.slice(from, to - 1))
  const isAtCaret = from < caret && (isClosed ? caret < to : caret <= to)
  let end = to
  // What closes a string with marks behind the caret is more likely the start of another one.
  if (isAtCaret && /[,)\]:]/.test(isClosed ? text.slice(caret, to - 1) : text.slice(caret, to))) {
    end = caret + (/^[\p{L}\p{N}_-]*/u.exec(text.slice(caret, to))?.[0].length ?? 0)
  }
  return {
    kind: 'string',
    from,
    to: end,
    text: text.slice(from, end),
    isClosed: isClosed && end === to,
  }
}
