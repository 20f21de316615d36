/**
 * How names are written, and how most of a schema's are: in Prisma Client, and in the database,
 * where `@map` and `@@map` give others.
 */

import { type Block, hasFields, isDrawn } from '@/lib/schema/graph'

/** `one` is a name from which one cannot tell: a single word. */
export type Style = 'pascal' | 'camel' | 'snake' | 'upper' | 'mixed' | 'one'

/** What is named: each kind of thing follows its own style. */
export const NAMED = ['model', 'enum', 'field', 'table', 'column'] as const
export type Named = (typeof NAMED)[number]

/** The style of most names of each kind; `null` where there is no clear majority. */
export type NameStyles = Readonly<Record<Named, Style | null>>

const STYLES: readonly Style[] = ['pascal', 'camel', 'snake', 'upper', 'mixed', 'one']

/** How many names of each kind are in each style: a row for each of `NAMED`, in one list. */
type Counts = Uint32Array

const kept = new WeakMap<Block, Counts>()

/** How a block's names are written: taken down once, for going through them takes a while. */
export function countsOf(block: Block): Counts {
  let counts = kept.get(block)
  if (!counts) {
    counts = countNames(block)
    kept.set(block, counts)
  }
  return counts
}

function countNames(block: Block): Counts {
  const counts = new Uint32Array(NAMED.length * STYLES.length)
  const add = (named: Named, name: string, isBlock: boolean) => {
    const at = NAMED.indexOf(named) * STYLES.length + STYLES.indexOf(styleOf(name, isBlock))
    counts[at] = (counts[at] ?? 0) + 1
  }
  if (!isDrawn(block.kind) || block.name === '') return counts
  add(block.kind === 'enum' ? 'enum' : 'model', block.name, true)
  if (block.kind === 'model' || block.kind === 'view') {
    add('table', block.databaseName ?? block.name, true)
  }
  if (!hasFields(block.kind)) return counts
  for (const field of block.fields) {
    add('field', field.name, false)
    if (isColumn(field)) add('column', field.databaseName ?? field.name, false)
  }
  return counts
}

export function isColumn({ typeKind }: Block['fields'][number]): boolean {
  return typeKind !== 'model' && typeKind !== 'view'
}

/** A word alone tells nothing of a field, but of a block whether it begins with a capital. */
export function styleOf(name: string, isBlock: boolean): Style {
  if (name.includes('_')) {
    if (/^_?[\p{Ll}\p{N}]+(?:_[\p{Ll}\p{N}]+)*$/u.test(name)) {
      return /_[\p{Ll}\p{N}]/u.test(name.slice(1)) ? 'snake' : 'one'
    }
    return /^[\p{Lu}\p{N}_]+$/u.test(name) ? 'upper' : 'mixed'
  }
  if (/^\p{Lu}/u.test(name)) {
    const isShouted = name.length > 1 && !/\p{Ll}/u.test(name)
    return isShouted ? (isBlock ? 'upper' : 'one') : 'pascal'
  }
  if (/\p{Ll}\p{N}*\p{Lu}/u.test(name)) return 'camel'
  return isBlock && /^\p{Ll}/u.test(name) ? 'snake' : 'one'
}

/** Few names have no style yet, and a schema that is written in two ways has none. */
const LEAST = 3
const SHARE = 0.6

/** Gives `before` itself when nothing changed. */
export function stylesOf(blocks: readonly Block[], before: NameStyles | null): NameStyles {
  const total = new Uint32Array(NAMED.length * STYLES.length)
  for (const block of blocks) {
    const counts = countsOf(block)
    for (let at = 0; at < total.length; at++) total[at]! += counts[at]!
  }
  const styles = Object.fromEntries(
    NAMED.map((named, row) => {
      const start = row * STYLES.length
      return [named, majority(total.subarray(start, start + STYLES.length))]
    }),
  ) as Record<Named, Style | null>
  return before && NAMED.every((named) => before[named] === styles[named]) ? before : styles
}

function majority(counts: Counts): Style | null {
  let total = 0
  let best: Style = 'mixed'
  let most = 0
  for (const [at, style] of STYLES.entries()) {
    if (style === 'one') continue
    const count = counts[at] ?? 0
    total += count
    if (count > most) {
      best = style
      most = count
    }
  }
  return most < LEAST || most < total * SHARE || best === 'mixed' ? null : best
}
