/**
 * Draws the official engine's messages as squiggles under the text they are about, and hints of our
 * own as dots.
 */

import { unsaidByEngine } from '@/components/fixes/faults'
import type { Finding } from '@/lib/lint/rule'
import type { Diagnostic } from '@/lib/store/state'
import type { FacetStore } from '@/lib/store/store'
import type { Binding } from './binding'
import { explainer } from './explain-problem'
import type { CodeMarker, CodeModel, Monaco } from './monaco'

/** Who Monaco should think they come from. */
const OWNER = 'Prisma'
const HINT_OWNER = 'Facet'

/** More than this many in one file help nobody, and cost time at every keystroke. */
const MAX_MARKERS = 500

export interface Markers {
  /** Draws them again, after models came or went. */
  update(): void
  dispose(): void
}

export function showMarkers(monaco: Monaco, store: FacetStore, binding: Binding): Markers {
  function updateProblems(): void {
    const { document, validation } = store.getState()
    const explain = explainer(document, validation)
    draw(OWNER, validation.diagnostics, (model, item) => {
      const explanation = explain(item)
      const message = explanation === null ? item.message : `${item.message}\n${explanation}`
      return markerOf(monaco, model, { ...item, message })
    })
  }

  function updateHints(): void {
    const { document, validation, findings } = store.getState()
    const hints = unsaidByEngine(document, findings ?? [], validation.diagnostics)
    draw(HINT_OWNER, hints, (model, item) => markerOf(monaco, model, item))
  }

  function draw<Item extends Finding | Diagnostic>(
    owner: string,
    items: readonly Item[],
    toMarker: (model: CodeModel, item: Item) => CodeMarker,
  ): void {
    const byPath = new Map<string, Item[]>()
    for (const item of items) {
      const list = byPath.get(item.path)
      if (!list) byPath.set(item.path, [item])
      else if (list.length < MAX_MARKERS) list.push(item)
    }
    for (const [path, model] of binding.models) {
      const markers = (byPath.get(path) ?? []).map((item) => toMarker(model, item))
      monaco.editor.setModelMarkers(model, owner, markers)
    }
  }

  function update(): void {
    updateProblems()
    updateHints()
  }

  const unsubscribe = store.subscribe((state, before) => {
    const isSameValidation = state.validation.diagnostics === before.validation.diagnostics
    if (!isSameValidation) updateProblems()
    // While somebody types, Monaco moves the dots along; the rules look again soon.
    const isMoved = state.document.version !== before.document.version
    if (!isMoved && (!isSameValidation || state.findings !== before.findings)) updateHints()
  })
  update()
  return { update, dispose: unsubscribe }
}

function markerOf(
  { MarkerSeverity }: Monaco,
  model: CodeModel,
  { from, to, message, severity }: Finding | Diagnostic,
): CodeMarker {
  const start = model.getPositionAt(from)
  // Messages about a whole block end with its closing line; one about nothing gets a character.
  const end = model.getPositionAt(Math.max(to, from + 1))
  return {
    message,
    severity: {
      error: MarkerSeverity.Error,
      warning: MarkerSeverity.Warning,
      hint: MarkerSeverity.Hint,
    }[severity],
    startLineNumber: start.lineNumber,
    startColumn: start.column,
    endLineNumber: end.lineNumber,
    endColumn: end.column,
  }
}
