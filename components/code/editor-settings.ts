/**
 * How a person likes the schema editor, remembered in this browser. None of it belongs to a design,
 * so none of it is an undo step.
 */

export interface EditorSettings {
  /** Whether names that the database has are shown between the words of the text. */
  readonly hasHints: boolean
  /** Whether saving lays the schema out as Prisma would. */
  readonly formatsOnSave: boolean
  /** Whether a name that changes is kept in the database, by `@map` or `@@map`. */
  readonly keepsDatabaseNames: boolean
}

export const EDITOR_SETTINGS_KEY = 'facet-editor'

/** Reads what was stored; whatever is damaged or missing is as it is for everybody at first. */
export function readEditorSettings(stored: string | null): EditorSettings {
  let values: unknown = null
  try {
    values = JSON.parse(stored ?? 'null')
  } catch {
    // Written by hand: as if nothing had been stored.
  }
  const given = (typeof values === 'object' ? values : null) as Record<string, unknown> | null
  return {
    hasHints: given?.hasHints !== false,
    formatsOnSave: given?.formatsOnSave === true,
    keepsDatabaseNames: given?.keepsDatabaseNames !== false,
  }
}

let current: EditorSettings | null = null
const listeners = new Set<() => void>()

/** The settings of this page, for all its editors. */
export const editorSettings = {
  read(): EditorSettings {
    current ??= readEditorSettings(stored())
    return current
  },
  change(changed: Partial<EditorSettings>): void {
    current = { ...editorSettings.read(), ...changed }
    try {
      localStorage.setItem(EDITOR_SETTINGS_KEY, JSON.stringify(current))
    } catch {
      // Full or forbidden storage: it holds until the page is closed.
    }
    for (const listener of [...listeners]) listener()
  },
  /** The returned function ends it. */
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}

function stored(): string | null {
  try {
    return localStorage.getItem(EDITOR_SETTINGS_KEY)
  } catch {
    return null
  }
}
