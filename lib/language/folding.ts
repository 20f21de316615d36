/** What of a file can be folded away: blocks, comments of several lines, lists of several lines. */

import type { CommentNode, Expression, Range, SyntaxFile } from '@/lib/psl/syntax'
import { attributesIn } from './attributes-in'
import type { LanguageSnapshot } from './snapshot'

export interface Fold extends Range {
  readonly kind: 'block' | 'comment' | 'list'
}

/** In the order in which they begin. Each holds at least one line break. */
export function foldsOf(snapshot: LanguageSnapshot, path: string): readonly Fold[] {
  const file = snapshot.files.get(path)
  if (!file) return []
  const folds: Fold[] = []
  for (const [index, item] of file.items.entries()) {
    const start = file.starts[index] as number
    const add = (kind: Fold['kind'], { from, to }: Range) => {
      if (item.text.slice(from, to).includes('\n')) {
        folds.push({ kind, from: start + from, to: start + to })
      }
    }
    if (item.kind === 'comment') {
      for (const run of commentRuns(item.text)) add('comment', run)
    } else if (item.kind === 'block') {
      foldBlock(item, add)
    }
  }
  return folds.sort((a, b) => a.from - b.from || b.to - a.to)
}

function foldBlock(
  block: Extract<SyntaxFile['items'][number], { kind: 'block' }>,
  add: (kind: Fold['kind'], range: Range) => void,
): void {
  const { comments, members, keyword, open, close, text } = block
  addRun(comments, add)
  if (open !== null) {
    add('block', { from: keyword.from, to: close === null ? text.trimEnd().length : close + 1 })
  }
  let run: CommentNode[] = []
  for (const member of members) {
    if (member.kind === 'comment') {
      run.push(member)
      continue
    }
    addRun(run, add)
    run = []
    if (member.kind === 'property' && member.value) addLists(member.value, add)
    for (const { args } of attributesIn(member)) {
      if (args) add('list', args)
      for (const { value } of args?.items ?? []) if (value) addLists(value, add)
    }
  }
  addRun(run, add)
}

function addRun(comments: readonly Range[], add: (kind: 'comment', range: Range) => void): void {
  const [first] = comments
  const last = comments.at(-1)
  if (first && last) add('comment', { from: first.from, to: last.to })
}

function addLists(value: Expression, add: (kind: 'list', range: Range) => void): void {
  if (value.kind !== 'array') return
  add('list', value)
  for (const item of value.items) addLists(item, add)
}

/** Comments with nothing but line breaks between them, blank lines not counted among these. */
function commentRuns(text: string): Range[] {
  const runs: { from: number; to: number }[] = []
  for (const { 0: comment, index } of text.matchAll(/\/\/[^\n]*|\/\*[\s\S]*?\*\//g)) {
    const last = runs.at(-1)
    const to = index + comment.length
    if (last && /^[ \t]*\n?[ \t]*$/.test(text.slice(last.to, index))) last.to = to
    else runs.push({ from: index, to })
  }
  return runs
}
