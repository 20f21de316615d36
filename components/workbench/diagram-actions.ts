import { withEditing } from '@/components/canvas/editing-chunk'
import { selectAll } from '@/components/canvas/selected-blocks'
import { startEdit } from '@/components/canvas/start-editing'
import type { NewBlockKind } from '@/lib/commands/arguments'
import type { AppAction, AppContext } from './app-actions'

/** History, and what adds to the diagram or arranges it. */
export const DIAGRAM_ACTIONS = {
  undo: {
    title: 'Undo',
    group: 'Edit',
    shortcut: 'mod+z',
    scope: 'outside-text',
    isEnabled: ({ history }) => history.undo.length > 0,
    run: ({ store }) => store.getState().actions.undo(),
  },
  redo: {
    title: 'Redo',
    group: 'Edit',
    shortcut: 'mod+shift+z',
    scope: 'outside-text',
    isEnabled: ({ history }) => history.redo.length > 0,
    run: ({ store }) => store.getState().actions.redo(),
  },
  addModel: {
    title: 'Add model',
    group: 'Diagram',
    keywords: ['new', 'table', 'entity', 'create'],
    shortcut: 'm',
    scope: 'page',
    run: (app) => add(app, 'model'),
  },
  addEnum: {
    title: 'Add enum',
    group: 'Diagram',
    keywords: ['new', 'create', 'values'],
    shortcut: 'e',
    scope: 'page',
    run: (app) => add(app, 'enum'),
  },
  addView: {
    title: 'Add view',
    group: 'Diagram',
    keywords: ['new', 'create'],
    run: (app) => add(app, 'view'),
  },
  addType: {
    title: 'Add composite type',
    group: 'Diagram',
    keywords: ['new', 'create', 'mongodb', 'embedded'],
    isEnabled: ({ document }) => document.graph.provider === 'mongodb',
    run: (app) => add(app, 'type'),
  },
  autoLayout: {
    title: 'Auto layout',
    group: 'Diagram',
    keywords: ['arrange', 'tidy', 'organise', 'organize', 'positions'],
    run: ({ services }) => void services?.autoLayout(),
  },
  zoomToFit: {
    title: 'Zoom to fit',
    group: 'Diagram',
    keywords: ['all', 'whole', 'overview', 'center'],
    run: ({ store }) => store.getState().actions.show({ view: 'diagram' }),
  },
  selectAll: {
    title: 'Select all blocks',
    group: 'Diagram',
    shortcut: 'mod+a',
    scope: 'diagram',
    run: ({ store }) => selectAll(store),
  },
} satisfies Record<string, AppAction>

/** Adds a block in the middle of what is in view and has its name typed at once. */
function add({ store, centerOfView }: AppContext, kind: NewBlockKind): void {
  const { actions } = store.getState()
  withEditing(store, ({ newBlock }) => {
    const block = newBlock(store, kind, centerOfView())
    if (!block) {
      const text = `The ${kind} could not be added to this schema. Nothing was changed; correct its errors first.`
      actions.notify({ kind: 'error', text })
      return
    }
    actions.show({ view: 'diagram', blockIds: [block.id] })
    startEdit(store, block.id, null)
  })
}
