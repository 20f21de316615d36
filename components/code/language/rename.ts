/**
 * F2: changes a name everywhere, over all files and the diagram, as one undo step. Monaco would
 * write into each file by itself, which would be as many steps, so it is only asked for the key.
 */

import type { CommandContext } from '@/lib/commands/command'
import type { PrismaVersion } from '@/lib/document/design'
import { referencesAt } from '@/lib/language/references'
import { prepareRename, renameAt } from '@/lib/language/rename'
import { askedPlace, type Disposable, type LanguageHost, rangeIn } from './language-host'

/** A name that a person wants to change, for a box to ask for the new one. */
export interface RenameRequest {
  readonly name: string
  /** Whether the database has a name of it, which could be kept. */
  readonly isInDatabase: boolean
  /** How many places name it, in how many files. */
  readonly places: number
  readonly files: number
  /** Where the name stands on the page, in pixels. */
  rectangle(): DOMRect
  /** What speaks against a name, as a sentence; `null` for nothing. */
  check(name: string, keepDatabaseName: boolean): string | null
  /** Does it. What speaks against it, if something does: then nothing is changed. */
  submit(name: string, keepDatabaseName: boolean): string | null
  /** Gives the focus back to the editor. */
  done(): void
}

export function registerRename(
  host: LanguageHost,
  onRename: (request: RenameRequest) => void,
): Disposable {
  const { monaco, editor } = host
  return editor.addAction({
    id: 'facet.rename',
    label: 'Rename…',
    keybindings: [monaco.KeyCode.F2],
    contextMenuGroupId: '1_modification',
    contextMenuOrder: 1,
    run() {
      const request = requestAt(host)
      if (typeof request !== 'string') onRename(request)
      else host.store.getState().actions.notify({ kind: 'status', text: request })
    },
  })
}

/** A sentence when there is nothing to be renamed. */
function requestAt(host: LanguageHost): RenameRequest | string {
  const { editor, store } = host
  const model = editor.getModel()
  const position = editor.getPosition()
  const asked = model && position && askedPlace(host, model, position)
  if (!asked) return 'There is no name here that could be changed.'
  const { snapshot, path, offset } = asked
  const prepared = prepareRename(snapshot, path, offset)
  if ('problem' in prepared) return prepared.problem
  const start = rangeIn(model, prepared.span)
  const spans = referencesAt(snapshot, path, offset, { withDeclaration: true })
  const resultIn = (
    ctx: CommandContext & { readonly version: PrismaVersion },
    name: string,
    keepDatabaseName: boolean,
  ) => renameAt(ctx, path, offset, name, { keepDatabaseName })

  return {
    name: prepared.placeholder,
    isInDatabase: prepared.isInDatabase,
    places: spans.length,
    files: new Set(spans.map((span) => span.path)).size,
    rectangle() {
      const box = editor.getContainerDomNode().getBoundingClientRect()
      const at = editor.getScrolledVisiblePosition({
        lineNumber: start.startLineNumber,
        column: start.startColumn,
      })
      return new DOMRect(box.x + (at?.left ?? 0), box.y + (at?.top ?? 0), 1, at?.height ?? 0)
    },
    check(name, keepDatabaseName) {
      const result = resultIn(host.snapshot(), name, keepDatabaseName)
      return 'problem' in result ? result.problem : null
    },
    submit(name, keepDatabaseName) {
      const result = resultIn(host.snapshot(), name, keepDatabaseName)
      if ('problem' in result) return result.problem
      store.getState().actions.run({ name: 'renameSymbol', run: () => result }, null)
      return null
    },
    done: () => editor.focus(),
  }
}
