/**
 * Check 6: the language service knows every word of a schema that Prisma accepts. Each name means
 * something, can be explained, and is on offer where it stands.
 */

import type { DesignFile, PrismaVersion } from '@/lib/document/design'
import { createDocument } from '@/lib/document/document'
import { completionsAt } from '@/lib/language/completion'
import { describeSymbol } from '@/lib/language/describe-symbol'
import { namesIn, type SchemaName } from '@/lib/language/names'
import { allBlocks, type LanguageSnapshot } from '@/lib/language/snapshot'
import type { SchemaSymbol } from '@/lib/language/symbol'
import type { Block } from '@/lib/schema/graph'

/** How many names are looked at, evenly spread; of a huge schema few, for each takes longer. */
const MOST_NAMES = 2000
const HUGE = 40_000
const MOST_OF_HUGE = 100

/** The first name that something is amiss with; `null` when none is. */
export function findUnknownName(
  files: readonly DesignFile[],
  version: PrismaVersion,
): string | null {
  const document = createDocument(files)
  const trees = new Map([...document.files].map(([path, { syntax }]) => [path, syntax]))
  const snapshot: LanguageSnapshot = { graph: document.graph, files: trees, version }
  const names = allBlocks(snapshot)
    .filter(({ block }) => isOurs(block))
    .flatMap(({ block, start }) => namesIn(snapshot, block).map((name) => ({ block, start, name })))
  const step = Math.ceil(names.length / (names.length > HUGE ? MOST_OF_HUGE : MOST_NAMES))
  for (let index = 0; index < names.length; index += step) {
    const { block, start, name } = names[index] as (typeof names)[number]
    const fault = findNameFault(snapshot, block, start, name)
    if (fault !== null) return fault
  }
  return null
}

/** Generators of others have settings of their own. */
function isOurs({ kind, properties }: Block): boolean {
  if (kind !== 'generator') return true
  const provider = properties.find(({ name }) => name === 'provider')?.value
  return provider?.kind === 'string' && /^prisma-client(?:-js)?$/.test(provider.value)
}

function findNameFault(
  snapshot: LanguageSnapshot,
  block: Block,
  start: number,
  { from, to, symbol, isDeclaration, isQuoted }: SchemaName,
): string | null {
  const text = block.syntax.text.slice(from, to)
  const where = `${text} in ${block.kind} ${block.name}`
  if (!symbol) return `nothing is known of ${where}`
  if (isLegacy(symbol)) return null
  if (needsWords(symbol) && describeSymbol(snapshot, symbol, block).length === 0) {
    return `nothing is said of ${where}`
  }
  if (isDeclaration || symbol.kind === 'keyword') return null
  // Within the word, so that it is the one that is being typed.
  const at = symbol.kind === 'attribute' ? to : from + (isQuoted ? 0 : 1)
  const labels = completionsAt(snapshot, block.path, start + at).map(({ label }) => label)
  const isOffered = labels.some(
    (label) =>
      label === text ||
      (symbol.kind === 'word' && label.toLowerCase() === text.toLowerCase()) ||
      label.startsWith(`${text}(`) ||
      // Of `@db.Text`, `db` is offered with its `@`.
      label === `@${text}` ||
      // A list of one field may do without its brackets, which we offer with them.
      label === `[${text}]`,
  )
  return isOffered ? null : `${where} is not on offer where it stands`
}

/** What Prisma still reads but nobody should write: `name:` of an index, arguments of extensions. */
function isLegacy(symbol: SchemaSymbol): boolean {
  if (symbol.kind === 'setting') return symbol.name === 'referentialIntegrity'
  if (symbol.kind === 'argument') {
    const isOldName = symbol.name === 'name' && /^@@(?:index|fulltext)$/.test(symbol.of)
    const isPlain = symbol.name === 'value' && symbol.of === '@default'
    return isOldName || isPlain || !/^(?:@|field|sequence)/.test(symbol.of)
  }
  return symbol.kind === 'function' && /^[a-z]+_/.test(symbol.name)
}

/** `true` and names of operator classes speak for themselves. */
function needsWords(symbol: SchemaSymbol): boolean {
  return symbol.kind !== 'word' || symbol.what === 'action' || symbol.what === 'sort'
}
