/**
 * Keeps the editor's models and the document's files one text.
 *
 * The document is the truth. What is typed becomes a change of it; what changes it otherwise is
 * applied to the models as edits, so that cursor, folding and scroll survive. There is a model
 * for each file that has been shown. This module knows nothing of selections or messages.
 */

import type { FacetState } from '@/lib/store/state'
import type { FacetStore } from '@/lib/store/store'
import { type ChangeSet, diffTexts } from '@/lib/text/change-set'
import { PLAIN_BRACKETS } from './editor-options'
import { changesFromEvent, wholeCharacters } from './model-edits'
import type { CodeEditor, CodeModel, CodeViewState, Monaco } from './monaco'
import { PSL } from './psl-language'

interface BoundFile {
  readonly model: CodeModel
  /** What the model and the document both held when they were last compared. */
  text: string
  viewState: CodeViewState | null
}

export interface Binding {
  /** Shows a file of the document, where it was last left. Nothing happens if it is not there. */
  show(path: string): void
  /** The file on show. */
  readonly shownPath: string | null
  /** The models made so far. */
  readonly models: ReadonlyMap<string, CodeModel>
  /** The model of a file, made now if it has not been shown yet; `null` if there is no such file. */
  modelOf(path: string): CodeModel | null
  /** The file whose model has this address; `null` when it is nobody's here. */
  pathOf(uri: { toString(): string }): string | null
  dispose(): void
}

interface BindingOptions {
  readonly monaco: Monaco
  readonly editor: CodeEditor
  readonly store: FacetStore
  /** Told after models were made or dropped. */
  onModelsChange(): void
}

/** The time in ms without changes after which the texts are compared in full. */
const CHECK_DELAY = 1000

/** Keeps addresses of models apart when one editor follows another. */
let serial = 0

