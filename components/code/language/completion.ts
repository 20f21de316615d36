/** What can be typed here, in the editor's list: after each letter, also in broken text. */

import { caretAt } from '@/lib/language/caret'
import type { CompletionItem, CompletionKind } from '@/lib/language/complete/item'
import { completionsAt, TRIGGER_CHARACTERS } from '@/lib/language/completion'
import type { CodeModel, Monaco } from '../monaco'
import { PSL } from '../psl-language'
import {
  type AskedPlace,
  askedPlace,
  type Disposable,
  type LanguageHost,
  rangeIn,
} from './language-host'

export function registerCompletion(host: LanguageHost): Disposable {
  return host.monaco.languages.registerCompletionItemProvider(PSL, {
    triggerCharacters: [...TRIGGER_CHARACTERS],
    provideCompletionItems(model, position, { triggerCharacter }) {
      const place = askedPlace(host, model, position)
      if (!place || (triggerCharacter === ' ' && mayBeAllSaid(place))) return null
      const items = completionsAt(place.snapshot, place.path, place.offset)
      return { suggestions: items.map((item) => suggestionOf(host.monaco, model, item)) }
    },
  })
}

/**
 * Whether what stands there may be meant as it is. A list that a mere space had opened would take
 * the Enter that was to begin the next line.
 */
function mayBeAllSaid({ snapshot, path, offset }: AskedPlace): boolean {
  const caret = caretAt(snapshot, path, offset)
  return caret?.kind === 'top' || caret?.kind === 'member' || caret?.kind === 'attribute'
}

function suggestionOf({ languages }: Monaco, model: CodeModel, item: CompletionItem) {
  const { label, detail, insertText, isSnippet, documentation, sortText, filterText } = item
  const { InsertAsSnippet, None } = languages.CompletionItemInsertTextRule
  return {
    label: detail === '' ? label : { label, description: detail },
    kind: languages.CompletionItemKind[KINDS[item.kind]],
    insertText,
    insertTextRules: isSnippet ? InsertAsSnippet : None,
    range: rangeIn(model, item),
    sortText,
    filterText,
    ...(documentation !== '' && { documentation: { value: documentation } }),
    ...(item.asksAgain && { command: ASK_AGAIN }),
  }
}

const ASK_AGAIN = { id: 'editor.action.triggerSuggest', title: 'Suggest' }

/** Which of Monaco's signs stands beside each. */
const KINDS = {
  keyword: 'Keyword',
  snippet: 'Snippet',
  scalar: 'TypeParameter',
  model: 'Class',
  view: 'Interface',
  type: 'Struct',
  enum: 'Enum',
  value: 'EnumMember',
  field: 'Field',
  attribute: 'Property',
  argument: 'Variable',
  function: 'Function',
  nativeType: 'Unit',
  setting: 'Property',
  constant: 'Constant',
  text: 'Text',
} as const satisfies Record<CompletionKind, keyof Monaco['languages']['CompletionItemKind']>
