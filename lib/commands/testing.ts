/** For the tests of commands: text in, text out. */

import { expect } from 'vitest'
import { parse } from '@/lib/psl/parse'
import { deriveGraph } from '@/lib/schema/derive'
import type { Block, SchemaGraph } from '@/lib/schema/graph'
import { applyChanges, changeSet } from '@/lib/text/change-set'
import type { CommandArguments, CommandName } from './arguments'
import type { CommandContext, CommandResult } from './command'
import { runCommand } from './registry'

const PATH = 'schema.prisma'

/** One text stands for a schema of one file. */
export type Texts = string | Readonly<Record<string, string>>

/** A design of one file, or of several by path. */
export function contextOf(texts: Texts): CommandContext & { readonly graph: SchemaGraph } {
  const byPath = typeof texts === 'string' ? { [PATH]: texts } : texts
  const files = new Map(Object.entries(byPath).map(([path, text]) => [path, parse(text)]))
  return { graph: deriveGraph(files), files }
}

/** The texts by path after a command's edits. */
export function applyResult(ctx: CommandContext, result: CommandResult): Map<string, string> {
  const texts = new Map([...ctx.files].map(([path, file]) => [path, file.text]))
  for (const { path, edits } of result.edits) {
    const text = texts.get(path) as string
    texts.set(path, applyChanges(text, changeSet(text.length, edits)))
  }
  for (const { path, text } of result.files ?? []) {
    if (texts.has(path)) throw new Error(`${path} is there already`)
    texts.set(path, text)
  }
  return texts
}

/** Ids by name: `block('User')`, `field('User.email')`, `value('Role.ADMIN')`. */
export interface Ids {
  block(name: string): string
  field(path: string): string
  value(path: string): string
  /** By either field: `relation('Post.author')`. */
  relation(path: string): string
}

export function idsOf({ graph }: CommandContext): Ids {
  const blockNamed = (name: string): Block => {
    const block = graph.blocks.find((block) => block.name === name)
    if (!block) throw new Error(`There is no block ${name}`)
    return block
  }
  const member = (path: string, kind: 'fields' | 'values') => {
    const [blockName = '', name = ''] = path.split('.')
    const found = blockNamed(blockName)[kind].find((member) => member.name === name)
    if (!found) throw new Error(`There is no ${path}`)
    return found.id
  }
  return {
    block: (name) => blockNamed(name).id,
    field: (path) => member(path, 'fields'),
    value: (path) => member(path, 'values'),
    relation(path) {
      const id = member(path, 'fields')
      const found = graph.relations.find(
        ({ from, to }) => from.fieldId === id || to?.fieldId === id,
      )
      if (!found) throw new Error(`${path} is in no relation`)
      return found.id
    },
  }
}

export interface Outcome {
  /** The text afterwards, or the texts by path if there were several; `null` if the command does not apply. */
  readonly text: Texts | null
  readonly notes: readonly string[]
  readonly result: CommandResult | null
}

/** Runs a command on a schema; `args` may look ids up by name. */
export function run<Name extends CommandName>(
  before: Texts,
  name: Name,
  args: (ids: Ids) => CommandArguments[Name],
): Outcome {
  const ctx = contextOf(before)
  const result = runCommand(ctx, name, args(idsOf(ctx)))
  if (!result) return { text: null, notes: [], result }
  const texts = applyResult(ctx, result)
  const isOne = typeof before === 'string' && texts.size === 1
  const text = isOne ? (texts.get(PATH) as string) : Object.fromEntries(texts)
  return { text, notes: result.notes ?? [], result }
}

/**
 * Checks what a command makes of a schema, and all that it says about it. Texts are written with
 * the indentation of the code around them.
 */
export function check<Name extends CommandName>(
  name: Name,
  before: Texts,
  args: (ids: Ids) => CommandArguments[Name],
  after: Texts,
  notes: readonly string[] = [],
): void {
  const outcome = run(dedent(before), name, args)
  expect(outcome.text).toEqual(dedent(after))
  expect(outcome.notes).toEqual(notes)
}

/** Checks that a command does not apply. */
export function checkRefusal<Name extends CommandName>(
  name: Name,
  before: Texts,
  args: (ids: Ids) => CommandArguments[Name],
): void {
  expect(run(dedent(before), name, args).result).toBeNull()
}

/** Takes the first line break and the indentation of the first line off every line. */
export function dedent<T extends Texts>(texts: T): Texts {
  if (typeof texts !== 'string') {
    return Object.fromEntries(Object.entries(texts).map(([p, text]) => [p, dedent(text) as string]))
  }
  const lines = texts.replace(/^\n/, '').split('\n')
  const indentation = /^ */.exec(lines[0] as string)?.[0].length ?? 0
  return lines.map((line) => line.slice(Math.min(indentation, line.search(/\S|$/)))).join('\n')
}
