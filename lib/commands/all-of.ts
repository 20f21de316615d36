/** One command of several that change different blocks: one step, one undo. */

import type { Command, CommandResult, FileEdits } from './command'

/**
 * Runs a command with each of the arguments, all on the same snapshot, so no two of them may touch
 * the same text. Those that do not apply are left out; `null` when none does.
 */
export function allOf<Args>(command: Command<Args>, label: string): Command<readonly Args[]> {
  return {
    name: command.name,
    run(ctx, args) {
      const results = args.flatMap((one) => command.run(ctx, one) ?? [])
      if (results.length === 0) return null
      const notes = [...new Set(results.flatMap((result) => result.notes ?? []))]
      return { edits: joinEdits(results), label, ...(notes.length > 0 && { notes }) }
    },
  }
}

function joinEdits(results: readonly CommandResult[]): FileEdits[] {
  const byPath = new Map<string, FileEdits>()
  for (const { path, edits } of results.flatMap((result) => result.edits)) {
    const before = byPath.get(path)?.edits ?? []
    byPath.set(path, { path, edits: [...before, ...edits] })
  }
  return [...byPath.values()]
}
