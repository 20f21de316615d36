/**
 * A design as a `.facet.json` file: what is offered when a link would be too long, and the way to
 * keep a design outside the browser. Plain and indented, so that it can be read and compared; exact,
 * including fractions of a pixel.
 */

import type { Design } from '@/lib/document/design'
import { checkDesign } from './check-design'
import { isRecord, own } from './check-value'
import type { ShareRefusal, ShareResult } from './share-result'

/** How the names of these files end. */
export const DESIGN_FILE_EXTENSION = '.facet.json'

const FORMAT = 'facet-design'
const VERSION = 1

export function designToJson(design: Design): string {
  const { name, files, layout, viewport, prismaVersion, system, lint, connection } = design
  const document = {
    format: FORMAT,
    version: VERSION,
    name,
    prismaVersion,
    system,
    viewport,
    layout,
    lint,
    connection,
    files,
  }
  return `${JSON.stringify(document, null, 2)}\n`
}

/** Reads what `designToJson` wrote, perhaps edited since. Never throws. */
export function designFromJson(text: string): ShareResult {
  const json = text.replace(/^\uFEFF/, '')
  if (json.trim() === '') return refusedFile('empty', 'This file is empty.')
  let document: unknown
  try {
    document = JSON.parse(json)
  } catch {
    return refusedFile('corrupt', 'This file is not complete JSON; it may be damaged or cut off.')
  }
  if (!isRecord(document) || own(document, 'format') !== FORMAT) {
    return refusedFile('unrecognised', 'This JSON file is not a Facet design.')
  }
  if (own(document, 'version') !== VERSION) {
    return refusedFile(
      'unsupported-version',
      'This file was made by a newer version of Facet. Reload the page to get the newest version.',
    )
  }
  const check = checkDesign(document)
  return check.ok
    ? check
    : refusedFile('invalid-design', `This file is not a usable design. ${check.message}`)
}

function refusedFile(reason: ShareRefusal, what: string): ShareResult {
  return { ok: false, reason, message: `${what} Nothing was opened; your designs are unchanged.` }
}
