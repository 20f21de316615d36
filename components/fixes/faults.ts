/**
 * What is wrong with the schema, and what of it concerns a block or a member: what the engine says,
 * and what rules of our own would mend. What can be done about each, `createFixFinder` tells.
 */

import { memberFinder } from '@/components/canvas/diagnostic-marks'
import { type CodeTarget, targetAt } from '@/components/code/code-places'
import type { SchemaDocument } from '@/lib/document/document'
import type { Finding } from '@/lib/lint/rule'
import type { Block, FieldId } from '@/lib/schema/graph'
import type { Diagnostic, FacetState, Validation } from '@/lib/store/state'

/** Something that is wrong, or might be better, at a block or a member of one. */
export interface Fault {
  readonly message: string
  readonly severity: 'error' | 'warning' | 'hint'
  /** The member that it is about, if that is not what was asked about. */
  readonly memberId: FieldId | null
  readonly memberName: string | null
  /** What finds its fixes. */
  readonly finding: Diagnostic | Finding
}

type FaultyState = Pick<FacetState, 'document' | 'validation' | 'findings'>

/**
 * The faults of a member; or, without one, those of the block itself and then those of its members,
 * in their order. Hints follow the rest. What is said twice of the same part is listed once.
 */
export function faultsAt(state: FaultyState, { blockId, memberId }: CodeTarget): readonly Fault[] {
  const { document, validation, findings } = state
  const block = document.graph.blockById.get(blockId)
  if (!block) return []
  const problems = problemsIn(document, block, problemsOf(document, validation))
  const hints = (findings ?? []).filter((finding) => finding.blockId === blockId)
  const unsaid = unsaidByEngine(document, hints, validation.diagnostics)
  const asked = (items: readonly Placed[]) => once(inOrder(block, items, memberId))
  return [...asked(problems), ...asked(unsaid.map((finding) => ({ ...finding, finding })))]
}

/** What the engine says, or without it what our own parser says. */
export function problemsOf(
  document: SchemaDocument,
  validation: Validation,
): readonly Diagnostic[] {
  return validation.state === 'unavailable' ? syntaxProblems(document) : validation.diagnostics
}

/** Without those that the engine warns of in its own words. */
export function unsaidByEngine(
  document: SchemaDocument,
  findings: readonly Finding[],
  diagnostics: readonly Diagnostic[],
): readonly Finding[] {
  const warnings = diagnostics.filter(({ message }) => MISSING_INDEX.test(message))
  if (warnings.length === 0) return findings
  const said = new Set(
    warnings.map(({ path, from }) => targetAt(document, path, from)?.memberId ?? null),
  )
  return findings.filter(
    ({ rule, memberId }) =>
      rule !== 'foreign-key-without-index' || memberId === null || !said.has(memberId),
  )
}

/** What the engines of 6.19 and 7.10 say of a foreign key without an index. */
const MISSING_INDEX = /^With `relationMode = "prisma"`, no foreign keys are used/

/** A message and the member that it is about. */
type Placed = Pick<Fault, 'message' | 'severity' | 'memberId' | 'finding'>

function problemsIn(
  document: SchemaDocument,
  block: Block,
  diagnostics: readonly Diagnostic[],
): Placed[] {
  const file = document.files.get(block.path)?.syntax
  const index = file?.items.indexOf(block.syntax) ?? -1
  if (!file || index < 0) return []
  const start = file.starts[index] ?? 0
  const end = file.starts[index + 1] ?? Number.POSITIVE_INFINITY
  const memberAt = memberFinder(block)
  return diagnostics
    .filter(({ path, from }) => path === block.path && start <= from && from < end)
    .sort((a, b) => a.from - b.from)
    .map((finding) => {
      const { message, severity, from } = finding
      return { message, severity, memberId: memberAt(from - start)?.id ?? null, finding }
    })
}

/** Those of the member; or, without one, those of the block and of its members, by name. */
function inOrder(block: Block, items: readonly Placed[], memberId: FieldId | null): Fault[] {
  if (memberId !== null) {
    return items
      .filter((item) => item.memberId === memberId)
      .map((item) => faultOf(item, null, null))
  }
  const shape = block.lastGood ?? block
  const members = [...shape.fields, ...shape.values]
  const known = new Set(members.map(({ id }) => id))
  return [
    ...items
      .filter((item) => item.memberId === null || !known.has(item.memberId))
      .map((item) => faultOf(item, null, null)),
    ...members.flatMap(({ id, name }) =>
      items.filter((item) => item.memberId === id).map((item) => faultOf(item, id, name)),
    ),
  ]
}

function faultOf(
  { message, severity, finding }: Placed,
  memberId: FieldId | null,
  memberName: string | null,
): Fault {
  return { message, severity, memberId, memberName, finding }
}

function once(faults: readonly Fault[]): Fault[] {
  const seen = new Set<string>()
  return faults.filter(({ memberId, message }) => {
    const key = `${memberId} ${message}`
    return !seen.has(key) && seen.add(key)
  })
}

function syntaxProblems(document: SchemaDocument): Diagnostic[] {
  return [...document.files].flatMap(([path, { syntax }]) =>
    syntax.items.flatMap((item, index): Diagnostic[] => {
      const start = syntax.starts[index] as number
      if (item.kind === 'block') {
        return item.problems.map(({ from, to, message }) => ({
          path,
          from: start + from,
          to: start + to,
          message,
          severity: 'error',
        }))
      }
      if (item.kind !== 'stray') return []
      const text = item.text.trimEnd()
      const from = start + text.length - text.trimStart().length
      const message = 'This is neither a block nor a comment.'
      return [{ path, from, to: start + text.length, message, severity: 'error' }]
    }),
  )
}
