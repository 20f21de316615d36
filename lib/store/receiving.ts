/** Designs on their way in: from files and from links. Loaded when there is something to read. */

import type { Design } from '@/lib/document/design'
import { readSchemaFiles } from '@/lib/interchange/open-files'
import type { FileBytes } from '@/lib/interchange/zip'
import { designFromJson } from '@/lib/share/design-json'
import { decodeShareLink } from '@/lib/share/link'

export type Received =
  /** `remarks` are sentences about what was left out or mended. */
  | { readonly ok: true; readonly design: Design; readonly remarks: readonly string[] }
  /** What happened, what was kept, what to do next. */
  | { readonly ok: false; readonly message: string }

export function receiveFiles(inputs: readonly FileBytes[]): Received {
  const result = readSchemaFiles(inputs)
  if (result.kind === 'error') return { ok: false, message: result.message }
  if (result.kind === 'design') {
    const read = designFromJson(result.text)
    if (!read.ok) return read
    return { ...read, remarks: [...read.repairs, ...result.problems] }
  }
  const { files, name, problems, connection } = result
  const layout = { positions: {} }
  const design: Design = {
    name,
    files,
    layout,
    viewport: null,
    prismaVersion: null,
    ...(connection && { connection }),
  }
  return { ok: true, design, remarks: problems }
}

/** `hash` is the address's fragment, with its `#`. */
export function receiveLink(hash: string): Received {
  const result = decodeShareLink(hash.slice(1))
  return result.ok ? { ...result, remarks: result.repairs } : result
}
