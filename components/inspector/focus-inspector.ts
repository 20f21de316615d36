/** Moves the focus into the inspector and back to where it came from. */

/** Marks the part of the page that is the inspector. */
export const INSPECTOR_ATTRIBUTE = 'data-inspector'

const OPEN_EVENT = 'facet:open-inspector'
const CONTROLS =
  'input, select, textarea, button, a[href], [tabindex]:not([tabindex="-1"]), [role="combobox"]'

/** For how many frames the inspector is waited for, which may have to be loaded first. */
const PATIENCE = 180

let origin: HTMLElement | null = null
let isWanted = false

/**
 * Opens the inspector if it is closed and focuses its first control. When the focus is in it
 * already, gives it back to where it came from, or else to the diagram.
 */
export function focusInspector(): void {
  const { activeElement } = document
  if (inspector()?.contains(activeElement)) {
    leave()
    return
  }
  origin = activeElement instanceof HTMLElement ? activeElement : null
  isWanted = true
  window.dispatchEvent(new Event(OPEN_EVENT))
  focusWhenThere(PATIENCE, activeElement)
}

/** Calls the listener whenever the inspector must be on the page, and at once if it must now. */
export function onInspectorWanted(listener: () => void): () => void {
  window.addEventListener(OPEN_EVENT, listener)
  if (isWanted) listener()
  return () => window.removeEventListener(OPEN_EVENT, listener)
}

/** Tried again with each frame, unless meanwhile the person goes elsewhere than where they were. */
function focusWhenThere(frames: number, from: Element | null): void {
  const body = inspector()?.querySelector('[data-inspector-body]')
  const controls = [...(body?.querySelectorAll<HTMLElement>(CONTROLS) ?? [])]
  const first = controls.find(
    (control) => !control.matches(':disabled') && control.offsetParent !== null,
  )
  const { activeElement } = document
  const isStill = activeElement === from || activeElement === document.body
  if (first && isStill) {
    isWanted = false
    first.focus()
    if (first instanceof HTMLInputElement) first.select()
  } else if (frames > 0 && isStill) {
    requestAnimationFrame(() => focusWhenThere(frames - 1, from))
  } else {
    isWanted = false
  }
}

function leave(): void {
  const isThere = origin?.isConnected && origin !== document.body
  const diagram = document.querySelector<HTMLElement>('main [tabindex="0"]')
  const target = isThere ? origin : diagram
  origin = null
  if (target) target.focus()
  else if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
}

function inspector(): Element | null {
  return document.querySelector(`[${INSPECTOR_ATTRIBUTE}]`)
}
