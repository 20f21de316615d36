/**
 * The graphs of the schemas that were last asked about, so that the next question, which is about
 * nearly the same text, costs no more than what differs: `reparse` and `updateGraph` give what
 * reading all of it would give, but for the ids.
 *
 * Invariant: the graphs of a pair have no id in common. The ids of the later one are counted on
 * from those of the very graph that it is compared with, and it is derived anew with another.
 */

import { parse, reparse } from '@/lib/psl/parse'
import type { SyntaxFile } from '@/lib/psl/syntax'
import { type DerivedGraph, deriveGraph, identitiesOf, updateGraph } from '@/lib/schema/derive'
import type { ChangeSet } from '@/lib/text/change-set'
import { quickChanges } from '@/lib/text/quick-changes'
import { isSameFiles } from './same-files'
import type { SchemaFile } from './shared'

/** What a graph is kept as: one of the versions that are adapted, or of those that are compared. */
type Role = 'source from' | 'source to' | 'from' | 'to'

/** A schema as commands read it. */
export interface ReadSchema {
  readonly files: ReadonlyMap<string, SyntaxFile>
  readonly graph: DerivedGraph
}

interface Entry extends ReadSchema {
  /** The files as they were asked about. */
  readonly asked: readonly SchemaFile[]
  /** The graph that this one is compared with. */
  readonly other: DerivedGraph | null
}

export class GraphCache {
  /** One for each role, however much is asked. */
  private readonly entries = new Map<Role, Entry>()

  /** A version by itself. */
  source(version: 'from' | 'to', files: readonly SchemaFile[]): ReadSchema {
    return this.read(`source ${version}`, files, null)
  }

  /** The graphs of two versions that are to be compared; `from` is `null` for an empty database. */
  pair(
    from: readonly SchemaFile[] | null,
    to: readonly SchemaFile[],
  ): { readonly before: DerivedGraph | null; readonly after: DerivedGraph } {
    const before = from && this.read('from', from, null).graph
    return { before, after: this.read('to', to, before).graph }
  }

  private read(role: Role, files: readonly SchemaFile[], other: DerivedGraph | null): Entry {
    const entry = this.find(role, files, other) ?? derive(files, other)
    this.entries.set(role, entry)
    return entry
  }

  /** What is there already, under whatever role, or follows from what the role had before. */
  private find(role: Role, files: readonly SchemaFile[], other: DerivedGraph | null): Entry | null {
    for (const entry of this.entries.values()) {
      if (entry.other === other && isSameFiles(entry.asked, files)) return entry
    }
    const last = this.entries.get(role)
    return last && last.other === other ? update(last, files) : null
  }
}

function derive(files: readonly SchemaFile[], other: DerivedGraph | null): Entry {
  const syntax = new Map(files.map(({ path, text }) => [path, parse(text)]))
  // No block of the other one may be recognized here.
  const taken = other && { ...identitiesOf(other), blocks: [], retired: new Map() }
  return { asked: files, files: syntax, graph: deriveGraph(syntax, taken ?? undefined), other }
}

function update(last: Entry, files: readonly SchemaFile[]): Entry {
  const syntax = new Map<string, SyntaxFile>()
  const changes = new Map<string, ChangeSet>()
  for (const { path, text } of files) {
    const before = last.files.get(path)
    if (!before) {
      syntax.set(path, parse(text))
      continue
    }
    const change = quickChanges(before.text, text)
    changes.set(path, change)
    syntax.set(path, reparse(before, change, text))
  }
  const graph = updateGraph(last.graph, syntax, changes)
  return { asked: files, files: syntax, graph, other: last.other }
}
