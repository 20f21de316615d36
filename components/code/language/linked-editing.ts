/** Both ends of a relation's name change together while one is typed. */

import { linkedNamesAt } from '@/lib/language/linked-editing'
import { PSL } from '../psl-language'
import { askedPlace, type Disposable, type LanguageHost, rangeIn } from './language-host'

/** Names of relations are strings, in which anything but quotes may stand. */
const IN_QUOTES = /[^"\n]*/

export function registerLinkedEditing(host: LanguageHost): Disposable {
  return host.monaco.languages.registerLinkedEditingRangeProvider(PSL, {
    provideLinkedEditingRanges(model, position) {
      const place = askedPlace(host, model, position)
      const names = place && linkedNamesAt(place.snapshot, place.path, place.offset)
      if (!names) return null
      return { ranges: names.map((name) => rangeIn(model, name)), wordPattern: IN_QUOTES }
    },
  })
}
