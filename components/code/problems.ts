/** The list of the Problems tab: what the engine says, or without it what our own parser says. */

import type { SchemaDocument } from '@/lib/document/document'
import type { Diagnostic, Validation } from '@/lib/store/state'
import { type LineColumn, lineColumns } from './code-places'

export interface Problem extends Diagnostic, LineColumn {}

export interface FileProblems {
  readonly path: string
  /** In the order of the text. */
  readonly problems: readonly Problem[]
}

/** Everything that is wrong, file by file; files without problems are left out. */
export function listProblems(document: SchemaDocument, validation: Validation): FileProblems[] {
  const diagnostics = allProblems(document, validation)
  const result: FileProblems[] = []
  for (const [path, { syntax }] of document.files) {
    const own = diagnostics.filter((item) => item.path === path)
    if (own.length === 0) continue
    own.sort((a, b) => a.from - b.from || a.to - b.to)
    const places = lineColumns(
      syntax.text,
      own.map(({ from }) => from),
    )
    const problems = own.map((item, index) => ({ ...item, ...(places[index] as LineColumn) }))
    result.push({ path, problems })
  }
  return result
}

/** How many errors and warnings there are, for the tab. */
export function countProblems(
  document: SchemaDocument,
  validation: Validation,
): { errors: number; warnings: number } {
  const diagnostics = allProblems(document, validation)
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length
  return { errors, warnings: diagnostics.length - errors }
}

function allProblems(document: SchemaDocument, validation: Validation): readonly Diagnostic[] {
  return validation.state === 'unavailable' ? syntaxProblems(document) : validation.diagnostics
}

function syntaxProblems(document: SchemaDocument): Diagnostic[] {
  return [...document.files].flatMap(([path, { syntax }]) =>
    syntax.items.flatMap((item, index): Diagnostic[] => {
      const start = syntax.starts[index] as number
      if (item.kind === 'block') {
        return item.problems.map(({ from, to, message }) => ({
          path,
          from: start + from,
          to: start + to,
          message,
          severity: 'error',
        }))
      }
      if (item.kind !== 'stray') return []
      const text = item.text.trimEnd()
      const from = start + text.length - text.trimStart().length
      const message = 'This is neither a block nor a comment.'
      return [{ path, from, to: start + text.length, message, severity: 'error' }]
    }),
  )
}
