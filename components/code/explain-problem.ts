/** What to say beside a message of the engine that is about the syntax of an earlier Prisma. */

import type { SchemaDocument } from '@/lib/document/document'
import { oldSyntaxAmong, oldSyntaxAround } from '@/lib/lint/old-syntax-findings'
import type { Diagnostic, Validation } from '@/lib/store/state'
import { commandContext } from '@/lib/store/store'

/**
 * Tells what old syntax the engine stumbled over, and what to write instead; it knows nothing of
 * earlier Prismas itself. `null` where there is none.
 */
export function explainer(
  document: SchemaDocument,
  validation: Validation,
): (diagnostic: Diagnostic) => string | null {
  const errors = validation.diagnostics.filter(({ severity }) => severity === 'error')
  const old = oldSyntaxAround(commandContext(document), errors)
  return (diagnostic) => oldSyntaxAmong(old, diagnostic)?.message ?? null
}
