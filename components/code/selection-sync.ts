/**
 * Lets the cursor of the editor and the selection of the design follow each other, and shows
 * places in the text that others ask for. Neither ever takes the focus from where it is, unless
 * the place was asked for by name.
 */

import type { FacetState, Reveal } from '@/lib/store/state'
import type { FacetStore } from '@/lib/store/store'
import type { Binding } from './binding'
import { placeOf, targetAt } from './code-places'
import type { CodeEditor, Monaco } from './monaco'

/** The time in ms that the cursor rests before what it is in is selected. */
const CURSOR_DELAY = 80

/** An editor that is not shown is measured at this height, in pixels, or less. */
const HIDDEN_HEIGHT = 10

/** Requests that were answered; a pane that opens later must not answer them again. */
const answered = new WeakSet<Reveal>()

interface SyncOptions {
  readonly monaco: Monaco
  readonly editor: CodeEditor
  readonly store: FacetStore
  readonly binding: Binding
}

export function syncSelection({ monaco, editor, store, binding }: SyncOptions): () => void {
  const highlight = editor.createDecorationsCollection()
  /** The selection that the cursor made, which the cursor need not follow. */
  let own = store.getState().selection
  /** While the cursor makes one: at the end of a long block, following it would lead to its head. */
  let isSelecting = false
  let cursorTimer: ReturnType<typeof setTimeout> | undefined
  /** What to do once the editor can be seen. */
  let pending: (() => void) | null = null

  function whenVisible(action: () => void): void {
    if (editor.getLayoutInfo().height > HIDDEN_HEIGHT) action()
    else pending = action
  }

  function selectAtCursor(): void {
    const model = editor.getModel()
    const position = editor.getPosition()
    const path = binding.shownPath
    if (!model || !position || path === null || !editor.hasTextFocus()) return
    const { document, actions } = store.getState()
    const target = targetAt(document, path, model.getOffsetAt(position))
    if (!target) return
    isSelecting = true
    actions.select({ blockIds: [target.blockId], memberId: target.memberId })
    isSelecting = false
    own = store.getState().selection
    highlight.clear()
  }

  /** Marks and shows the text of what was selected elsewhere. */
  function followSelection(state: FacetState): void {
    const target = targetOf(state)
    const place = target && placeOf(state.document, target)
    if (!place) {
      highlight.clear()
      return
    }
    binding.show(place.path)
    if (state.activePath !== place.path) store.getState().actions.setActivePath(place.path)
    const model = editor.getModel()
    if (!model) return
    const range = rangeOf(place.from, place.to)
    if (!range) return
    highlight.set([
      {
        range,
        options: {
          isWholeLine: true,
          className: 'facet-selected-line',
          linesDecorationsClassName: 'facet-selected-line-mark',
          stickiness: monaco.editor.TrackedRangeStickiness.NeverGrowsWhenTypingAtEdges,
        },
      },
    ])
    whenVisible(() => editor.revealRangeInCenterIfOutsideViewport(range, IMMEDIATE))
  }

  /** `mayFocus` is asked once the place is shown. */
  function answer(reveal: Reveal, mayFocus = () => true): void {
    answered.add(reveal)
    if (reveal.path !== undefined) binding.show(reveal.path)
    whenVisible(() => {
      const range = rangeOf(reveal.from ?? 0, reveal.to ?? reveal.from ?? 0)
      if (mayFocus()) editor.focus()
      if (!range || reveal.from === undefined) return
      editor.setSelection(range, 'facet')
      editor.revealRangeInCenterIfOutsideViewport(range, IMMEDIATE)
    })
  }

  function rangeOf(from: number, to: number) {
    const model = editor.getModel()
    return model && monaco.Range.fromPositions(model.getPositionAt(from), model.getPositionAt(to))
  }

  const IMMEDIATE = monaco.editor.ScrollType.Immediate

  function follow(state: FacetState, before: FacetState): void {
    if (isSelecting) return
    if (state.selection !== before.selection && state.selection !== own) {
      own = state.selection
      clearTimeout(cursorTimer)
      followSelection(state)
    }
    const { reveal } = state
    if (reveal?.view === 'code' && !answered.has(reveal)) answer(reveal)
  }

  const subscriptions = [
    editor.onDidChangeCursorPosition(({ reason }) => {
      // The cursor moves along with text that others edit; nobody went anywhere then.
      if (reason === monaco.editor.CursorChangeReason.RecoverFromMarkers) return
      clearTimeout(cursorTimer)
      cursorTimer = setTimeout(selectAtCursor, CURSOR_DELAY)
    }),
    editor.onDidLayoutChange(() => {
      const action = pending
      if (!action || editor.getLayoutInfo().height <= HIDDEN_HEIGHT) return
      pending = null
      action()
    }),
  ]
  const unsubscribe = store.subscribe(follow)
  const state = store.getState()
  if (state.selection.blockIds.length > 0) followSelection(state)
  if (state.reveal?.view === 'code' && !answered.has(state.reveal)) {
    // The editor took its time to come: whoever asked may be doing something else by now.
    answer(state.reveal, () => !isBusyElsewhere())
  }

  return () => {
    unsubscribe()
    clearTimeout(cursorTimer)
    for (const subscription of subscriptions) subscription.dispose()
    highlight.clear()
  }
}

/** Whether somebody types, or has the keys in a tree. */
function isBusyElsewhere(): boolean {
  return document.activeElement?.matches('input, textarea, [role="tree"]') ?? false
}

/** The one block or member that is selected; of a relation, the field that holds it. */
function targetOf({ selection, document }: FacetState) {
  const relation = document.graph.relations.find(({ id }) => id === selection.relationId)
  if (relation) return { blockId: relation.from.blockId, memberId: relation.from.fieldId }
  const [blockId] = selection.blockIds
  if (blockId === undefined || selection.blockIds.length > 1) return null
  return { blockId, memberId: selection.memberId }
}
