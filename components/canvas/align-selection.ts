/** The ways to line up what is selected. */

import type { Alignment, Axis } from '@/lib/layout/align-blocks'
import type { FacetState } from '@/lib/store/state'

export type Arrangement =
  | { readonly kind: 'align'; readonly to: Alignment }
  | { readonly kind: 'distribute'; readonly along: Axis }

export type ArrangementId =
  | 'alignLeft'
  | 'alignCenter'
  | 'alignRight'
  | 'alignTop'
  | 'alignMiddle'
  | 'alignBottom'
  | 'distributeHorizontally'
  | 'distributeVertically'

export interface ArrangementEntry {
  readonly id: ArrangementId
  /** As on a button and in a menu. */
  readonly title: string
  readonly arrangement: Arrangement
}

export const ARRANGEMENTS: readonly ArrangementEntry[] = [
  { id: 'alignLeft', title: 'Align left', arrangement: { kind: 'align', to: 'left' } },
  { id: 'alignCenter', title: 'Align centers', arrangement: { kind: 'align', to: 'center' } },
  { id: 'alignRight', title: 'Align right', arrangement: { kind: 'align', to: 'right' } },
  { id: 'alignTop', title: 'Align top', arrangement: { kind: 'align', to: 'top' } },
  { id: 'alignMiddle', title: 'Align middles', arrangement: { kind: 'align', to: 'middle' } },
  { id: 'alignBottom', title: 'Align bottom', arrangement: { kind: 'align', to: 'bottom' } },
  {
    id: 'distributeHorizontally',
    title: 'Distribute horizontally',
    arrangement: { kind: 'distribute', along: 'horizontal' },
  },
  {
    id: 'distributeVertically',
    title: 'Distribute vertically',
    arrangement: { kind: 'distribute', along: 'vertical' },
  },
]

/** Whether enough is selected: two blocks to line up, three to space evenly. */
export function canArrange({ selection }: FacetState, { kind }: Arrangement): boolean {
  return selection.blockIds.length >= (kind === 'align' ? 2 : 3)
}
