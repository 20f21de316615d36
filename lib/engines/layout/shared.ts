/** What the page and the layout worker say to each other. */
import type { LayoutInput, Point } from '@/lib/layout/types'

/** Top-left corner of each node, by id: a record, so that it can be sent and stored. */
export type LayoutResult = Record<string, Point>

/** The page sends one of these and waits for `done` or `failed` before it sends another. */
export interface LayoutRequest {
  readonly input: LayoutInput
}

export type LayoutReply =
  /** The part that is done, from 0 to 1. */
  | { readonly kind: 'progress'; readonly done: number }
  | { readonly kind: 'done'; readonly result: LayoutResult }
  | { readonly kind: 'failed'; readonly message: string }
