/**
 * Check 4: random commands change nothing but what they say, leave a schema that parses, and can
 * be undone and done again exactly, text and positions alike.
 */

import type { CommandContext, CommandResult, FileEdits } from '@/lib/commands/command'
import type { CommandCall } from '@/lib/commands/command-call'
import { randomCommand, runAny } from '@/lib/commands/fuzz'
import type { Design, DesignFile } from '@/lib/document/design'
import {
  applyStep,
  createDocument,
  designFromDocument,
  type FileChange,
  type SchemaDocument,
  type Step,
} from '@/lib/document/document'
import type { SyntaxFile } from '@/lib/psl/syntax'
import { changeSet } from '@/lib/text/change-set'
import { PLAIN_LINE_ENDINGS } from '@/lib/text/line-endings'
import { findDrift } from './document-faults'
import { excerpt, findTextDifference } from './failure'
import type { Random } from './random'

/** The first fault in a sequence of `count` commands; `null` when there is none. */
export function findCommandFault(
  files: readonly DesignFile[],
  random: Random,
  count: number,
): string | null {
  let document = placeAll(createDocument(files))
  const undo: Step[] = []
  const states: Design[] = [saved(document)]
  for (let index = 1; index <= count; index++) {
    const ctx = contextOf(document)
    const command = randomCommand(random, ctx)
    const result = command && runSafely(ctx, command)
    if (!command || !result) continue
    const where = `command ${index}, ${describeCommand(ctx, command)}: `
    if (typeof result === 'string') return where + result
    const fault = findEditsFault(document, result.edits, result.files)
    if (fault) return where + fault
    const applied = applyStep(document, toMovingStep(document, result, random))
    if (!applied) return `${where}its edits change nothing`
    const spoiled = findSpoiled(document, applied.document, result.edits)
    if (spoiled) return where + spoiled
    document = applied.document
    undo.push(applied.inverse)
    states.push(saved(document))
  }
  const drift = findDrift(document)
  if (drift) return `after ${count} commands: ${drift}`
  return findHistoryFault(document, undo, states)
}

/** Why edits are not edits of the document: unknown files, out of bounds, overlapping, empty. */
export function findEditsFault(
  document: SchemaDocument,
  edits: readonly FileEdits[],
  files: CommandResult['files'] = [],
): string | null {
  const paths = new Set<string>()
  if (edits.length === 0 && files.length === 0) return 'it has no edits'
  for (const { path, text } of files) {
    if (document.files.has(path) || paths.has(path))
      return `it adds ${path}, which is there already`
    if (text.includes('\r')) return `it adds ${path} with a carriage return`
    paths.add(path)
  }
  for (const { path, edits: fileEdits } of edits) {
    const text = document.files.get(path)?.syntax.text
    if (text === undefined) return `it edits ${path}, which does not exist`
    if (paths.has(path)) return `it edits ${path} twice`
    paths.add(path)
    let end = 0
    for (const edit of [...fileEdits].sort((a, b) => a.from - b.from || a.to - b.to)) {
      const range = `${edit.from}–${edit.to}`
      if (edit.from < 0 || edit.to < edit.from || edit.to > text.length) {
        return `edit ${range} is outside the ${text.length} characters of ${path}`
      }
      if (edit.from < end) return `edit ${range} of ${path} overlaps another`
      if (edit.insert.includes('\r')) return `edit ${range} of ${path} inserts a carriage return`
      end = edit.to
    }
  }
  return null
}

/** What applying edits did that it should not have: other text changed, or new syntax problems. */
export function findSpoiled(
  before: SchemaDocument,
  after: SchemaDocument,
  edits: readonly FileEdits[],
): string | null {
  for (const [path, { syntax }] of before.files) {
    const now = after.files.get(path)?.syntax
    if (!now) return `${path} is gone`
    const own = edits.find((item) => item.path === path)?.edits ?? []
    const difference = findTextDifference(now.text, splice(syntax.text, own))
    if (difference) return `${path} changed outside the edits: ${difference}`
    const problems = countProblems(now) - countProblems(syntax)
    if (problems > 0) return `${path} has ${problems} new syntax problems: ${newProblems(now)}`
  }
  return null
}

/** Undoes everything and does it again, comparing files and positions with each state passed. */
export function findHistoryFault(
  document: SchemaDocument,
  undo: readonly Step[],
  states: readonly Design[],
): string | null {
  let current = document
  const redo: Step[] = []
  for (let index = undo.length - 1; index >= 0; index--) {
    const result = applyStep(current, undo[index] as Step)
    if (!result) return `undoing step ${index + 1} changes nothing`
    current = result.document
    redo.push(result.inverse)
    const fault = findStateDifference(saved(current), states[index] as Design)
    if (fault) return `undoing step ${index + 1}: ${fault}`
  }
  for (const [index, step] of redo.reverse().entries()) {
    const result = applyStep(current, step)
    if (!result) return `redoing step ${index + 1} changes nothing`
    current = result.document
    const fault = findStateDifference(saved(current), states[index + 1] as Design)
    if (fault) return `redoing step ${index + 1}: ${fault}`
  }
  return null
}

