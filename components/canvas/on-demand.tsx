'use client'

/**
 * Parts of the diagram that nobody needs until they do something: fetched once the diagram is on
 * the screen, so that it is there sooner. From then on they are there at once; the keys of someone
 * who types fast must not go astray.
 */

import { type ComponentType, type RefObject, useEffect, useState } from 'react'
import { fetchFixFinder } from '@/components/fixes/use-fix-finder'
import { useFacet, useFacetStore } from '@/lib/store/provider'
import { whenDrawn, whenPainted } from '@/lib/store/when-drawn'
import { useCanvas } from './canvas-context'
import { fetchEditing } from './editing-chunk'

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

const TIP = onDemand(() => import('./tip').then((m) => m.DiagramTip))
const FIX_POPOVER = onDemand(() => import('./fix-popover').then((m) => m.FixPopover))

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
        FIX_POPOVER.load().then(fetchFixFinder).catch(ignore)
      }),
    [store],
  )
  // Keys that follow a double click would go astray before it has come: no idle moment is waited for.
  useEffect(() => whenPainted(store, () => void fetchEditing().catch(ignore)), [store])
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

/** The popover with what is wrong at a block or a row, when it is asked for. */
export function FixesWhenAsked() {
  const isAsked = useCanvas((state) => state.fixing !== null)
  const Popover = useOnDemand(FIX_POPOVER, isAsked)
  return isAsked && Popover ? <Popover /> : null
}

/** The tips and cards that the diagram shows on hovering, from when it has been drawn. */
export function TipWhenDrawn({ within }: { readonly within: RefObject<HTMLElement | null> }) {
  const store = useFacetStore()
  const [isDrawn, setDrawn] = useState(false)
  useEffect(() => whenDrawn(store, () => setDrawn(true)), [store])
  const Tip = useOnDemand(TIP, isDrawn)
  return Tip && <Tip within={within} />
}

function ignore(): void {}
