/** What is known of the name under the pointer. */

import { hoverAt } from '@/lib/language/hover'
import { PSL } from '../psl-language'
import { askedPlace, type Disposable, type LanguageHost, rangeIn } from './language-host'

export function registerHover(host: LanguageHost): Disposable {
  return host.monaco.languages.registerHoverProvider(PSL, {
    provideHover(model, position) {
      const place = askedPlace(host, model, position)
      const hover = place && hoverAt(place.snapshot, place.path, place.offset)
      if (!hover) return null
      // Neither HTML nor links that run something: what a schema says of itself is only text.
      const contents = hover.contents.map((value) => ({ value, isTrusted: false }))
      return { range: rangeIn(model, hover.span), contents }
    },
  })
}
