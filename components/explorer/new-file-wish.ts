/** Asks the explorer, which may have to be opened first, to let a person name a new file. */

const EVENT = 'facet:new-file'

let isWanted = false

export function wishNewFile(): void {
  isWanted = true
  window.dispatchEvent(new Event(EVENT))
}

/** Calls the listener whenever a new file is wanted, and at once if one is now. */
export function onNewFileWish(listener: () => void): () => void {
  const answer = () => {
    if (!isWanted) return
    isWanted = false
    listener()
  }
  window.addEventListener(EVENT, answer)
  answer()
  return () => window.removeEventListener(EVENT, answer)
}
