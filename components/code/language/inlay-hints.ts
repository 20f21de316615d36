/** What the database has and the text does not say, between its words. Can be switched off. */

import { type HintKind, inlayHints } from '@/lib/language/inlay-hints'
import { editorSettings } from '../editor-settings'
import { PSL } from '../psl-language'
import { changesElsewhere, type Disposable, type LanguageHost } from './language-host'

const KINDS: ReadonlySet<HintKind> = new Set(['databaseName', 'relationTable', 'constraintName'])

export function registerInlayHints(host: LanguageHost): Disposable {
  const elsewhere = changesElsewhere(host)
  const provider = host.monaco.languages.registerInlayHintsProvider(PSL, {
    displayName: 'Prisma schema',
    onDidChangeInlayHints: elsewhere.event,
    provideInlayHints(model, range) {
      const path = host.binding.pathOf(model.uri)
      const hasHints = path !== null && editorSettings.read().hasHints
      const asked = {
        from: model.getOffsetAt(range.getStartPosition()),
        to: model.getOffsetAt(range.getEndPosition()),
      }
      const found = hasHints ? inlayHints(host.snapshot(), path, asked, KINDS) : []
      const hints = found.map(({ at, label, tooltip }) => ({
        position: model.getPositionAt(at),
        label,
        tooltip,
        paddingLeft: true,
      }))
      return { hints, dispose() {} }
    },
  })
  const unsubscribe = editorSettings.subscribe(elsewhere.fire)
  return {
    dispose() {
      unsubscribe()
      provider.dispose()
      elsewhere.dispose()
    },
  }
}
