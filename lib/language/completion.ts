/**
 * What can be typed at the caret: the one entrance to everything in `complete/`. It answers from
 * the snapshot alone, at once, also in half-typed text.
 */

import { type Caret, caretAt } from './caret'
import { completeArguments } from './complete/arguments'
import {
  completeBlockAttributes,
  completeFieldAttributes,
  completeNativeTypes,
} from './complete/attributes'
import { completeBlocks } from './complete/blocks'
import { type CompletionItem, CompletionItems } from './complete/item'
import { completeLines } from './complete/lines'
import { completeSettingNames, completeSettingValue } from './complete/settings'
import { completeTypes } from './complete/types'
import type { LanguageSnapshot } from './snapshot'

/**
 * Characters after which an editor asks although no word has begun. A space is none of them: what
 * is offered behind one would be taken by the Enter that only ends the line.
 */
export const TRIGGER_CHARACTERS = ['@', '"', '.', '(', '[', ':'] as const

/** In the order in which they are to be shown; none where nothing can be foretold. */
export function completionsAt(
  snapshot: LanguageSnapshot,
  path: string,
  offset: number,
): readonly CompletionItem[] {
  const caret = caretAt(snapshot, path, offset)
  const text = snapshot.files.get(path)?.text
  if (!caret || text === undefined) return []
  const items = newItems(caret, text)
  fill(snapshot, caret, lineAround(text, caret), items)
  return items.sorted
}

/** Attributes are words of their own, whatever they stand beside; values follow a space. */
function newItems(caret: Caret, text: string): CompletionItems {
  const { kind, word } = caret
  const last = text[word.from - 1] ?? ' '
  if (kind === 'value') {
    const isBehindMark = !caret.string && /[:,=]/.test(last)
    return new CompletionItems(word, isBehindMark ? ' ' : '')
  }
  if (kind !== 'attribute') return new CompletionItems(word)
  const behind = /\s/.test(text[word.to] ?? ' ') ? '' : ' '
  return new CompletionItems(word, /\s/.test(last) ? '' : ' ', behind)
}

interface Line {
  readonly before: string
  /** The word at the caret, whole. */
  readonly word: string
  readonly after: string
}

/** What stands on the line before and behind the word at the caret. */
function lineAround(text: string, { word }: Caret): Line {
  const from = text.lastIndexOf('\n', word.from - 1) + 1
  const end = text.indexOf('\n', word.to)
  return {
    before: text.slice(from, word.from),
    word: text.slice(word.from, word.to),
    after: text.slice(word.to, end < 0 ? text.length : end),
  }
}

function fill(snapshot: LanguageSnapshot, caret: Caret, line: Line, items: CompletionItems): void {
  const isAlone = /^\s*(?:\/\/.*)?$/.test(line.after)
  switch (caret.kind) {
    case 'top':
      completeBlocks(snapshot, items, line.after.trim() === '')
      break
    case 'member':
      fillMember(snapshot, caret, line, items, isAlone)
      break
    case 'type':
      completeTypes(snapshot, caret.block, line.before.trim(), items, isAlone)
      break
    case 'attribute':
      completeFieldAttributes(snapshot, caret.block, { ...caret, current: line.word }, items)
      break
    case 'nativeType':
      if (caret.prefix === snapshot.graph.datasource?.name) {
        completeNativeTypes(snapshot, caret, items)
      }
      break
    case 'equals':
      items.add({ label: '=', kind: 'keyword', insert: '= ', asksAgain: true })
      break
    case 'value':
      if (caret.isNumber) return
      if (caret.block.kind === 'datasource' || caret.block.kind === 'generator') {
        completeSettingValue(snapshot, caret, items)
      } else {
        const hasColon = /^\s*:/.test(line.after)
        completeArguments({ snapshot, caret, line: line.before + line.after, hasColon, items })
      }
  }
}

function fillMember(
  snapshot: LanguageSnapshot,
  { block, word }: Extract<Caret, { kind: 'member' }>,
  line: Line,
  items: CompletionItems,
  isAlone: boolean,
): void {
  if (block.kind === 'datasource' || block.kind === 'generator') {
    const hasEquals = /^\s*=/.test(line.after)
    completeSettingNames(snapshot, block, items, { current: line.word, hasEquals })
    return
  }
  // The name of a field that is there is nothing to be completed.
  if (!isAlone && !word.typed.startsWith('@')) return
  completeBlockAttributes(snapshot, block, items, line.word)
  if (!word.typed.startsWith('@')) completeLines(snapshot, block, items)
}
