/**
 * Everything that can be done from anywhere in the app, by name: for the command palette, the
 * menus, the buttons, the keyboard and the list of shortcuts alike.
 */

import type { ThemeChoice } from '@/components/ui/theme-provider'
import type { Point } from '@/lib/document/design'
import type { Services } from '@/lib/store/services'
import type { FacetState } from '@/lib/store/state'
import type { FacetStore } from '@/lib/store/store'
import { ALIGN_ACTIONS } from './align-actions'
import { ANNOTATION_ACTIONS } from './annotation-actions'
import { CODE_ACTIONS } from './code-actions'
import { DIAGRAM_ACTIONS } from './diagram-actions'
import { FILE_ACTIONS } from './file-actions'
import { INTERCHANGE_ACTIONS } from './interchange-actions'
import { READING_ACTIONS } from './reading-actions'
import { SELECTION_ACTIONS } from './selection-actions'
import { VIEW_ACTIONS } from './view-actions'

/** What an action acts on. */
export interface AppContext {
  readonly store: FacetStore
  /** `null` until the page has started. */
  readonly services: Services | null
  pickFiles(): void
  editDesignName(): void
  /** Where a new block goes to be seen; `undefined` before the diagram is drawn. */
  centerOfView(): Point | undefined
  setTheme(theme: ThemeChoice): void
}

export type ActionGroup = 'File' | 'Edit' | 'Diagram' | 'Selection' | 'View'

export interface AppAction {
  /** As in a menu: "Add model". */
  readonly title: string
  readonly group: ActionGroup
  /** Other words it can be found by. */
  readonly keywords?: readonly string[]
  /** Written as `mod+shift+z`. */
  readonly shortcut?: string
  /**
   * Where the shortcut is listened to. `everywhere`: even in text fields, instead of what they do.
   * `outside-text`: wherever the key is not typing or a text field's own. `page`: only while
   * nothing but the diagram has the focus. `diagram`: by the diagram itself; here it is only told.
   */
  readonly scope?: 'everywhere' | 'outside-text' | 'page' | 'diagram'
  /** Whether it applies now; left out for what always does. */
  isEnabled?(state: FacetState): boolean
  run(app: AppContext): void
}

export const APP_ACTIONS = {
  ...FILE_ACTIONS,
  ...INTERCHANGE_ACTIONS,
  ...DIAGRAM_ACTIONS,
  ...SELECTION_ACTIONS,
  ...ANNOTATION_ACTIONS,
  ...READING_ACTIONS,
  ...ALIGN_ACTIONS,
  ...CODE_ACTIONS,
  ...VIEW_ACTIONS,
} satisfies Record<string, AppAction>

export type ActionId = keyof typeof APP_ACTIONS

export const ACTION_LIST: readonly (readonly [id: ActionId, action: AppAction])[] = Object.entries(
  APP_ACTIONS,
) as [ActionId, AppAction][]