export function bindEditor({ monaco, editor, store, onModelsChange }: BindingOptions): Binding {
  const files = new Map<string, BoundFile>()
  const models = new Map<string, CodeModel>()
  const authority = `design-${++serial}`
  let shownPath: string | null = null
  let isApplying = false
  let sendingPath: string | null = null
  let checkTimer: ReturnType<typeof setTimeout> | undefined

  function documentText(path: string): string | null {
    return store.getState().document.files.get(path)?.syntax.text ?? null
  }

  function create(path: string, text: string): BoundFile {
    const uri = monaco.Uri.from({ scheme: 'facet', authority, path: `/${path}` })
    const model = monaco.editor.createModel(text, PSL, uri)
    // A text of one line would take the platform's line ending.
    model.setEOL(monaco.editor.EndOfLineSequence.LF)
    model.detectIndentation(true, 2)
    model.updateOptions({ bracketColorizationOptions: PLAIN_BRACKETS })
    const file: BoundFile = { model, text, viewState: null }
    files.set(path, file)
    models.set(path, model)
    compare(file)
    model.onDidChangeContent(({ changes }) => {
      if (!isApplying) send(path, file, changesFromEvent(file.text.length, changes))
    })
    onModelsChange()
    return file
  }

  function drop(path: string, file: BoundFile): void {
    if (shownPath === path) {
      shownPath = null
      editor.setModel(null)
    }
    files.delete(path)
    models.delete(path)
    file.model.dispose()
  }

  /** Tells the document what was typed. */
  function send(path: string, file: BoundFile, changes: ChangeSet): void {
    sendingPath = path
    try {
      store.getState().actions.type(path, changes)
    } finally {
      sendingPath = null
      receive(path, file, null)
    }
  }

  /** Brings a model up to date with the document; `changes` leads from its text to the document's. */
  function receive(path: string, file: BoundFile, changes: ChangeSet | null): void {
    const text = documentText(path)
    if (text === null) return
    if (changes) apply(file, changes)
    file.text = text
    const isSameLength = file.model.getValueLength() === text.length
    if (!isSameLength || process.env.NODE_ENV === 'development') compare(file)
    scheduleCheck()
  }

  function apply({ model, text }: BoundFile, changes: ChangeSet): void {
    const edits = wholeCharacters(text, changes.edits).map(({ from, to, insert }) => ({
      range: monaco.Range.fromPositions(model.getPositionAt(from), model.getPositionAt(to)),
      text: insert,
    }))
    isApplying = true
    try {
      model.applyEdits(edits)
    } finally {
      isApplying = false
    }
  }

  /** Makes sure that the model has the document's text. That it has not is a mistake of ours. */
  function compare(file: BoundFile): void {
    const shown = file.model.getValue(monaco.editor.EndOfLinePreference.LF, true)
    if (shown === file.text) return
    if (process.env.NODE_ENV === 'development') {
      console.error(`The editor and the document disagree about ${file.model.uri.path}`)
    }
    apply({ ...file, text: shown }, diffTexts(shown, file.text))
  }

  function scheduleCheck(): void {
    clearTimeout(checkTimer)
    checkTimer = setTimeout(() => {
      for (const file of files.values()) compare(file)
    }, CHECK_DELAY)
  }

  function show(path: string): void {
    const text = documentText(path)
    if (text === null || path === shownPath) return
    const leaving = shownPath === null ? undefined : files.get(shownPath)
    if (leaving) leaving.viewState = editor.saveViewState()
    const file = files.get(path) ?? create(path, text)
    shownPath = path
    editor.setModel(file.model)
    editor.restoreViewState(file.viewState)
  }

  function follow(state: FacetState, before: FacetState): void {
    if (state.document !== before.document) followDocument(state, before)
    // Following may have moved on to another file already.
    show(store.getState().activePath)
  }

  function followDocument(state: FacetState, before: FacetState): void {
    const isStep = state.lastStep !== before.lastStep
    const isOpened = isStep && state.lastStep.origin === 'open'
    if (isStep) followRenames(state)
    let hasDropped = false
    for (const [path, file] of [...files]) {
      const text = documentText(path)
      if (isOpened || text === null) {
        drop(path, file)
        hasDropped = true
      } else if (path !== sendingPath && text !== file.text) {
        // The last step tells how, unless other steps came between that nobody told us of.
        const isNext = before.document.files.get(path)?.syntax.text === file.text
        const changes = isNext ? changesOf(state, path) : null
        receive(path, file, changes ?? diffTexts(file.text, text))
      }
    }
    if (hasDropped) onModelsChange()
    if (state.lastStep.origin === 'history' && state.lastStep !== before.lastStep) {
      followHistory(state)
    }
  }

  /**
   * A file that is called otherwise has another address, so it gets a model of that address, with
   * the cursor, folds and scroll of the one before.
   */
  function followRenames({ lastStep }: FacetState): void {
    // All are dropped first: files may take one another's names.
    const moved = lastStep.files.flatMap((change) => {
      const file = change.kind === 'rename' ? files.get(change.path) : undefined
      if (!file || change.kind !== 'rename') return []
      const isShown = shownPath === change.path
      const viewState = isShown ? editor.saveViewState() : file.viewState
      const hasFocus = isShown && editor.hasTextFocus()
      drop(change.path, file)
      return [{ path: change.to, viewState, isShown, hasFocus }]
    })
    for (const { path, viewState, isShown, hasFocus } of moved) {
      const text = documentText(path)
      if (text === null) continue
      // Whoever hears that the old model went may have shown the new one already.
      const file = files.get(path) ?? create(path, text)
      file.viewState = viewState
      if (isShown && shownPath === path) editor.restoreViewState(viewState)
      else if (isShown) show(path)
      if (hasFocus) editor.focus()
    }
    if (moved.length > 0) onModelsChange()
  }

  /** Whoever undoes in the editor is taken to what changed. */
  function followHistory(state: FacetState): void {
    if (!editor.hasTextFocus()) return
    const edited = state.lastStep.files.filter(({ kind }) => kind === 'edit')
    const path = edited.find((file) => file.path === shownPath)?.path ?? edited[0]?.path
    if (path === undefined) return
    store.getState().actions.setActivePath(path)
    show(path)
    const changes = changesOf(state, path)
    const last = changes?.edits.at(-1)
    const model = files.get(path)?.model
    if (!changes || !last || !model) return
    // Counted from the end, which no earlier edit moves.
    const position = model.getPositionAt(model.getValueLength() - (changes.before - last.to))
    editor.setPosition(position, 'facet')
    editor.revealPositionInCenterIfOutsideViewport(position)
  }

  const unsubscribe = store.subscribe(follow)
  show(store.getState().activePath)

  return {
    show,
    models,
    modelOf(path) {
      const text = documentText(path)
      return text === null ? null : (files.get(path) ?? create(path, text)).model
    },
    pathOf(uri) {
      const asked = uri.toString()
      return [...models].find(([, model]) => model.uri.toString() === asked)?.[0] ?? null
    },
    get shownPath() {
      return shownPath
    },
    dispose() {
      unsubscribe()
      clearTimeout(checkTimer)
      for (const [path, file] of [...files]) drop(path, file)
    },
  }
}

/** The changes that the last step made to a file, if it edited it. */
function changesOf({ lastStep }: FacetState, path: string): ChangeSet | null {
  const change = lastStep.files.find((file) => file.path === path)
  return change?.kind === 'edit' ? change.changes : null
}
