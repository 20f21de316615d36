import { ARRANGEMENTS, type ArrangementId, canArrange } from '@/components/canvas/align-selection'
import { withEditing } from '@/components/canvas/editing-chunk'
import type { AppAction } from './app-actions'

/** What lines up the selected blocks, by the ids of `ARRANGEMENTS`. */
export const ALIGN_ACTIONS = Object.fromEntries(
  ARRANGEMENTS.map((entry): [string, AppAction] => [
    entry.id,
    {
      title: entry.title,
      group: 'Selection',
      keywords: ['arrange', 'line up', 'space', 'tidy'],
      isEnabled: (state) => canArrange(state, entry.arrangement),
      run: ({ store }) =>
        withEditing(store, ({ arrangeSelection }) => arrangeSelection(store, entry)),
    },
  ]),
) as Record<ArrangementId, AppAction>
