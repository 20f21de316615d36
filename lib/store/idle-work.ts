/** Work that waits for the browser to be idle, and long work that lets frames be drawn in between. */

/** An idle moment is not waited for longer than this, in ms. */
const LONGEST_WAIT = 1000

/** How long work goes on before others have their turn, in ms: a part of a frame. */
export const PIECE = 4

/** The returned function takes it back. */
export function whenIdle(run: () => void): () => void {
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(run, 0)
    return () => clearTimeout(timer)
  }
  const handle = requestIdleCallback(run, { timeout: LONGEST_WAIT })
  return () => cancelIdleCallback(handle)
}

/**
 * Does the first piece of the work at once and the rest when the browser is idle; what yields must
 * do so much more often than every `PIECE` ms. The returned function gives it up.
 */
export function workInPieces<Result>(
  work: Iterator<undefined, Result>,
  finish: (result: Result) => void,
): () => void {
  let cancel = () => {}
  function goOn(): void {
    const end = performance.now() + PIECE
    let step = work.next()
    while (!step.done && performance.now() < end) step = work.next()
    if (step.done) finish(step.value)
    else cancel = whenIdle(goOn)
  }
  goOn()
  return () => cancel()
}
