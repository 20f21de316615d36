'use client'

import { latePart } from '@/components/ui/late-part'

/** The menus of the bars, the diagram and the explorer. None is needed for the first paint. */
export const MENUS = latePart(() => import('./menu-parts').then((parts) => parts.MENU_PARTS))
