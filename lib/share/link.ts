/**
 * A whole design in the part of a URL after `#`, which browsers never send to a server.
 *
 *     1 . 2s . eJyrVkrLz1eyUkpKLFKqBQ…  0z4kq1c
 *     |   |    |                         '- checksum, 7 characters of base 36
 *     |   |    '- payload: deflated with dictionary 1, in base64url
 *     |   '- length of the payload in characters, in base 36
 *     '- version
 *
 * The length tells a link that was cut off from one that was altered; the checksum covers
 * everything before it, so an altered link is refused and never opens as another design. It also
 * stands last so that a link never ends in `-` or `_`, which mail and chat programs tend to leave
 * out. Adding properties to the payload keeps the version; changing how it is read needs a new one,
 * and the old one must stay readable.
 */

import { deflateSync, strToU8 } from 'fflate'
import type { Design } from '@/lib/document/design'
import { fnv1a, fromBase64Url, inflateWithin, toBase64Url } from './bytes'
import { checkDesign } from './check-design'
import { DICTIONARY_1 } from './dictionary'
import { packDesign, roundForLink, unpackDesign } from './payload'
import { refused, type ShareResult } from './share-result'

/** Links longer than this (characters) are cut off by some programs; offer a file instead. */
export const SHARE_WARNING_LENGTH = 8000

/** The most that a link may unfold to, in bytes. Far above the largest schemas seen in the wild. */
export const MAX_LINK_DESIGN_BYTES = 8 * 1024 * 1024

/** No program carries a longer link (characters), so nothing longer is even looked at. */
const MAX_LINK_LENGTH = 4 * 1024 * 1024

const VERSION = '1'
const CHECKSUM_LENGTH = 7
const DICTIONARY = strToU8(DICTIONARY_1)

/**
 * The fragment, without `#`, that opens as this design elsewhere. Texts and names arrive exactly;
 * positions and the view arrive to the pixel (see `roundForLink`). The same design always gives the
 * same link. It uses only letters, digits, `-`, `_` and `.`, which need no escaping anywhere.
 */
export function encodeShareLink(design: Design): string {
  const packed = new TextEncoder().encode(packDesign(roundForLink(design)))
  const compressed = deflateSync(packed, { level: 9, dictionary: DICTIONARY })
  const payload = toBase64Url(compressed)
  const body = `${VERSION}.${payload.length.toString(36)}.${payload}`
  return body + checksum(body)
}

/** Reads a fragment, with or without `#`. Never throws, whatever it is given. */
export function decodeShareLink(fragment: string): ShareResult {
  if (fragment.length > MAX_LINK_LENGTH) return refused('too-large')
  // Mail programs break long links into lines and escape the breaks.
  const link = fragment.replace(/^#/, '').replace(/\s|%20|%0[AD]/gi, '')
  if (link === '') return refused('empty')

  const version = /^(\d{1,4})(?:\.|$)/.exec(link)?.[1]
  if (version === undefined) return refused('unrecognised')
  if (version !== VERSION) return refused('unsupported-version')

  const parts = /^1\.([0-9a-z]{1,6})\./.exec(link)
  if (parts === null) return refused(/^1\.?[0-9a-z]{0,6}$/.test(link) ? 'truncated' : 'corrupt')
  const payloadEnd = parts[0].length + Number.parseInt(parts[1]!, 36)
  if (link.length < payloadEnd + CHECKSUM_LENGTH) return refused('truncated')
  // What follows the checksum was added on the way (a full stop, a tracking parameter).
  const body = link.slice(0, payloadEnd)
  if (checksum(body) !== link.slice(payloadEnd, payloadEnd + CHECKSUM_LENGTH)) {
    return refused('corrupt')
  }
  return decodePayload(link.slice(parts[0].length, payloadEnd))
}

function decodePayload(payload: string): ShareResult {
  const compressed = fromBase64Url(payload)
  if (compressed === null) return refused('corrupt')
  const packed = inflateWithin(compressed, DICTIONARY, MAX_LINK_DESIGN_BYTES)
  if (packed === 'too-large') return refused('too-large')
  if (packed === 'damaged') return refused('corrupt')
  let text: string
  try {
    // A byte order mark at the start of a text is part of the text.
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(packed)
  } catch {
    return refused('corrupt')
  }
  const unpacked = unpackDesign(text, MAX_LINK_DESIGN_BYTES)
  if (unpacked === 'damaged') return refused('corrupt')
  if (unpacked === 'too-large') return refused('too-large')
  const check = checkDesign(unpacked.value)
  return check.ok ? check : refused('invalid-design', check.message)
}

function checksum(body: string): string {
  return fnv1a(body).toString(36).padStart(CHECKSUM_LENGTH, '0')
}
