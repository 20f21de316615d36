/** The list of the Problems tab: what the engine says, or without it what our own parser says. */

import { problemsOf } from '@/components/fixes/faults'
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
  const diagnostics = problemsOf(document, validation)
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
  const diagnostics = problemsOf(document, validation)
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length
  return { errors, warnings: diagnostics.length - errors }
}

/** How many errors and warnings each file has; those with none are left out. */
export function problemsByFile(
  document: SchemaDocument,
  validation: Validation,
): Map<string, { errors: number; warnings: number }> {
  const counts = new Map<string, { errors: number; warnings: number }>()
  for (const { path, severity } of problemsOf(document, validation)) {
    const count = counts.get(path) ?? { errors: 0, warnings: 0 }
    if (severity === 'error') count.errors++
    else count.warnings++
    counts.set(path, count)
  }
  return counts
}
