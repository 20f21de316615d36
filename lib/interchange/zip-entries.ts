/**
 * Reads ZIP archives that nobody vouches for. Knows nothing of schemas.
 *
 * The list of entries comes from the archive's directory; each entry is unpacked only up to a limit,
 * whatever size it claims, and its checksum is verified, so a damaged text is never taken for a
 * whole one. The format: PKWARE's APPNOTE, sections 4.3.7, 4.3.12 and 4.3.16.
 */

import { Inflate } from 'fflate'

export interface ZipEntry {
  /** As written in the archive, with `/` separators. */
  readonly path: string
  /** The unpacked bytes, or why they cannot be had. Never more than `maxBytes`. */
  unpack(maxBytes: number): Uint8Array | 'too-large' | 'damaged' | 'unsupported'
}

const END_SIGNATURE = 0x06054b50
const END_SIZE = 22
const MAX_COMMENT = 0xffff
const DIRECTORY_SIGNATURE = 0x02014b50
const DIRECTORY_SIZE = 46
const LOCAL_SIGNATURE = 0x04034b50
const LOCAL_SIZE = 30
const ENCRYPTED_FLAG = 1
const STORED = 0
const DEFLATED = 8

/** Whether the bytes begin like a ZIP archive (an empty one begins with its end). */
export function looksLikeZip(bytes: Uint8Array): boolean {
  if (bytes.length < 4) return false
  const signature = viewOf(bytes).getUint32(0, true)
  return signature === LOCAL_SIGNATURE || signature === END_SIGNATURE
}

/** The files of an archive, folders left out, or `null` when its directory is not readable. */
export function readZipEntries(bytes: Uint8Array): ZipEntry[] | null {
  const view = viewOf(bytes)
  const end = findEnd(view)
  if (end === null) return null
  const count = view.getUint16(end + 10, true)
  let offset = view.getUint32(end + 16, true)
  const entries: ZipEntry[] = []
  for (let index = 0; index < count; index += 1) {
    if (offset + DIRECTORY_SIZE > end) return null
    if (view.getUint32(offset, true) !== DIRECTORY_SIGNATURE) return null
    const nameLength = view.getUint16(offset + 28, true)
    const name = bytes.subarray(offset + DIRECTORY_SIZE, offset + DIRECTORY_SIZE + nameLength)
    // Some Windows programs write backslashes, against the format.
    const path = new TextDecoder().decode(name).replaceAll('\\', '/')
    const at = offset
    if (!path.endsWith('/')) {
      entries.push({ path, unpack: (maxBytes) => unpack(bytes, view, at, maxBytes) })
    }
    offset += DIRECTORY_SIZE + nameLength
    offset += view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

/** CRC-32 as ZIP uses it. */
export function crc32(bytes: Uint8Array): number {
  let crc = -1
  for (const byte of bytes) crc = (crc >>> 8) ^ CRC_TABLE[(crc ^ byte) & 0xff]!
  return ~crc >>> 0
}

const CRC_TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  return crc
})

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** The end record stands last, before a comment of unknown length. */
function findEnd(view: DataView): number | null {
  const last = view.byteLength - END_SIZE
  for (let offset = last; offset >= Math.max(0, last - MAX_COMMENT); offset -= 1) {
    if (view.getUint32(offset, true) === END_SIGNATURE) return offset
  }
  return null
}

function unpack(
  bytes: Uint8Array,
  view: DataView,
  directoryOffset: number,
  maxBytes: number,
): Uint8Array | 'too-large' | 'damaged' | 'unsupported' {
  const flags = view.getUint16(directoryOffset + 8, true)
  const method = view.getUint16(directoryOffset + 10, true)
  const checksum = view.getUint32(directoryOffset + 16, true)
  const packedSize = view.getUint32(directoryOffset + 20, true)
  const local = view.getUint32(directoryOffset + 42, true)
  if ((flags & ENCRYPTED_FLAG) !== 0) return 'unsupported'
  if (method !== STORED && method !== DEFLATED) return 'unsupported'
  if (local + LOCAL_SIZE > bytes.length) return 'damaged'
  if (view.getUint32(local, true) !== LOCAL_SIGNATURE) return 'damaged'
  const start =
    local + LOCAL_SIZE + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  if (start + packedSize > bytes.length) return 'damaged'
  const packed = bytes.subarray(start, start + packedSize)
  if (method === STORED && packed.length > maxBytes) return 'too-large'
  const content = method === STORED ? packed : inflateWithin(packed, maxBytes)
  if (typeof content === 'string') return content
  return crc32(content) === checksum ? content : 'damaged'
}

/** Gives up while unfolding: deflate grows up to 1032 times, so a slice gives about 1 MB at most. */
function inflateWithin(packed: Uint8Array, maxBytes: number): Uint8Array | 'too-large' | 'damaged' {
  const sliceSize = 1024
  const chunks: Uint8Array[] = []
  let total = 0
  const inflate = new Inflate((chunk) => {
    total += chunk.length
    chunks.push(chunk)
  })
  try {
    for (let start = 0; start < packed.length; start += sliceSize) {
      inflate.push(packed.subarray(start, start + sliceSize), start + sliceSize >= packed.length)
      if (total > maxBytes) return 'too-large'
    }
  } catch {
    return 'damaged'
  }
  const content = new Uint8Array(total)
  let offset = 0
  for (const chunk of chunks) {
    content.set(chunk, offset)
    offset += chunk.length
  }
  return content
}
