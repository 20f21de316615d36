/**
 * What every feature of the language reads: the design as it is now, and the models that show its
 * files. The language service (`lib/language`) knows no editor and Monaco no design; the features
 * beside this module only translate between the two.
 */

import type { LanguageSnapshot, Span } from '@/lib/language/snapshot'
import type { Range } from '@/lib/psl/syntax'
import type { FacetStore } from '@/lib/store/store'
import { commandContext } from '@/lib/store/store'
import { prismaVersionOf } from '@/lib/store/validation'
import type { Binding } from '../binding'
import type { CodeEditor, CodeModel, Monaco } from '../monaco'

export interface LanguageHost {
  readonly monaco: Monaco
  readonly editor: CodeEditor
  readonly store: FacetStore
  readonly binding: Binding
  /** The design at this moment. The same object until it changes. */
  snapshot(): LanguageSnapshot
}

export interface Disposable {
  dispose(): void
}

/** Lines and columns from 1, as Monaco takes ranges. */
export interface EditorRange {
  readonly startLineNumber: number
  readonly startColumn: number
  readonly endLineNumber: number
  readonly endColumn: number
}

/** A place of a model in the terms of the language service. */
export interface AskedPlace {
  readonly snapshot: LanguageSnapshot
  readonly path: string
  /** In UTF-16 code units of the file. */
  readonly offset: number
}

export function createLanguageHost(
  parts: Pick<LanguageHost, 'monaco' | 'editor' | 'store' | 'binding'>,
): LanguageHost {
  let made: { readonly key: unknown; readonly snapshot: LanguageSnapshot } | null = null
  return {
    ...parts,
    snapshot() {
      const state = parts.store.getState()
      const version = prismaVersionOf(state)
      if (made?.key !== state.document || made.snapshot.version !== version) {
        const snapshot = { ...commandContext(state.document), version }
        made = { key: state.document, snapshot }
      }
      return made.snapshot
    },
  }
}

/** `null` for a model that shows no file of the design, such as one of a comparison. */
export function askedPlace(
  host: LanguageHost,
  model: CodeModel,
  position: { readonly lineNumber: number; readonly column: number },
): AskedPlace | null {
  const path = host.binding.pathOf(model.uri)
  if (path === null) return null
  return { snapshot: host.snapshot(), path, offset: model.getOffsetAt(position) }
}

export function rangeIn(model: CodeModel, { from, to }: Range): EditorRange {
  const start = model.getPositionAt(from)
  const end = from === to ? start : model.getPositionAt(to)
  return {
    startLineNumber: start.lineNumber,
    startColumn: start.column,
    endLineNumber: end.lineNumber,
    endColumn: end.column,
  }
}

/** Where a span is, in whichever file; `null` if that file has gone. */
export function locationOf({ binding }: LanguageHost, span: Span) {
  const model = binding.modelOf(span.path)
  return model && { uri: model.uri, range: rangeIn(model, span) }
}

/**
 * Tells of changes that a model itself does not have: those of other files, by which the meaning of
 * names in this one may have changed.
 */
export function changesElsewhere({ monaco, store, binding }: LanguageHost) {
  const emitter = new monaco.Emitter<void>()
  const unsubscribe = store.subscribe((state, before) => {
    if (state.document.version === before.document.version) return
    const isElsewhere = [...state.document.files].some(
      ([path, { syntax }]) =>
        path !== binding.shownPath && before.document.files.get(path)?.syntax !== syntax,
    )
    if (isElsewhere || state.document.files.size !== before.document.files.size) emitter.fire()
  })
  return {
    event: emitter.event,
    fire: () => emitter.fire(),
    dispose() {
      unsubscribe()
      emitter.dispose()
    },
  }
}
