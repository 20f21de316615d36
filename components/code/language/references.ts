/** Every place that names the same thing, over all files. */

import { referencesAt } from '@/lib/language/references'
import { PSL } from '../psl-language'
import { askedPlace, type Disposable, type LanguageHost, locationOf } from './language-host'

export function registerReferences(host: LanguageHost): Disposable {
  return host.monaco.languages.registerReferenceProvider(PSL, {
    provideReferences(model, position, { includeDeclaration }) {
      const place = askedPlace(host, model, position)
      if (!place) return null
      const options = { withDeclaration: includeDeclaration }
      const spans = referencesAt(place.snapshot, place.path, place.offset, options)
      return spans.flatMap((span) => locationOf(host, span) ?? [])
    },
  })
}
