import { focusSelection, leaveFocus } from '@/components/canvas/focusing'
import { findPathFromSelection } from '@/components/canvas/pathing'
import {
  hideSelection,
  setDetail,
  setNameMode,
  showAllHidden,
  toggleCollapse,
} from '@/components/canvas/reading'
import type { FacetState } from '@/lib/store/state'
import type { AppAction } from './app-actions'

const hasBlocks = ({ selection }: FacetState) => selection.blockIds.length > 0

/** How a schema is looked at: how much of it is drawn, what is left out, what is in focus. */
export const READING_ACTIONS = {
  showAutoDetail: {
    title: 'Detail automatic by zoom',
    group: 'View',
    keywords: ['level', 'rows', 'view options'],
    shortcut: '1',
    scope: 'page',
    run: ({ store }) => setDetail(store, 'auto'),
  },
  showEverything: {
    title: 'Show everything of each block',
    group: 'View',
    keywords: ['full', 'detail', 'level', 'fields', 'rows'],
    shortcut: '2',
    scope: 'page',
    run: ({ store }) => setDetail(store, 'full'),
  },
  showKeys: {
    title: 'Show keys only',
    group: 'View',
    keywords: ['detail', 'level', 'primary', 'foreign', 'rows'],
    shortcut: '3',
    scope: 'page',
    run: ({ store }) => setDetail(store, 'keys'),
  },
  showNames: {
    title: 'Show names only',
    group: 'View',
    keywords: ['detail', 'level', 'headers', 'collapse all'],
    shortcut: '4',
    scope: 'page',
    run: ({ store }) => setDetail(store, 'names'),
  },
  toggleNames: {
    title: 'Switch between names in Prisma and in the database',
    group: 'View',
    keywords: ['@map', '@@map', 'table', 'column'],
    shortcut: 'd',
    scope: 'page',
    run({ store }) {
      const { nameMode } = store.getState().document.diagram
      setNameMode(store, nameMode === 'model' ? 'database' : 'model')
    },
  },
  focusSelected: {
    title: 'Focus on the selection and its neighbours',
    group: 'Selection',
    keywords: ['neighbours', 'neighbors', 'around', 'subset'],
    shortcut: 'f',
    scope: 'page',
    isEnabled: (state) => hasBlocks(state) || state.focus !== null,
    run: ({ store }) => void focusSelection(store, 1),
  },
  isolateSelected: {
    title: 'Isolate selection',
    group: 'Selection',
    keywords: ['only', 'subset', 'focus'],
    shortcut: 'i',
    scope: 'page',
    isEnabled: hasBlocks,
    run: ({ store }) => void focusSelection(store, null),
  },
  leaveFocus: {
    title: 'Leave the focus',
    group: 'View',
    keywords: ['exit', 'whole', 'back'],
    isEnabled: ({ focus }) => focus !== null,
    run: ({ store }) => void leaveFocus(store),
  },
  collapseSelected: {
    title: 'Collapse or expand',
    group: 'Selection',
    keywords: ['fold', 'unfold', 'header'],
    shortcut: 'c',
    scope: 'page',
    isEnabled: hasBlocks,
    run: ({ store }) => void toggleCollapse(store, store.getState().selection.blockIds),
  },
  hideSelected: {
    title: 'Hide',
    group: 'Selection',
    keywords: ['leave out', 'invisible'],
    shortcut: 'h',
    scope: 'page',
    isEnabled: hasBlocks,
    run: ({ store }) => void hideSelection(store),
  },
  showAllHidden: {
    title: 'Show all hidden blocks',
    group: 'View',
    keywords: ['unhide', 'visible'],
    isEnabled: ({ document }) => document.diagram.hidden.size > 0,
    run: ({ store }) => showAllHidden(store),
  },
  findPath: {
    title: 'Find path…',
    group: 'Diagram',
    keywords: ['shortest', 'between', 'models', 'connection', 'route', 'join'],
    run: ({ store }) => findPathFromSelection(store),
  },
} satisfies Record<string, AppAction>
