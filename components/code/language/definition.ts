/** Leads to where a name is declared; to another file by opening it, for there is one editor. */

import { definitionAt } from '@/lib/language/definition'
import { PSL } from '../psl-language'
import {
  askedPlace,
  type Disposable,
  type LanguageHost,
  locationOf,
  rangeIn,
} from './language-host'

export function registerDefinition(host: LanguageHost): Disposable {
  const { monaco } = host
  const provider = monaco.languages.registerDefinitionProvider(PSL, {
    provideDefinition(model, position) {
      const place = askedPlace(host, model, position)
      const definition = place && definitionAt(place.snapshot, place.path, place.offset)
      if (!definition) return null
      const originSelectionRange = rangeIn(model, definition.origin)
      return definition.targets.flatMap((target) => {
        const location = locationOf(host, target)
        return location ? [{ ...location, originSelectionRange }] : []
      })
    },
  })
  const opener = monaco.editor.registerEditorOpener({
    openCodeEditor(source, uri, place) {
      const path = host.binding.pathOf(uri)
      const model = path === null ? null : host.binding.modelOf(path)
      if (path === null || !model || !isOwn(host, source)) return false
      const { from, to } = offsetsOf(model, place)
      host.store.getState().actions.show({ view: 'code', path, from, to })
      return true
    },
  })
  return {
    dispose() {
      provider.dispose()
      opener.dispose()
    },
  }
}

/** The editor itself, or one within it: the preview of references. */
function isOwn({ editor }: LanguageHost, source: { getContainerDomNode(): HTMLElement }): boolean {
  const node = source.getContainerDomNode()
  return node === editor.getContainerDomNode() || editor.getContainerDomNode().contains(node)
}

type OpenedPlace = Parameters<
  Parameters<LanguageHost['monaco']['editor']['registerEditorOpener']>[0]['openCodeEditor']
>[2]

function offsetsOf(
  model: { getOffsetAt(position: { lineNumber: number; column: number }): number },
  place: OpenedPlace,
): { readonly from: number; readonly to: number } {
  if (!place) return { from: 0, to: 0 }
  if ('lineNumber' in place) {
    const at = model.getOffsetAt(place)
    return { from: at, to: at }
  }
  const { startLineNumber, startColumn, endLineNumber, endColumn } = place
  return {
    from: model.getOffsetAt({ lineNumber: startLineNumber, column: startColumn }),
    to: model.getOffsetAt({ lineNumber: endLineNumber, column: endColumn }),
  }
}
