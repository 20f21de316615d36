import {
  ARRANGEMENTS,
  type ArrangementId,
  arrangeSelection,
  canArrange,
} from '@/components/canvas/align-selection'
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
      run: ({ store }) => arrangeSelection(store, entry),
    },
  ]),
) as Record<ArrangementId, AppAction>
