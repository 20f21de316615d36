/** The parameters of the attribute or function that is being written. */

import { signatureAt } from '@/lib/language/signature-help'
import { PSL } from '../psl-language'
import { askedPlace, type Disposable, type LanguageHost } from './language-host'

export function registerSignatureHelp(host: LanguageHost): Disposable {
  return host.monaco.languages.registerSignatureHelpProvider(PSL, {
    signatureHelpTriggerCharacters: ['(', ','],
    signatureHelpRetriggerCharacters: [':', '[', ']', ' '],
    provideSignatureHelp(model, position) {
      const place = askedPlace(host, model, position)
      const help = place && signatureAt(place.snapshot, place.path, place.offset)
      if (!help) return null
      const parameters = help.parameters.map(({ range, documentation }) => ({
        label: [range.from, range.to] as [number, number],
        documentation: { value: documentation },
      }))
      const { label, documentation } = help
      return {
        value: {
          signatures: [{ label, documentation: { value: documentation }, parameters }],
          activeSignature: 0,
          // One past the last marks none.
          activeParameter: help.active ?? parameters.length,
        },
        dispose() {},
      }
    },
  })
}
