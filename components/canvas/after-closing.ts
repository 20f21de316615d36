/** The menu gives the focus back when it has closed; what takes it must come after. */
export function afterClosing(action: () => void): () => void {
  return () => requestAnimationFrame(() => requestAnimationFrame(action))
}
