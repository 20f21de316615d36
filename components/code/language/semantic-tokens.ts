/** Colours names by their meaning. */

import { semanticTokens } from '@/lib/language/semantic-tokens'
import { PSL } from '../psl-language'
import { changesElsewhere, type Disposable, type LanguageHost } from './language-host'
import { encodeStretches, SEMANTIC_COLORS, semanticColor } from './semantic-colors'

export function registerSemanticTokens(host: LanguageHost): Disposable {
  const elsewhere = changesElsewhere(host)
  const provider = host.monaco.languages.registerDocumentSemanticTokensProvider(PSL, {
    onDidChange: elsewhere.event,
    getLegend: () => ({ tokenTypes: [...SEMANTIC_COLORS], tokenModifiers: [] }),
    provideDocumentSemanticTokens(model) {
      const path = host.binding.pathOf(model.uri)
      if (path === null) return null
      const stretches = semanticTokens(host.snapshot(), path).flatMap((token) => {
        const color = semanticColor(token)
        if (!color) return []
        // No name spans lines.
        const { lineNumber, column } = model.getPositionAt(token.from)
        const length = token.to - token.from
        return [{ line: lineNumber - 1, start: column - 1, length, color }]
      })
      return { data: encodeStretches(stretches) }
    },
    releaseDocumentSemanticTokens() {},
  })
  return {
    dispose() {
      provider.dispose()
      elsewhere.dispose()
    },
  }
}
