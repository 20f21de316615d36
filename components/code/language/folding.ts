/** Folds what spans lines: blocks, comments, lists. */

import { foldsOf } from '@/lib/language/folding'
import { PSL } from '../psl-language'
import { type Disposable, type LanguageHost, rangeIn } from './language-host'

export function registerFolding(host: LanguageHost): Disposable {
  const { languages } = host.monaco
  return languages.registerFoldingRangeProvider(PSL, {
    provideFoldingRanges(model) {
      const path = host.binding.pathOf(model.uri)
      if (path === null) return []
      return foldsOf(host.snapshot(), path).map((fold) => {
        const { startLineNumber: start, endLineNumber: end } = rangeIn(model, fold)
        return fold.kind === 'comment'
          ? { start, end, kind: languages.FoldingRangeKind.Comment }
          : { start, end }
      })
    },
  })
}
