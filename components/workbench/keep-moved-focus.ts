/**
 * For a menu or dialog that closes: gives the focus back to where it was, unless what was chosen
 * has put it somewhere else on purpose.
 */
export function keepMovedFocus(event: Event): void {
  const { activeElement } = document
  const isMoved =
    activeElement !== null &&
    activeElement !== document.body &&
    !activeElement.closest('[role="menu"], [role="dialog"]')
  if (isMoved) event.preventDefault()
}
