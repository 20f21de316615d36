'use client'

/**
 * Parts of the diagram that nobody needs until they do something: fetched once the diagram is on
 * the screen, so that it is there sooner and they are there in time.
 */

import dynamic from 'next/dynamic'
import { useEffect } from 'react'
import { useFacetStore } from '@/lib/store/provider'
import { whenDrawn } from '@/lib/store/when-drawn'
import { useCanvas } from './canvas-context'

const loadRelatePopover = () => import('./relate-popover')
const loadTypePicker = () => import('./type-picker')

const RelatePopover = dynamic(() => loadRelatePopover().then((module) => module.RelatePopover), {
  ssr: false,
})

export const TypePicker = dynamic(() => loadTypePicker().then((module) => module.TypePicker), {
  ssr: false,
})

/** The popover that asks what kind of relation to add, when there is one to ask for. */
export function RelateWhenAsked() {
  const store = useFacetStore()
  const isAsked = useCanvas((state) => state.relate !== null)
  useEffect(
    () =>
      whenDrawn(store, () => {
        // Without a connection they are asked for again when they are needed.
        loadRelatePopover().catch(() => {})
        loadTypePicker().catch(() => {})
      }),
    [store],
  )
  return isAsked ? <RelatePopover /> : null
}
