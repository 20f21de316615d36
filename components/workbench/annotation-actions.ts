import { addNoteAt, groupSelection, ungroupSelection } from '@/components/canvas/annotation-actions'
import { withEditing } from '@/components/canvas/editing-chunk'
import { createView } from '@/components/canvas/view-actions'
import { groupOfBlock } from '@/lib/document/diagram-edits'
import type { AppAction } from './app-actions'

/** Groups, notes and named views: what is drawn and is not in the schema. */
export const ANNOTATION_ACTIONS = {
  groupSelection: {
    title: 'Group selection',
    group: 'Selection',
    keywords: ['area', 'box', 'domain', 'colour', 'color'],
    shortcut: 'g',
    scope: 'page',
    isEnabled: ({ selection }) => selection.blockIds.length > 0,
    run: ({ store }) => void groupSelection(store),
  },
  ungroup: {
    title: 'Ungroup',
    group: 'Selection',
    keywords: ['area', 'remove', 'dissolve'],
    isEnabled: ({ selection, document }) =>
      selection.blockIds.some((id) => groupOfBlock(document.diagram, id) !== null),
    run: ({ store }) => void ungroupSelection(store),
  },
  addNote: {
    title: 'Add note',
    group: 'Diagram',
    keywords: ['sticky', 'comment', 'text', 'annotation'],
    shortcut: 'n',
    scope: 'page',
    run: ({ store, centerOfView }) => addNoteAt(store, centerOfView()),
  },
  groupBySchema: {
    title: 'Group by database schema',
    group: 'Diagram',
    keywords: ['areas', 'automatic', '@@schema', 'colour', 'color'],
    isEnabled: ({ document }) =>
      document.graph.blocks.some(({ databaseSchema }) => databaseSchema !== null),
    run: ({ store }) =>
      withEditing(store, ({ groupAutomatically }) => groupAutomatically(store, 'schema')),
  },
  groupByFile: {
    title: 'Group by file',
    group: 'Diagram',
    keywords: ['areas', 'automatic', 'colour', 'color'],
    isEnabled: ({ document }) => document.files.size > 1,
    run: ({ store }) =>
      withEditing(store, ({ groupAutomatically }) => groupAutomatically(store, 'file')),
  },
  groupByConnectedness: {
    title: 'Group by connectedness',
    group: 'Diagram',
    keywords: ['areas', 'automatic', 'clusters', 'communities', 'colour', 'color'],
    isEnabled: ({ document }) => document.graph.relations.length > 0,
    run: ({ store }) =>
      withEditing(store, ({ groupAutomatically }) => groupAutomatically(store, 'connectedness')),
  },
  newNamedView: {
    title: 'New named view',
    group: 'View',
    keywords: ['subset', 'selection', 'diagram'],
    run: ({ store }) => createView(store),
  },
} satisfies Record<string, AppAction>
