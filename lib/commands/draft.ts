/**
 * A schema that a command changes in several rounds, each of which reads what the one before left.
 *
 * What a relation needs lies in several lines of several blocks, and what is right for one line
 * depends on the others. So such a command works on a draft, which exists only while it runs, and
 * gives its rounds as one set of edits in the end. Ids stay the same from round to round.
 */

import { type EditedItems, reparse } from '@/lib/psl/parse'
import type { SyntaxFile } from '@/lib/psl/syntax'
import { type DerivedGraph, deriveGraph, type EditedBlocks, updateGraph } from '@/lib/schema/derive'
import type { Block, BlockId, FieldId, Relation, SchemaGraph } from '@/lib/schema/graph'
import {
  applyChanges,
  type ChangeSet,
  changeSet,
  composeChanges,
  type TextEdit,
} from '@/lib/text/change-set'
import type { CommandArguments, CommandName } from './arguments'
import type { Command, CommandContext, CommandResult, FileEdits } from './command'
import { EditList } from './edit-list'
import { type FieldPlace, findField, relationOf } from './lookup'

export interface FieldRef {
  readonly blockId: BlockId
  readonly fieldId: FieldId
}

/**
 * A piece of work on a draft that yields one command after another, and is told of each whether it
 * applied.
 */
export type DraftWork<Result> = Generator<
  (ctx: CommandContext) => CommandResult | null,
  Result,
  boolean
>

/** What came of the edits of drafts, for the next draft of nearly the same schema by the same rules. */
export interface DraftMemory {
  readonly items: EditedItems
  readonly blocks: EditedBlocks
}

export function createDraftMemory(): DraftMemory {
  return { items: new WeakMap(), blocks: new WeakMap() }
}

export class Draft {
  private graph: DerivedGraph
  private files: ReadonlyMap<string, SyntaxFile>
  private readonly changes = new Map<string, ChangeSet>()
  readonly notes: string[] = []

  constructor(
    private readonly original: CommandContext,
    private readonly memory?: DraftMemory,
  ) {
    this.graph = isDerived(original.graph) ? original.graph : deriveGraph(original.files)
    this.files = original.files
  }

  /** The draft as it is now, as a command sees it. */
  get ctx(): CommandContext {
    return { graph: this.graph, files: this.files }
  }

  /** Makes one round of edits. */
  edit(change: (edits: EditList) => void): void {
    const edits = new EditList(this.ctx)
    change(edits)
    const result = edits.finish({ label: '' })
    if (result) this.apply(result.edits)
  }

  /** Makes the edits of another command and takes over its notes; false when it does not apply. */
  run<Name extends CommandName>(
    command: Command<CommandArguments[Name]>,
    args: CommandArguments[Name],
  ): boolean {
    const result = command.run(this.ctx, args)
    if (!result) return false
    this.apply(result.edits)
    this.notes.push(...(result.notes ?? []))
    return true
  }

  /**
   * Does pieces of work side by side, and gives what they return. In each round, the next command of
   * every piece runs on the same text, so that a large schema needs few rounds. So no piece may
   * depend on what another does.
   */
  runInRounds<Result>(works: readonly DraftWork<Result>[]): Result[] {
    const results: Result[] = []
    let steps = works.map((work, index) => ({ work, index, step: work.next() }))
    for (;;) {
      for (const { index, step } of steps) if (step.done) results[index] = step.value
      steps = steps.filter(({ step }) => !step.done)
      if (steps.length === 0) return results
      const { ctx } = this
      const round = steps.map(({ step }) => (step.done ? null : step.value(ctx)))
      this.apply(joinedEdits(round))
      for (const result of round) this.notes.push(...(result?.notes ?? []))
      steps = steps.map(({ work, index }, at) => ({
        work,
        index,
        step: work.next(round[at] !== null),
      }))
    }
  }

  block(blockId: BlockId): Block {
    const block = this.graph.blockById.get(blockId)
    if (!block) throw new Error(`The draft has no block ${blockId}`)
    return block
  }

  field({ blockId, fieldId }: FieldRef): FieldPlace {
    const place = findField(this.ctx, blockId, fieldId)
    if (!place) throw new Error(`The draft has no field ${fieldId} in ${blockId}`)
    return place
  }

  named(blockId: BlockId, name: string): FieldRef {
    const field = this.block(blockId).fields.find((field) => field.name === name)
    if (!field) throw new Error(`The draft has no field ${name} in ${this.block(blockId).name}`)
    return { blockId, fieldId: field.id }
  }

  relation(ref: FieldRef): Relation | null {
    return relationOf(this.ctx, this.field(ref).field)
  }

  /** All rounds as one result; `null` when together they change nothing. */
  finish(rest: Omit<CommandResult, 'edits' | 'notes'>): CommandResult | null {
    const list = new EditList(this.original)
    for (const [path, { edits }] of this.changes) {
      const { text } = this.original.files.get(path) as SyntaxFile
      for (const edit of edits) {
        const { from, to, insert } = withoutCommonEnds(text, edit)
        if (from < to || insert !== '') list.replaceInFile(path, from, to, insert)
      }
    }
    return list.finish({ ...rest, notes: [...new Set(this.notes)] })
  }

  /** Makes edits that count in the draft as it is now. */
  apply(edits: readonly FileEdits[]): void {
    const files = new Map(this.files)
    const changes = new Map<string, ChangeSet>()
    for (const { path, edits: ofFile } of edits) {
      const file = files.get(path) as SyntaxFile
      const change = changeSet(file.text.length, ofFile)
      const text = applyChanges(file.text, change)
      files.set(path, reparse(file, change, text, this.memory?.items))
      changes.set(path, change)
      const earlier = this.changes.get(path)
      this.changes.set(path, earlier ? composeChanges(earlier, change) : change)
    }
    this.files = files
    this.graph = updateGraph(this.graph, files, changes, this.memory?.blocks)
  }
}

/** The edits of several results, as those of one. */
function joinedEdits(results: readonly (CommandResult | null)[]): FileEdits[] {
  const byPath = new Map<string, TextEdit[]>()
  for (const { path, edits } of results.flatMap((result) => result?.edits ?? [])) {
    const list = byPath.get(path)
    if (list) list.push(...edits)
    else byPath.set(path, [...edits])
  }
  return [...byPath].map(([path, edits]) => ({ path, edits }))
}

function isDerived(graph: SchemaGraph): graph is DerivedGraph {
  return 'internal' in graph
}

/** The edit without what it would only replace by itself. */
function withoutCommonEnds(text: string, { from, to, insert }: TextEdit): TextEdit {
  let start = 0
  const most = Math.min(to - from, insert.length)
  while (start < most && text[from + start] === insert[start]) start++
  let end = 0
  while (end < most - start && text[to - 1 - end] === insert[insert.length - 1 - end]) end++
  return { from: from + start, to: to - end, insert: insert.slice(start, insert.length - end) }
}
