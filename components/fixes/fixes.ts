/**
 * What can be done about a problem or a hint, wherever it is shown: commands of our own, and what
 * the official engine offers. Each is one undo step.
 */

import type { CommandContext, CommandResult } from '@/lib/commands/command'
import type { SchemaDocument } from '@/lib/document/document'
import type { EngineFix } from '@/lib/engines/prisma-schema/shared'
import type { Services } from '@/lib/store/services'
import type { Diagnostic } from '@/lib/store/state'
import { commandContext, type FacetStore } from '@/lib/store/store'
import { prismaVersionOf } from '@/lib/store/validation'
import type { Fix, FixFinder, FoundFixes } from './fix'
import { hintFixes, hintSwitches } from './hint-actions'
import { type OfferedFix, resultOf, runOffered } from './run-offered'

/** What commands of ours do about a finding, the likeliest first. Only such as apply. */
export type FixSource = (ctx: CommandContext, finding: Diagnostic) => readonly OfferedFix[]

interface FixFinderOptions {
  readonly store: FacetStore
  /** `null` until the page has started: then only commands of ours are offered. */
  readonly checker: Pick<Services['checker'], 'fixes'> | null
  readonly fixesFor: FixSource
}

export function createFixFinder({ store, checker, fixesFor }: FixFinderOptions): FixFinder {
  return async (finding) =>
    'rule' in finding
      ? {
          fixes: [...hintFixes(store, finding), ...hintSwitches(store, finding)],
          isComplete: true,
        }
      : await findProblemFixes(finding)

  async function findProblemFixes(diagnostic: Diagnostic): Promise<FoundFixes> {
    const state = store.getState()
    const { document } = state
    const offered = fixesFor(commandContext(document), diagnostic)
    const files = [...document.files.values()].map(({ path, syntax }) => {
      return { path, text: syntax.text }
    })
    const engineFixes = checker
      ? await inTime((signal) =>
          checker.fixes(prismaVersionOf(state), files, diagnostic, signal),
        ).catch(() => null)
      : null
    const fixes = [
      ...offered.map((fix): Fix => {
        const { label: title, isPreferred } = fix
        return { title, isPreferred, run: () => runOffered(store, fix) }
      }),
      ...newOnes(document, offered, engineFixes ?? []).map((fix): Fix => {
        const run = () => runEngineFix(store, document, fix)
        return { title: fix.title, isPreferred: false, run }
      }),
    ]
    return { fixes, isComplete: engineFixes !== null }
  }
}

/** How long a menu waits for the engine, in ms; what needs none of it is not kept back longer. */
const LONGEST_WAIT = 2_000

/** Rejects when it takes too long; what has not been asked of the engine by then never is. */
async function inTime<T>(ask: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(), LONGEST_WAIT)
  try {
    return await ask(controller.signal)
  } finally {
    clearTimeout(timer)
  }
}

/** The engine's edits belong to the text that it was given, and to no other. */
function runEngineFix(store: FacetStore, document: SchemaDocument, fix: EngineFix): void {
  const { actions, document: now } = store.getState()
  if (now.version !== document.version) {
    const text = 'The schema has changed meanwhile, so nothing was done. Ask for fixes again.'
    actions.notify({ kind: 'error', text })
    return
  }
  actions.run({ name: 'engineFix', run: () => commandResult(fix) }, null)
}

function commandResult({ title, edits }: EngineFix): CommandResult {
  const paths = [...new Set(edits.map(({ path }) => path))]
  const own = (path: string) => edits.filter((edit) => edit.path === path)
  return { label: title, edits: paths.map((path) => ({ path, edits: own(path) })) }
}

/**
 * Those of the engine that lead to something else than ours do, but for spaces. Where ours declare
 * an unknown type, with a first member in it, the engine's empty declarations are left out.
 */
function newOnes(
  document: SchemaDocument,
  offered: readonly OfferedFix[],
  engineFixes: readonly EngineFix[],
): readonly EngineFix[] {
  if (offered.length === 0 || engineFixes.length === 0) return engineFixes
  const ctx = commandContext(document)
  const known = new Set(offered.map((fix) => outcome(document, resultOf(ctx, fix))))
  const declares = offered.some(({ command }) => command === 'declareType')
  return engineFixes.filter(
    (fix) =>
      !(declares && EMPTY_DECLARATION.test(fix.title)) &&
      !known.has(outcome(document, commandResult(fix))),
  )
}

/** As the engines of 6.19 and 7.10 call it. */
const EMPTY_DECLARATION = /^Create new (?:model|enum|type) '/

function outcome(document: SchemaDocument, result: CommandResult | null): string {
  const edits = new Map(result?.edits.map(({ path, edits }) => [path, edits]))
  const texts = [...document.files].map(([path, { syntax }]) => {
    let { text } = syntax
    for (const { from, to, insert } of [...(edits.get(path) ?? [])].sort(
      (a, b) => b.from - a.from,
    )) {
      text = text.slice(0, from) + insert + text.slice(to)
    }
    return text.replace(/\s/g, '')
  })
  return JSON.stringify([texts, result?.files ?? []])
}
