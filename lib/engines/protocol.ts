/**
 * What a page and an engine's worker say to each other. One worker serves one engine; the page
 * sends one request at a time (see `worker-client.ts`), so a reply needs no more than its id.
 */

/** Told the part of a call that is done, from 0 to 1. */
export type ReportProgress = (done: number) => void

/**
 * The methods of an engine: each takes one structured-cloneable value and gives another. One that
 * takes long may tell how far it is.
 */
export type EngineApi<Api> = {
  [M in keyof Api]: (params: never, report: ReportProgress) => unknown
}

export type ToWorker =
  | { readonly type: 'init'; readonly params: unknown }
  | {
      readonly type: 'call'
      readonly id: number
      readonly method: string
      readonly params: unknown
    }

export type FromWorker =
  /** The engine is loaded; calls may be sent. */
  | { readonly type: 'ready' }
  | { readonly type: 'reply'; readonly id: number; readonly value: unknown }
  | { readonly type: 'progress'; readonly id: number; readonly done: number }
  /** The call failed, but the engine is sound. */
  | { readonly type: 'failure'; readonly id: number; readonly message: string }
  /** The engine cannot be used any more. `load`: it never could. */
  | { readonly type: 'fatal'; readonly reason: 'load' | 'panic'; readonly detail: string }
