import type { Severity } from './diagnostic-marks'
import { SeverityIcon } from './row-icons'

/**
 * The sign of something wrong at a block or a row. Pressing it opens the fixes (`pointer.ts`); by
 * keyboard there is a key for that, so that Tab goes from row to row.
 */
export function FixMark({
  severity,
  name,
}: {
  readonly severity: Severity
  readonly name: string
}) {
  return (
    <button
      type="button"
      className="canvas-mark nodrag nopan"
      aria-label={`Fix ${name}`}
      tabIndex={-1}
    >
      <SeverityIcon severity={severity} />
    </button>
  )
}
