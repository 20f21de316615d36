/** The blocks and members of a file, for the list that Ctrl+Shift+O opens. */

import { type OutlineKind, type OutlineSymbol, outlineOf } from '@/lib/language/outline'
import type { CodeModel, Monaco } from '../monaco'
import { PSL } from '../psl-language'
import { type Disposable, type LanguageHost, rangeIn } from './language-host'

export function registerOutline(host: LanguageHost): Disposable {
  const { languages } = host.monaco
  return languages.registerDocumentSymbolProvider(PSL, {
    displayName: 'Prisma schema',
    provideDocumentSymbols(model) {
      const path = host.binding.pathOf(model.uri)
      if (path === null) return null
      return outlineOf(host.snapshot(), path).map((symbol) => symbolOf(languages, model, symbol))
    },
  })
}

type Languages = Monaco['languages']
type DocumentSymbol = NonNullable<
  Awaited<
    ReturnType<Parameters<Languages['registerDocumentSymbolProvider']>[1]['provideDocumentSymbols']>
  >
>[number]

function symbolOf(languages: Languages, model: CodeModel, symbol: OutlineSymbol): DocumentSymbol {
  const { name, detail, kind, span, selection, children } = symbol
  return {
    name,
    detail,
    kind: languages.SymbolKind[KINDS[kind]],
    tags: [],
    range: rangeIn(model, span),
    selectionRange: rangeIn(model, selection),
    children: children.map((child) => symbolOf(languages, model, child)),
  }
}

/** Which of Monaco's signs stands beside each. */
const KINDS = {
  model: 'Class',
  view: 'Interface',
  type: 'Struct',
  enum: 'Enum',
  datasource: 'Module',
  generator: 'Module',
  unknown: 'Null',
  field: 'Field',
  value: 'EnumMember',
  setting: 'Property',
} as const satisfies Record<OutlineKind, keyof Languages['SymbolKind']>
