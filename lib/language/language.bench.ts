import type { Benchmark } from '@/bin/bench/benchmark'
import { benchmarkSchema } from '@/lib/psl/benchmark-schema'
import { parse, reparse } from '@/lib/psl/parse'
import type { SyntaxFile } from '@/lib/psl/syntax'
import { type DerivedGraph, deriveGraph, updateGraph } from '@/lib/schema/derive'
import { applyChanges, changeSet } from '@/lib/text/change-set'
import { completionsAt } from './completion'
import { definitionAt } from './definition'
import { foldsOf } from './folding'
import { hoverAt } from './hover'
import { inlayHints } from './inlay-hints'
import { outlineOf } from './outline'
import { referencesAt } from './references'
import { semanticTokens } from './semantic-tokens'
import { signatureAt } from './signature-help'
import type { LanguageSnapshot } from './snapshot'
import { workspaceSymbols } from './workspace-symbols'

const PATH = 'schema.prisma'
const COUNT = 300

/** What is promised of answers while one types, in ms. */
const BUDGET = 50

interface Place {
  readonly snapshot: LanguageSnapshot
  /** Behind the text that was looked for, in the middle of the schema. */
  readonly offset: number
}

function at(found: string, typed = ''): Place {
  const text = benchmarkSchema(COUNT)
  const middle = text.indexOf(found, text.length / 2) + found.length
  const files = new Map([[PATH, parse(text.slice(0, middle) + typed + text.slice(middle))]])
  return {
    snapshot: { graph: deriveGraph(files), files, version: 7 },
    offset: middle + typed.length,
  }
}

/** The snapshot after a letter. */
function typed({ files, graph }: LanguageSnapshot, offset: number): LanguageSnapshot {
  const file = files.get(PATH) as SyntaxFile
  const changes = changeSet(file.text.length, [{ from: offset, to: offset, insert: 'x' }])
  const after = new Map([[PATH, reparse(file, changes, applyChanges(file.text, changes))]])
  const next = updateGraph(graph as DerivedGraph, after, new Map([[PATH, changes]]))
  return { graph: next, files: after, version: 7 }
}

function benchmark(name: string, place: () => Place, run: (place: Place) => unknown): Benchmark {
  return {
    name: `${name}, ${COUNT} models`,
    budget: BUDGET,
    prepare() {
      const prepared = place()
      return () => {
        run(prepared)
      }
    },
  }
}

export const benchmarks: readonly Benchmark[] = [
  benchmark(
    'complete a type',
    () => at('@map("parent_id")', '\n  other M'),
    ({ snapshot, offset }) => completionsAt(snapshot, PATH, offset),
  ),
  benchmark(
    'complete fields of a relation',
    () => at('fields: ['),
    ({ snapshot, offset }) => completionsAt(snapshot, PATH, offset),
  ),
  benchmark(
    'hover over a relation',
    () => at('  parent'),
    ({ snapshot, offset }) => hoverAt(snapshot, PATH, offset),
  ),
  benchmark(
    'go to a definition',
    () => at('references: [i'),
    ({ snapshot, offset }) => definitionAt(snapshot, PATH, offset),
  ),
  benchmark(
    'find references',
    () => at('  status      St'),
    ({ snapshot, offset }) => referencesAt(snapshot, PATH, offset, { withDeclaration: true }),
  ),
  benchmark(
    'signature of an attribute',
    () => at('@relation('),
    ({ snapshot, offset }) => signatureAt(snapshot, PATH, offset),
  ),
  benchmark(
    'colour all names',
    () => at('model'),
    ({ snapshot }) => semanticTokens(snapshot, PATH),
  ),
  {
    name: `derive and colour all names, ${COUNT} models`,
    budget: null,
    prepare() {
      // Nothing is known of a schema that was just opened; the time is that of both.
      const files = new Map([[PATH, parse(benchmarkSchema(COUNT))]])
      return () => {
        semanticTokens({ graph: deriveGraph(files), files, version: 7 }, PATH)
      }
    },
  },
  {
    name: `colour all names after a key, ${COUNT} models`,
    budget: BUDGET,
    prepare() {
      const { snapshot, offset } = at('  parent')
      const snapshots = [snapshot, typed(snapshot, offset)]
      let turn = 0
      return () => {
        semanticTokens(snapshots[turn++ % 2] as LanguageSnapshot, PATH)
      }
    },
  },
  benchmark(
    'fold and outline',
    () => at('model'),
    ({ snapshot }) => [foldsOf(snapshot, PATH), outlineOf(snapshot, PATH)],
  ),
  benchmark(
    'find a symbol by letters',
    () => at('model'),
    ({ snapshot }) => workspaceSymbols(snapshot, 'mod1 id'),
  ),
  benchmark(
    'hints of all blocks',
    () => at('model'),
    ({ snapshot }) =>
      inlayHints(
        snapshot,
        PATH,
        { from: 0, to: Number.POSITIVE_INFINITY },
        new Set(['databaseName', 'relationTable', 'constraintName'] as const),
      ),
  ),
]
