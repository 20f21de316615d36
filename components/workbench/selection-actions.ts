import { type Editing, withEditing } from '@/components/canvas/editing-chunk'
import { showInCode } from '@/components/canvas/selected-blocks'
import { startEdit } from '@/components/canvas/start-editing'
import type { CommandResult } from '@/lib/commands/command'
import type { Arity, BlockId, FieldId } from '@/lib/schema/graph'
import type { FacetState } from '@/lib/store/state'
import type { FacetActions, FacetStore } from '@/lib/store/store'
import type { AppAction, AppContext } from './app-actions'
import { hasSelection, selectedBlock, selectedField } from './selected'

/** What applies to the block, row or relation that is selected. */
export const SELECTION_ACTIONS = {
  renameSelected: {
    title: 'Rename',
    group: 'Selection',
    shortcut: 'f2',
    scope: 'diagram',
    isEnabled: (state) => selectedBlock(state) !== null,
    run: (app) => edit(app, 'name'),
  },
  changeType: {
    title: 'Change type',
    group: 'Selection',
    isEnabled: (state) => selectedField(state) !== null,
    run: (app) => edit(app, 'type'),
  },
  toggleIdOfSelected: {
    title: 'Toggle @id',
    group: 'Selection',
    keywords: ['primary key', 'identifier'],
    isEnabled: (state) => selectedField(state) !== null,
    run: (app) => onField(app, ({ run }, field, { toggleId }) => run(toggleId, field)),
  },
  toggleUniqueOfSelected: {
    title: 'Toggle @unique',
    group: 'Selection',
    keywords: ['constraint'],
    isEnabled: (state) => selectedField(state) !== null,
    run: (app) => onField(app, ({ run }, field, { toggleUnique }) => run(toggleUnique, field)),
  },
  makeRequired: {
    title: 'Make required',
    group: 'Selection',
    keywords: ['arity', 'not null'],
    isEnabled: (state) => hasOtherArity(state, 'required'),
    run: (app) => setArity(app, 'required'),
  },
  makeOptional: {
    title: 'Make optional',
    group: 'Selection',
    keywords: ['arity', 'nullable', 'null'],
    isEnabled: (state) => hasOtherArity(state, 'optional'),
    run: (app) => setArity(app, 'optional'),
  },
  makeList: {
    title: 'Make a list',
    group: 'Selection',
    keywords: ['arity', 'array'],
    isEnabled: (state) => hasOtherArity(state, 'list'),
    run: (app) => setArity(app, 'list'),
  },
  duplicateSelected: {
    title: 'Duplicate',
    group: 'Selection',
    keywords: ['copy', 'clone'],
    shortcut: 'mod+d',
    scope: 'diagram',
    isEnabled: ({ selection }) => selection.blockIds.length > 0,
    run({ store }) {
      withEditing(store, ({ duplicateSelection }) => {
        if (!duplicateSelection(store)) refuse(store, 'This cannot be duplicated.')
      })
    },
  },
  deleteSelected: {
    title: 'Delete',
    group: 'Selection',
    keywords: ['remove'],
    shortcut: 'delete',
    scope: 'diagram',
    isEnabled: ({ selection }) => hasSelection(selection),
    run({ store }) {
      withEditing(store, ({ deleteSelection }) => {
        if (!deleteSelection(store)) refuse(store, 'This cannot be deleted here.')
      })
    },
  },
  showInCode: {
    title: 'Show in the schema text',
    group: 'Selection',
    keywords: ['reveal', 'go to', 'code', 'editor'],
    isEnabled: (state) => selectedBlock(state) !== null,
    run({ store }) {
      const { selection } = store.getState()
      const [blockId] = selection.blockIds
      if (blockId !== undefined) showInCode(store, blockId, selection.memberId)
    },
  },
  showInDiagram: {
    title: 'Show in the diagram',
    group: 'Selection',
    keywords: ['reveal', 'go to', 'zoom', 'focus'],
    isEnabled: ({ selection }) => selection.blockIds.length > 0,
    run({ store }) {
      const { actions, selection } = store.getState()
      actions.show({ view: 'diagram', blockIds: selection.blockIds })
    },
  },
} satisfies Record<string, AppAction>

function edit({ store }: AppContext, part: 'name' | 'type'): void {
  const { actions, selection } = store.getState()
  const [blockId] = selection.blockIds
  if (blockId === undefined) return
  actions.show({ view: 'diagram', blockIds: [blockId] })
  startEdit(store, blockId, selection.memberId, part)
}

function setArity(app: AppContext, arity: Arity): void {
  onField(app, ({ run }, field, { setFieldArity }) => run(setFieldArity, { ...field, arity }))
}

function hasOtherArity(state: FacetState, arity: Arity): boolean {
  const field = selectedField(state)
  return field !== null && field.arity !== arity
}

function onField(
  { store }: AppContext,
  change: (
    actions: FacetActions,
    field: { readonly blockId: BlockId; readonly fieldId: FieldId },
    editing: Editing,
  ) => CommandResult | null,
): void {
  withEditing(store, (editing) => {
    const state = store.getState()
    const block = selectedBlock(state)
    const field = selectedField(state)
    if (!block || !field) return
    const place = { blockId: block.id, fieldId: field.id }
    if (!change(state.actions, place, editing)) {
      refuse(store, `This does not apply to ${block.name}.${field.name}.`)
    }
  })
}

function refuse(store: FacetStore, what: string): void {
  store.getState().actions.notify({ kind: 'error', text: `${what} Nothing was changed.` })
}
