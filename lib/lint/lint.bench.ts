import type { Benchmark, Table } from '@/bin/bench/benchmark'
import { benchmarkSchema } from '@/lib/psl/benchmark-schema'
import { parse, reparse } from '@/lib/psl/parse'
import { type DerivedGraph, deriveGraph, updateGraph } from '@/lib/schema/derive'
import { applyChanges, changeSet } from '@/lib/text/change-set'
import { Linter } from './linter'

const PATH = 'schema.prisma'

function start(provider: string): DerivedGraph {
  const text = benchmarkSchema(1000).replace('"postgresql"', `"${provider}"`)
  return deriveGraph(new Map([[PATH, parse(text)]]))
}

function contextOf(graph: DerivedGraph) {
  return { graph, files: graph.internal.files }
}

/** The graph with one key more or less in the middle of the text, each time anew. */
function typist(provider: string, word: string): () => DerivedGraph {
  let graph = start(provider)
  let isTyped = false
  return () => {
    const file = graph.internal.files.get(PATH)
    if (!file) throw new Error(`There is no ${PATH}`)
    const found = file.text.indexOf(word, file.text.length / 2)
    if (found < 0) throw new Error(`“${word}” is not in the second half`)
    const at = found + word.length
    const edit = { from: at, to: isTyped ? at + 1 : at, insert: isTyped ? '' : 'x' }
    const changes = changeSet(file.text.length, [edit])
    const next = reparse(file, changes, applyChanges(file.text, changes))
    graph = updateGraph(graph, new Map([[PATH, next]]), new Map([[PATH, changes]]))
    isTyped = !isTyped
    return graph
  }
}

/** What a key costs, with two graphs made beforehand so that only the rules are measured. */
function typing(provider: string, word: string): Benchmark {
  return {
    name: `lint after a key at “${word.trim()}”, 1,000 models, ${provider}`,
    budget: 10,
    prepare() {
      const type = typist(provider, word)
      const graphs = [type(), type()]
      const linter = new Linter()
      let turn = 0
      return () => {
        linter.run(contextOf(graphs[turn++ % 2] as DerivedGraph))
      }
    },
  }
}

function first(provider: string): Benchmark {
  return {
    name: `lint for the first time, 1,000 models, ${provider}`,
    budget: null,
    prepare() {
      const graph = start(provider)
      return () => {
        new Linter().run(contextOf(graph))
      }
    },
  }
}

export const benchmarks: readonly Benchmark[] = [
  first('postgresql'),
  first('sqlserver'),
  typing('postgresql', '  createdAt'),
  typing('postgresql', '\nmodel Model700'),
  typing('postgresql', ' @relation("of700'),
  typing('sqlserver', '  createdAt'),
  typing('sqlserver', ' @relation("of700'),
]

/**
 * The longest of the pieces in which a schema is looked at for the first time, of several times:
 * what is left when the machine is not busy with something else is the shortest of the longest.
 */
export function report(): Table {
  const longest = (provider: string) => {
    const ctx = contextOf(start(provider))
    const pieces = new Linter().inPieces(ctx)
    let most = 0
    for (;;) {
      const before = performance.now()
      const { done } = pieces.next()
      most = Math.max(most, performance.now() - before)
      if (done) return most
    }
  }
  return Object.fromEntries(
    ['postgresql', 'sqlserver'].map((provider) => {
      const times = Array.from({ length: 15 }, () => longest(provider)).sort((a, b) => a - b)
      return [
        provider,
        { shortest: times[0] ?? 0, median: times[7] ?? 0, longest: times.at(-1) ?? 0 },
      ]
    }),
  )
}

export const reportName = 'longest piece of lint for the first time, 1,000 models'
