/** What the editor's own menu and keys offer besides Monaco's own. */

import { editorSettings } from '../editor-settings'
import type { Disposable, LanguageHost } from './language-host'

export function registerEditorCommands(
  { monaco, editor, store }: LanguageHost,
  onFormat: () => void,
): Disposable {
  const { KeyCode, KeyMod } = monaco
  const format = editor.addAction({
    id: 'facet.format',
    label: 'Format Schema',
    keybindings: [KeyMod.Shift | KeyMod.Alt | KeyCode.KeyF],
    contextMenuGroupId: '1_modification',
    contextMenuOrder: 2,
    run: onFormat,
  })
  // Monaco's own list of symbols stays blank where the system asks for less motion.
  const goToSymbol = editor.addAction({
    id: 'facet.goToSymbol',
    label: 'Go to Symbol…',
    keybindings: [KeyMod.CtrlCmd | KeyMod.Shift | KeyCode.KeyO],
    run: () => store.getState().actions.setDialog('palette'),
  })
  const toggleHints = editor.addAction({
    id: 'facet.toggleHints',
    label: 'Show or Hide Hints',
    contextMenuGroupId: '2_view',
    run() {
      const hasHints = !editorSettings.read().hasHints
      editorSettings.change({ hasHints })
      const text = `Hints in the text: ${hasHints ? 'on' : 'off'}`
      store.getState().actions.notify({ kind: 'status', text, isQuiet: true })
    },
  })
  return {
    dispose() {
      format.dispose()
      goToSymbol.dispose()
      toggleHints.dispose()
    },
  }
}
