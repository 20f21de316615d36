/**
 * A bulb beside the line that the cursor is in, where something can be done about a problem there.
 * Monaco's own stands over the text of the next line, where no margin is kept for it; this one has
 * its place between line numbers and text. It opens what Ctrl+. opens.
 */

import type { FixesAt } from './code-actions'
import type { Disposable, LanguageHost } from './language-host'

/** How long the cursor must rest, in ms. */
const REST = 200

const CLASS = 'facet-fix-bulb'

export function showFixBulb({ monaco, editor, store }: LanguageHost, fixesAt: FixesAt): Disposable {
  const bulb = editor.createDecorationsCollection()
  /** Which look at the cursor's place the answer is for. */
  let asked = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  async function look(): Promise<void> {
    const model = editor.getModel()
    const selection = editor.getSelection()
    const question = ++asked
    const fixes = model && selection && editor.hasTextFocus() ? await fixesAt(model, selection) : []
    if (question !== asked) return
    if (fixes.length === 0 || !selection) bulb.clear()
    else show(selection.positionLineNumber)
  }

  function show(line: number): void {
    if (bulb.getRange(0)?.startLineNumber === line) return
    bulb.set([
      {
        range: new monaco.Range(line, 1, line, 1),
        options: {
          linesDecorationsClassName: `${CLASS} codicon codicon-light-bulb`,
          linesDecorationsTooltip: 'Show fixes',
          stickiness: monaco.editor.TrackedRangeStickiness.NeverGrowsWhenTypingAtEdges,
        },
      },
    ])
  }

  function lookSoon(): void {
    clearTimeout(timer)
    timer = setTimeout(() => void look(), REST)
  }

  /** Monaco would take it for a press on the folding arrow of the line. */
  function onMouseDown(event: MouseEvent): void {
    if (!(event.target instanceof Element) || !event.target.closest(`.${CLASS}`)) return
    event.preventDefault()
    event.stopPropagation()
    editor.focus()
    editor.trigger('bulb', 'editor.action.quickFix', null)
  }

  const node = editor.getContainerDomNode()
  node.addEventListener('mousedown', onMouseDown, { capture: true })
  const listeners = [
    editor.onDidChangeCursorPosition(({ position }) => {
      // One that is beside another line than the cursor would open fixes of that.
      if (bulb.getRange(0)?.startLineNumber !== position.lineNumber) bulb.clear()
      lookSoon()
    }),
    editor.onDidChangeModel(() => {
      bulb.clear()
      lookSoon()
    }),
    editor.onDidFocusEditorText(lookSoon),
  ]
  const unsubscribe = store.subscribe((state, before) => {
    if (state.validation !== before.validation || state.findings !== before.findings) lookSoon()
  })
  return {
    dispose() {
      clearTimeout(timer)
      asked++
      unsubscribe()
      node.removeEventListener('mousedown', onMouseDown, { capture: true })
      for (const each of listeners) each.dispose()
      bulb.clear()
    },
  }
}
