/** Draws the official engine's messages as squiggles under the text they are about. */

import type { Diagnostic } from '@/lib/store/state'
import type { FacetStore } from '@/lib/store/store'
import type { Binding } from './binding'
import type { CodeMarker, CodeModel, Monaco } from './monaco'

/** Who Monaco should think they come from. */
const OWNER = 'Prisma'

/** More than this many in one file help nobody, and cost time at every keystroke. */
const MAX_MARKERS = 500

export interface Markers {
  /** Draws them again, after models came or went. */
  update(): void
  dispose(): void
}

export function showMarkers(monaco: Monaco, store: FacetStore, binding: Binding): Markers {
  function update(): void {
    const byPath = new Map<string, Diagnostic[]>()
    for (const diagnostic of store.getState().validation.diagnostics) {
      const list = byPath.get(diagnostic.path)
      if (!list) byPath.set(diagnostic.path, [diagnostic])
      else if (list.length < MAX_MARKERS) list.push(diagnostic)
    }
    for (const [path, model] of binding.models) {
      const markers = (byPath.get(path) ?? []).map((item) => markerOf(monaco, model, item))
      monaco.editor.setModelMarkers(model, OWNER, markers)
    }
  }

  const unsubscribe = store.subscribe((state, before) => {
    if (state.validation.diagnostics !== before.validation.diagnostics) update()
  })
  update()
  return { update, dispose: unsubscribe }
}

function markerOf(
  { MarkerSeverity }: Monaco,
  model: CodeModel,
  { from, to, message, severity }: Diagnostic,
): CodeMarker {
  const start = model.getPositionAt(from)
  // Messages about a whole block end with its closing line; one about nothing gets a character.
  const end = model.getPositionAt(Math.max(to, from + 1))
  return {
    message,
    severity: severity === 'error' ? MarkerSeverity.Error : MarkerSeverity.Warning,
    startLineNumber: start.lineNumber,
    startColumn: start.column,
    endLineNumber: end.lineNumber,
    endColumn: end.column,
  }
}