function findStateDifference(actual: Design, expected: Design): string | null {
  if (actual.files.length !== expected.files.length) {
    return `${actual.files.length} files, not ${expected.files.length}`
  }
  for (const { path, text } of expected.files) {
    const file = actual.files.find((candidate) => candidate.path === path)
    const difference = findTextDifference(file?.text ?? '', text)
    if (difference) return `${path}: ${difference}`
  }
  const places = JSON.stringify(sortedPositions(actual))
  const expectedPlaces = JSON.stringify(sortedPositions(expected))
  const difference = findTextDifference(places, expectedPlaces)
  return difference && `positions: ${difference}`
}

function sortedPositions({ layout }: Design) {
  return Object.entries(layout.positions).sort(([a], [b]) => (a < b ? -1 : 1))
}

/** What a command gives, or what it throws, which it should not. */
export function runSafely(
  ctx: CommandContext,
  command: CommandCall,
): CommandResult | string | null {
  try {
    return runAny(ctx, command)
  } catch (error) {
    return `it throws ${error instanceof Error ? (error.stack ?? error.message) : error}`
  }
}

export function contextOf(document: SchemaDocument): CommandContext {
  const files = [...document.files].map(([path, { syntax }]): [string, SyntaxFile] => [
    path,
    syntax,
  ])
  return { graph: document.graph, files: new Map(files) }
}

/** The result as one step, which also moves a block, as placing a new one would. */
function toMovingStep(document: SchemaDocument, result: CommandResult, random: Random): Step {
  const blocks = document.graph.blocks
  const moved = blocks[Math.floor(random() * blocks.length)]
  const point = { x: Math.floor(random() * 1000), y: Math.floor(random() * 1000) }
  return { ...toStep(document, result), positions: new Map(moved ? [[moved.id, point]] : []) }
}

/** The result as one step, which moves nothing. */
export function toStep(document: SchemaDocument, { edits, files = [] }: CommandResult): Step {
  const edited = edits.map(({ path, edits: own }): FileChange => {
    const length = document.files.get(path)?.syntax.text.length ?? 0
    return { kind: 'edit', path, changes: changeSet(length, own) }
  })
  const added = files.map(
    ({ path, text }): FileChange => ({ kind: 'add', path, text, endings: PLAIN_LINE_ENDINGS }),
  )
  return { files: [...edited, ...added], positions: new Map() }
}

/** The document with every block somewhere. */
function placeAll(document: SchemaDocument): SchemaDocument {
  const positions = new Map(
    document.graph.blocks.map((block, index) => [block.id, { x: index * 10, y: index }]),
  )
  return applyStep(document, { files: [], positions })?.document ?? document
}

function saved(document: SchemaDocument): Design {
  return designFromDocument(document, { name: '', viewport: null })
}

/** The text with the edits made one by one from its end, without the project's own change sets. */
function splice(text: string, edits: FileEdits['edits']): string {
  // Of two edits at one place the one given first is made last, so that its text comes first.
  return edits
    .map((edit, index) => ({ ...edit, index }))
    .sort((a, b) => b.from - a.from || b.to - a.to || b.index - a.index)
    .reduce(
      (result, { from, to, insert }) => result.slice(0, from) + insert + result.slice(to),
      text,
    )
}

function countProblems({ items }: SyntaxFile): number {
  let count = 0
  for (const item of items) {
    if (item.kind === 'block') count += item.problems.length
    else if (item.kind === 'stray') count++
  }
  return count
}

function newProblems({ items }: SyntaxFile): string {
  const problems = items.flatMap((item) => {
    if (item.kind === 'stray') return [`stray ${excerpt(item.text)}`]
    if (item.kind !== 'block') return []
    return item.problems.map(
      ({ from, to, message }) =>
        `${message} ${excerpt(item.text.slice(Math.max(0, from - 20), to))}`,
    )
  })
  return problems.slice(-3).join('; ')
}

/** The command with names for ids, so that a person can do it by hand. */
export function describeCommand({ graph }: CommandContext, { command, args }: CommandCall): string {
  const names = new Map<string, string>()
  for (const block of graph.blocks) {
    names.set(block.id, block.name)
    for (const { id, name } of [...block.fields, ...block.values]) {
      names.set(id, `${block.name}.${name}`)
    }
  }
  for (const { id, from } of graph.relations)
    names.set(id, `relation at ${names.get(from.fieldId)}`)
  const text = JSON.stringify(args, (_, value: unknown) =>
    typeof value === 'string' ? (names.get(value) ?? value) : value,
  )
  return `${command}(${text.length > 300 ? `${text.slice(0, 300)}…` : text})`
}
