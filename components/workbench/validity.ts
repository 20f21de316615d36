/** What the status line says of the schema. */

import type { Diagnostic, FacetState, Validation } from '@/lib/store/state'

export interface Validity {
  readonly text: string
  readonly tone: 'valid' | 'error' | 'warning' | 'unknown'
}

export const CHECKING: Validity = { text: 'Checking…', tone: 'unknown' }

const UNAVAILABLE: Validity = { text: 'Validation unavailable', tone: 'unknown' }

/** What is known of the schema after a change of the state, given what was known before it. */
export function nextValidity(
  previous: Validity,
  state: Pick<FacetState, 'validation' | 'lastStep'>,
  before: Pick<FacetState, 'validation' | 'lastStep'>,
): Validity {
  if (state.validation === before.validation) return previous
  const isOpened = state.lastStep !== before.lastStep && state.lastStep.origin === 'open'
  if (state.validation.state !== 'checking') return validityOf(state.validation)
  // While a change is being looked at, the last answer stands; about another design it says nothing.
  return isOpened ? CHECKING : previous
}

/** What an answer of the engine says. */
export function validityOf({ state, diagnostics }: Validation): Validity {
  if (state === 'checking') return CHECKING
  if (state === 'unavailable') return UNAVAILABLE
  const errors = count(diagnostics, 'error')
  if (errors > 0) return { text: counted(errors, 'error'), tone: 'error' }
  const warnings = count(diagnostics, 'warning')
  if (warnings > 0) return { text: counted(warnings, 'warning'), tone: 'warning' }
  return { text: 'Valid', tone: 'valid' }
}

/** "1 error", "2 errors". */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? noun : plural}`
}

function count(diagnostics: readonly Diagnostic[], severity: Diagnostic['severity']): number {
  return diagnostics.filter((diagnostic) => diagnostic.severity === severity).length
}
