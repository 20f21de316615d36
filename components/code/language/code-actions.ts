/** Quick fixes for what the squiggles and dots mark, behind the bulb and Ctrl+. */

import type { Fix, FixFinder } from '@/components/fixes/fix'
import type { FacetStore } from '@/lib/store/store'
import type { CodePlace } from '../code-places'
import type { CodeModel } from '../monaco'
import { PSL } from '../psl-language'
import type { Disposable, EditorRange, LanguageHost } from './language-host'

const RUN = 'facet.runFix'

/** What can be done about what touches a range of a model. */
export type FixesAt = (model: CodeModel, range: EditorRange) => Promise<readonly Fix[]>

export function fixesIn(
  { binding, store }: { binding: LanguageHost['binding']; store: FacetStore },
  findFixes: FixFinder,
): FixesAt {
  return async (model, range) => {
    const path = binding.pathOf(model.uri)
    if (path === null) return []
    const asked = {
      from: model.getOffsetAt({ lineNumber: range.startLineNumber, column: range.startColumn }),
      to: model.getOffsetAt({ lineNumber: range.endLineNumber, column: range.endColumn }),
    }
    const { validation, findings } = store.getState()
    const found = diagnosticsAt(validation.diagnostics, path, asked)
    const hints = diagnosticsAt(findings ?? [], path, asked)
    const answers = await Promise.all([...found, ...hints].map(findFixes))
    const all = answers.flatMap(({ fixes }) => fixes)
    return withoutRepeats([
      ...all.filter(({ isQuiet }) => !isQuiet),
      ...all.filter(({ isQuiet }) => isQuiet),
    ])
  }
}

export function registerCodeActions({ monaco }: LanguageHost, fixesAt: FixesAt): Disposable {
  const command = monaco.editor.registerCommand(RUN, (_accessor, fix: Fix) => fix.run())
  const provider = monaco.languages.registerCodeActionProvider(
    PSL,
    {
      async provideCodeActions(model, range, { only }) {
        if (only !== undefined && !'quickfix'.startsWith(only)) return null
        const actions = (await fixesAt(model, range)).map((fix) => ({
          title: fix.title,
          kind: 'quickfix',
          isPreferred: fix.isPreferred,
          command: { id: RUN, title: fix.title, arguments: [fix] },
        }))
        return { actions, dispose() {} }
      },
    },
    { providedCodeActionKinds: ['quickfix'] },
  )
  return {
    dispose() {
      provider.dispose()
      command.dispose()
    },
  }
}

/** Those that touch the place; one about nothing reaches over a character, as it is drawn. */
export function diagnosticsAt<Item extends CodePlace>(
  diagnostics: readonly Item[],
  path: string,
  { from, to }: { readonly from: number; readonly to: number },
): readonly Item[] {
  return diagnostics.filter((diagnostic) => {
    const end = Math.max(diagnostic.to, diagnostic.from + 1)
    return diagnostic.path === path && diagnostic.from <= to && from <= end
  })
}

/** Two problems may be mended by the same. */
function withoutRepeats(fixes: readonly Fix[]): readonly Fix[] {
  return [...new Map([...fixes].reverse().map((fix) => [fix.title, fix])).values()].reverse()
}
