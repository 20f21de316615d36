/** Moves the focus into the inspector and back to where it came from. */

/** Marks the part of the page that is the inspector. */
export const INSPECTOR_ATTRIBUTE = 'data-inspector'

const OPEN_EVENT = 'facet:open-inspector'
const CONTROLS =
  'input, select, textarea, button, a[href], [tabindex]:not([tabindex="-1"]), [role="combobox"]'

let origin: HTMLElement | null = null

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
  window.dispatchEvent(new Event(OPEN_EVENT))
  focusWhenThere(30)
}

/** Calls the listener whenever the inspector must be on the page. */
export function onInspectorWanted(listener: () => void): () => void {
  window.addEventListener(OPEN_EVENT, listener)
  return () => window.removeEventListener(OPEN_EVENT, listener)
}

/** It may have to be loaded and drawn first: tried for so many frames. */
function focusWhenThere(frames: number): void {
  const body = inspector()?.querySelector('[data-inspector-body]')
  const controls = [...(body?.querySelectorAll<HTMLElement>(CONTROLS) ?? [])]
  const first = controls.find(
    (control) => !control.matches(':disabled') && control.offsetParent !== null,
  )
  if (first) {
    first.focus()
    if (first instanceof HTMLInputElement) first.select()
  } else if (frames > 0) {
    requestAnimationFrame(() => focusWhenThere(frames - 1))
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
