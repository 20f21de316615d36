/**
 * For a menu that closes: lets it give the focus back to its button, unless what was chosen has put
 * it somewhere else on purpose.
 */
export function keepMovedFocus(event: Event): void {
  if (isFocusMoved(event)) event.preventDefault()
}

/** Whether, by the time that the target of the event closes, the focus is on something else. */
export function isFocusMoved({ target }: Event): boolean {
  const { activeElement } = document
  if (activeElement === null || activeElement === document.body) return false
  return !(target instanceof Node && target.contains(activeElement))
}
