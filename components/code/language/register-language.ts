/** Gives an editor all features of the language, with one disposer for them. */

import type { FixFinder } from '@/components/fixes/fix'
import { fixesIn, registerCodeActions } from './code-actions'
import { registerCompletion } from './completion'
import { registerDefinition } from './definition'
import { registerEditorCommands } from './editor-commands'
import { showFixBulb } from './fix-bulb'
import { registerFolding } from './folding'
import { registerHighlights } from './highlights'
import { registerHover } from './hover'
import { registerInlayHints } from './inlay-hints'
import { createLanguageHost, type Disposable, type LanguageHost } from './language-host'
import { registerLinkedEditing } from './linked-editing'
import { registerOutline } from './outline'
import { registerReferences } from './references'
import { type RenameRequest, registerRename } from './rename'
import { registerSemanticTokens } from './semantic-tokens'
import { registerSignatureHelp } from './signature-help'

export interface LanguageOptions
  extends Pick<LanguageHost, 'monaco' | 'editor' | 'store' | 'binding'> {
  readonly findFixes: FixFinder
  /** Asks for the new name. */
  onRename(request: RenameRequest): void
  /** Formats the design. */
  onFormat(): void
}

export function registerLanguage({
  findFixes,
  onRename,
  onFormat,
  ...parts
}: LanguageOptions): Disposable {
  const host = createLanguageHost(parts)
  const fixesAt = fixesIn(host, findFixes)
  const registered = [
    registerCompletion(host),
    registerHover(host),
    registerDefinition(host),
    registerReferences(host),
    registerHighlights(host),
    registerRename(host, onRename),
    registerOutline(host),
    registerFolding(host),
    registerSemanticTokens(host),
    registerSignatureHelp(host),
    registerLinkedEditing(host),
    registerInlayHints(host),
    registerCodeActions(host, fixesAt),
    showFixBulb(host, fixesAt),
    registerEditorCommands(host, onFormat),
    hushCancellations(),
  ]
  return {
    dispose() {
      for (const each of registered) each.dispose()
    },
  }
}

/**
 * Monaco takes back what it was about to do, such as highlighting a word of a file that is left or
 * comparing texts in a dialog that closes, by a rejection that it does not wait for itself. Nothing
 * is wrong then.
 */
function hushCancellations(): Disposable {
  const hush = (event: PromiseRejectionEvent) => {
    const { reason } = event
    if (!(reason instanceof Error)) return
    if (reason.name === 'Canceled' || reason.message === 'no diff result available') {
      event.preventDefault()
    }
  }
  window.addEventListener('unhandledrejection', hush)
  return { dispose: () => window.removeEventListener('unhandledrejection', hush) }
}
