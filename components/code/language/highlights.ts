/** Marks the other places of this file that name what the cursor is on. */

import { highlightsAt } from '@/lib/language/highlights'
import { PSL } from '../psl-language'
import { askedPlace, type Disposable, type LanguageHost, rangeIn } from './language-host'

export function registerHighlights(host: LanguageHost): Disposable {
  const { languages } = host.monaco
  const { Read, Write } = languages.DocumentHighlightKind
  return languages.registerDocumentHighlightProvider(PSL, {
    provideDocumentHighlights(model, position) {
      const place = askedPlace(host, model, position)
      if (!place) return null
      return highlightsAt(place.snapshot, place.path, place.offset).map((highlight) => ({
        range: rangeIn(model, highlight),
        kind: highlight.access === 'write' ? Write : Read,
      }))
    },
  })
}
