/** What reading a shared design can lead to, and what people are told when it fails. */

import type { Design } from '@/lib/document/design'

export type ShareRefusal =
  | 'empty'
  | 'unrecognised'
  | 'truncated'
  | 'corrupt'
  | 'unsupported-version'
  | 'too-large'
  | 'invalid-design'

export type ShareResult =
  | {
      readonly ok: true
      readonly design: Design
      /** What was replaced because it was unusable, one sentence each (see `checkDesign`). */
      readonly repairs: readonly string[]
    }
  | {
      readonly ok: false
      readonly reason: ShareRefusal
      /** What happened, what was kept, what to do next. */
      readonly message: string
    }

const KEPT = 'Your own designs are unchanged.'

const LINK_MESSAGES: Readonly<Record<ShareRefusal, string>> = {
  empty: `This link holds no design. ${KEPT} Ask whoever sent it to copy the link again.`,
  unrecognised: `This is not a link to a Facet design. ${KEPT} Check that you copied the whole address.`,
  truncated: `This link is incomplete: its end is missing, so nothing could be opened. ${KEPT} Some mail and chat programs shorten long links; ask for the link again, or for the design as a file.`,
  corrupt: `This link was changed on its way, so nothing could be opened. ${KEPT} Ask for the link again, or for the design as a file.`,
  'unsupported-version': `This link was made by a newer version of Facet. ${KEPT} Reload the page to get the newest version, then open the link again.`,
  'too-large': `This link holds more than Facet opens from a link, so it was stopped. ${KEPT} Ask for the design as a file.`,
  'invalid-design': `This link does not hold a usable design. ${KEPT} Ask for the schema files instead.`,
}

/** A refused link; `detail` is a sentence about what exactly is wrong. */
export function refused(reason: ShareRefusal, detail?: string): ShareResult {
  const message = LINK_MESSAGES[reason]
  return { ok: false, reason, message: detail === undefined ? message : `${message} (${detail})` }
}
