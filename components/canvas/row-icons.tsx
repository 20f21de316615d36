/** The small signs of a diagram's rows and headers. Plain SVG: there are thousands of them. */

import type { ReactNode } from 'react'
import type { BlockKind } from '@/lib/psl/syntax'
import type { KeyMarker } from './row-text'

const MARKERS: Record<KeyMarker, ReactNode> = {
  // A key.
  primary: (
    <>
      <circle cx="4" cy="6" r="2.5" />
      <path d="M6.5 6H11M9.5 6v2.2M11 6v1.6" />
    </>
  ),
  // One among others: a diamond.
  unique: <path d="M6 1.8 10.2 6 6 10.2 1.8 6Z" />,
  // An arrow to elsewhere.
  foreign: <path d="M2 10V6.5A2.5 2.5 0 0 1 4.5 4H10M7.5 1.5 10 4 7.5 6.5" />,
}

export function MarkerIcon({ marker }: { marker: KeyMarker }) {
  return (
    <svg className="canvas-marker" data-marker={marker} viewBox="0 0 12 12" aria-hidden="true">
      {MARKERS[marker]}
    </svg>
  )
}

const KINDS: Partial<Record<BlockKind, ReactNode>> = {
  // A table.
  model: <path d="M2.5 3h11v10h-11ZM2.5 6.5h11M6.5 6.5V13" />,
  // An eye.
  view: (
    <>
      <path d="M1.5 8s2.4-4.2 6.5-4.2S14.5 8 14.5 8 12.1 12.2 8 12.2 1.5 8 1.5 8Z" />
      <circle cx="8" cy="8" r="1.8" />
    </>
  ),
  // A list.
  enum: <path d="M6 4h7.5M6 8h7.5M6 12h7.5M2.5 4h.8M2.5 8h.8M2.5 12h.8" />,
  // Braces.
  type: (
    <path d="M6 2.8H5.4c-1 0-1.6.6-1.6 1.6v1.8c0 1-.5 1.6-1.5 1.8 1 .2 1.5.8 1.5 1.8v1.8c0 1 .6 1.6 1.6 1.6H6M10 2.8h.6c1 0 1.6.6 1.6 1.6v1.8c0 1 .5 1.6 1.5 1.8-1 .2-1.5.8-1.5 1.8v1.8c0 1-.6 1.6-1.6 1.6H10" />
  ),
}

export function KindIcon({ kind }: { kind: BlockKind }) {
  return (
    <svg className="canvas-kind" viewBox="0 0 16 16" aria-hidden="true">
      {KINDS[kind]}
    </svg>
  )
}

/** A triangle for a warning, a disc for an error. */
export function SeverityIcon({ severity }: { severity: 'error' | 'warning' }) {
  return (
    <svg
      className="canvas-severity"
      data-severity={severity}
      viewBox="0 0 14 14"
      aria-hidden="true"
    >
      {severity === 'error' ? (
        <path d="M7 1.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11ZM7 4.2v3.3M7 9.6v.2" />
      ) : (
        <path d="M7 1.8 13 12.2H1ZM7 5.6v3M7 10.3v.2" />
      )}
    </svg>
  )
}
