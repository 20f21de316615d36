/**
 * Bytes as the characters of a link, and compressed bytes as bytes again. Knows nothing of designs.
 */

import { Inflate } from 'fflate'

/** Base64 with `-` and `_`, without padding (RFC 4648, section 5). */
export function toBase64Url(bytes: Uint8Array): string {
  // In slices, because a call takes only so many arguments.
  let binary = ''
  for (let start = 0; start < bytes.length; start += 8192) {
    binary += String.fromCharCode(...bytes.subarray(start, start + 8192))
  }
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/** The inverse of `toBase64Url`, or `null` when the text is not base64url. */
export function fromBase64Url(text: string): Uint8Array | null {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) return null
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  const bytes = new Uint8Array(binary.length)
  for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index)
  return bytes
}

/** FNV-1a, 32 bits, over UTF-16 code units: any change of a single character changes it. */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  return hash >>> 0
}

/**
 * Inflates raw deflate data, giving up as soon as more than `maxBytes` have come out: a bomb is
 * stopped while it unfolds, not after it has filled the memory.
 */
export function inflateWithin(
  data: Uint8Array,
  dictionary: Uint8Array,
  maxBytes: number,
): Uint8Array | 'too-large' | 'damaged' {
  if (data.length === 0) return 'damaged'
  // Deflate unfolds to at most 1032 times its size, so one slice gives at most about 1 MB.
  const sliceSize = 1024
  const chunks: Uint8Array[] = []
  let total = 0
  const inflate = new Inflate({ dictionary }, (chunk) => {
    total += chunk.length
    chunks.push(chunk)
  })
  try {
    for (let start = 0; start < data.length; start += sliceSize) {
      inflate.push(data.subarray(start, start + sliceSize), start + sliceSize >= data.length)
      if (total > maxBytes) return 'too-large'
    }
  } catch {
    return 'damaged'
  }
  const bytes = new Uint8Array(total)
  let offset = 0
  for (const chunk of chunks) {
    bytes.set(chunk, offset)
    offset += chunk.length
  }
  return bytes
}
