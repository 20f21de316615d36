'use client'

/**
 * Parts of the diagram that nobody needs until they do something: fetched once the diagram is on
 * the screen, so that it is there sooner. From then on they are there at once; the keys of someone
 * who types fast must not go astray.
 */

import { type ComponentProps, type ComponentType, useEffect, useState } from 'react'
import { useFacet, useFacetStore } from '@/lib/store/provider'
import { whenDrawn } from '@/lib/store/when-drawn'
import { useCanvas } from './canvas-context'

/** A component that is fetched when first asked for. */
interface OnDemand<Component> {
  readonly current: Component | null
  load(): Promise<Component>
}

function onDemand<Component>(fetchComponent: () => Promise<Component>): OnDemand<Component> {
  let current: Component | null = null
  return {
    get current() {
      return current
    },
    async load() {
      current = await fetchComponent()
      return current
    },
  }
}

const RELATE_POPOVER = onDemand(() => import('./relate-popover').then((m) => m.RelatePopover))
const ALIGN_TOOLBAR = onDemand(() => import('./align-toolbar').then((m) => m.AlignToolbar))
const RECONNECT_POPOVER = onDemand(() =>
  import('./reconnect-popover').then((m) => m.ReconnectPopover),
)
const TYPE_PICKER = onDemand(() => import('./type-picker').then((m) => m.TypePicker))

/** The component, or `null` for the moment that it takes to fetch it. */
function useOnDemand<Props>(
  part: OnDemand<ComponentType<Props>>,
  isWanted: boolean,
): ComponentType<Props> | null {
  const [, setLoaded] = useState(part.current !== null)
  useEffect(() => {
    // Without a connection it is asked for again the next time.
    if (isWanted && part.current === null) part.load().then(() => setLoaded(true), ignore)
  }, [part, isWanted])
  return part.current
}

/** An input for a type, with the types there are below it. */
export function TypePicker(props: ComponentProps<typeof import('./type-picker').TypePicker>) {
  const Picker = useOnDemand(TYPE_PICKER, true)
  return Picker && <Picker {...props} />
}

/** The popover that asks what kind of relation to add, when there is one to ask for. */
export function RelateWhenAsked() {
  const store = useFacetStore()
  const isAsked = useCanvas((state) => state.relate !== null)
  const Popover = useOnDemand(RELATE_POPOVER, isAsked)
  useEffect(
    () =>
      whenDrawn(store, () => {
        RELATE_POPOVER.load().catch(ignore)
        RECONNECT_POPOVER.load().catch(ignore)
        TYPE_PICKER.load().catch(ignore)
      }),
    [store],
  )
  return isAsked && Popover ? <Popover /> : null
}

/** What lines blocks up, when several are selected. */
export function AlignWhenSeveral() {
  const isWanted = useFacet(({ selection }) => selection.blockIds.length > 1)
  const Toolbar = useOnDemand(ALIGN_TOOLBAR, isWanted)
  return isWanted && Toolbar ? <Toolbar /> : null
}

/** The popover that gives an end of a relation another block, when it is asked for. */
export function ReconnectWhenAsked() {
  const isAsked = useCanvas((state) => state.reconnect !== null)
  const Popover = useOnDemand(RECONNECT_POPOVER, isAsked)
  return isAsked && Popover ? <Popover /> : null
}

function ignore(): void {}
