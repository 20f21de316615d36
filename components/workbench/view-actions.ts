import { focusInspector } from '@/components/inspector/focus-inspector'
import type { AppAction } from './app-actions'

/** What changes the window and not the design. */
export const VIEW_ACTIONS = {
  search: {
    title: 'Search',
    group: 'View',
    keywords: ['find', 'palette', 'commands', 'go to'],
    shortcut: 'mod+k',
    scope: 'everywhere',
    run({ store }) {
      const { actions, dialog } = store.getState()
      actions.setDialog(dialog === 'palette' ? null : 'palette')
    },
  },
  toggleExplorer: {
    title: 'Show or hide the explorer',
    group: 'View',
    keywords: ['left', 'pane', 'sidebar', 'list', 'inspector'],
    shortcut: 'mod+b',
    scope: 'everywhere',
    run({ store }) {
      const { actions, isExplorerOpen } = store.getState()
      actions.setExplorerOpen(!isExplorerOpen)
    },
  },
  focusInspector: {
    title: 'Go to the inspector and back',
    group: 'View',
    keywords: ['properties', 'settings', 'panel', 'edit', 'focus'],
    shortcut: 'f6',
    scope: 'everywhere',
    run: () => focusInspector(),
  },
  showSchemaSettings: {
    title: 'Schema settings',
    group: 'View',
    keywords: ['datasource', 'provider', 'generator', 'preview features', 'database', 'version'],
    run({ store }) {
      store.getState().actions.select({})
      focusInspector()
    },
  },
  toggleCode: {
    title: 'Show or hide the code',
    group: 'View',
    keywords: ['right', 'pane', 'editor', 'schema'],
    shortcut: 'mod+j',
    scope: 'everywhere',
    run({ store }) {
      const { actions, isCodeOpen } = store.getState()
      actions.setCodeOpen(!isCodeOpen)
    },
  },
  showSchema: {
    title: 'Show the schema text',
    group: 'View',
    keywords: ['code', 'editor', 'tab'],
    run: ({ store }) => store.getState().actions.setCodeTab('schema'),
  },
  showSql: {
    title: 'Show the SQL',
    group: 'View',
    keywords: ['ddl', 'migration', 'preview', 'tab'],
    run: ({ store }) => store.getState().actions.setCodeTab('sql'),
  },
  showProblems: {
    title: 'Show problems',
    group: 'View',
    keywords: ['errors', 'warnings', 'validation', 'tab'],
    run: ({ store }) => store.getState().actions.setCodeTab('problems'),
  },
  useLightTheme: {
    title: 'Light theme',
    group: 'View',
    keywords: ['appearance', 'mode', 'colour', 'color'],
    run: ({ setTheme }) => setTheme('light'),
  },
  useDarkTheme: {
    title: 'Dark theme',
    group: 'View',
    keywords: ['appearance', 'mode', 'colour', 'color'],
    run: ({ setTheme }) => setTheme('dark'),
  },
  useSystemTheme: {
    title: 'System theme',
    group: 'View',
    keywords: ['appearance', 'mode', 'automatic'],
    run: ({ setTheme }) => setTheme('system'),
  },
  showShortcuts: {
    title: 'Keyboard shortcuts',
    group: 'View',
    keywords: ['help', 'keys', 'hotkeys'],
    shortcut: '?',
    scope: 'outside-text',
    run: ({ store }) => store.getState().actions.setDialog('shortcuts'),
  },
} satisfies Record<string, AppAction>
