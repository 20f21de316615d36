/**
 * Runs an action once the menu that it was chosen from has closed and has given the focus back: what
 * takes the focus must come after.
 */
export function afterClosing(action: () => void): () => void {
  const wait = () =>
    requestAnimationFrame(() => {
      // The focus is given back by a timer that is set when the menu goes.
      if (document.querySelector('[role="menu"]')) wait()
      else setTimeout(action)
    })
  return wait
}
