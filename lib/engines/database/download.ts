/** Fetches what a database is made of, and tells how much of it is there. */
import type { ReportProgress } from '../protocol'

/** A file of the app. `size` is what to expect, in bytes: servers that compress do not tell it. */
export interface FileToFetch {
  readonly url: URL
  readonly size: number
}

/**
 * The responses, in order, as soon as they begin; `report` is told the part of all bytes that has
 * come. Rejects when the server refuses one.
 */
export function fetchFiles<Files extends readonly FileToFetch[]>(
  files: Files,
  report: ReportProgress,
): { [Index in keyof Files]: Promise<Response> } {
  const total = files.reduce((sum, { size }) => sum + size, 0)
  let loaded = 0
  const fetchOne = async ({ url }: FileToFetch) => {
    const response = await fetch(url)
    if (!response.ok) throw new Error(`${response.status} for ${url}`)
    // A copy is counted, because only an untouched response is compiled while it downloads.
    const counted = response.clone().body
    if (counted) void count(counted)
    return response
  }
  const count = async (body: ReadableStream<Uint8Array>) => {
    const reader = body.getReader()
    for (;;) {
      // Whoever reads the response itself is told when the connection breaks.
      const { value } = await reader.read().catch(() => ({ value: undefined }))
      if (!value) return
      loaded += value.length
      report(Math.min(1, loaded / total))
    }
  }
  return files.map(fetchOne) as { [Index in keyof Files]: Promise<Response> }
}
