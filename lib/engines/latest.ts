/** Keeps rapid requests, such as one for every keystroke, from queueing up. */

/** Given in place of a result to a request that a newer one has overtaken. */
export type Superseded = 'superseded'

/**
 * Wraps `run` so that one call runs at a time and only the newest of those waiting is run next;
 * the others resolve as superseded without running. What is running is left to finish.
 */
export function latest<Params, Result>(
  run: (params: Params) => Promise<Result>,
): (params: Params) => Promise<Result | Superseded> {
  let running = false
  let waiting: { start: () => void; supersede: () => void } | undefined

  const start = async (params: Params): Promise<Result> => {
    running = true
    try {
      return await run(params)
    } finally {
      running = false
      const next = waiting
      waiting = undefined
      next?.start()
    }
  }

  return (params) => {
    if (!running) return start(params)
    waiting?.supersede()
    return new Promise((resolve) => {
      waiting = {
        start: () => resolve(start(params)),
        supersede: () => resolve('superseded'),
      }
    })
  }
}
