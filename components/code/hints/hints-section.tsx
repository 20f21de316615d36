'use client'

import { Lightbulb } from 'lucide-react'
import { useId, useMemo, useState } from 'react'
import { unsaidByEngine } from '@/components/fixes/faults'
import { FixMenu } from '@/components/fixes/fix-menu'
import { Button } from '@/components/ui/button'
import { useFacet } from '@/lib/store/provider'
import type { FacetState } from '@/lib/store/state'
import { PlaceRow } from '../place-row'
import { listHints, type RuleHints } from './list-hints'
import { RulesMenu } from './rules-menu'

/** How many of one rule are shown at first: all alike, they would hide the other rules. */
const FEW = 8

const selectDocument = (state: FacetState) => state.document
const selectFindings = (state: FacetState) => state.findings
const selectDiagnostics = (state: FacetState) => state.validation.diagnostics

/** What one may regret of a schema that Prisma accepts. Nothing until the rules have looked. */
export function HintsSection() {
  const document = useFacet(selectDocument)
  const findings = useFacet(selectFindings)
  const diagnostics = useFacet(selectDiagnostics)
  const groups = useMemo(
    () => (findings ? listHints(document, unsaidByEngine(document, findings, diagnostics)) : []),
    [document, findings, diagnostics],
  )
  if (!findings) return null
  return (
    <section aria-label="Hints" className="pb-2">
      <div className="flex h-8 items-center border-t pr-2 pl-3">
        <h3 className="flex-1 text-sm font-medium text-muted">Hints</h3>
        <RulesMenu />
      </div>
      {groups.length === 0 ? (
        <p className="px-3 py-1 text-faint">No hints.</p>
      ) : (
        groups.map((group) => (
          <RuleGroup key={group.rule.id} group={group} hasPaths={document.files.size > 1} />
        ))
      )}
    </section>
  )
}

function RuleGroup({ group, hasPaths }: { group: RuleHints; hasPaths: boolean }) {
  const { rule, hints } = group
  const [isExplained, setExplained] = useState(false)
  const [isWhole, setWhole] = useState(false)
  const explanationId = useId()
  const shown = isWhole ? hints : hints.slice(0, FEW)
  return (
    <section aria-label={rule.title} className="pb-1">
      <div className="flex items-center pr-2 pl-3">
        <h4 className="min-w-0 flex-1 truncate text-sm text-muted">
          {rule.title} <span className="text-faint tabular-nums">{hints.length}</span>
        </h4>
        <Button
          size="sm"
          variant="ghost"
          aria-label={`Why? ${rule.title}`}
          aria-expanded={isExplained}
          aria-controls={isExplained ? explanationId : undefined}
          className="h-7 shrink-0 px-2 text-muted"
          onClick={() => setExplained(!isExplained)}
        >
          Why?
        </Button>
      </div>
      {isExplained ? (
        <div id={explanationId} className="space-y-1 px-3 pb-1 text-sm text-pretty text-muted">
          <p>{rule.why}</p>
          <p>Switch it off: {lowerFirst(rule.whenOff)}</p>
        </div>
      ) : null}
      <ul>
        {shown.map((hint) => (
          <PlaceRow
            key={`${hint.blockId} ${hint.memberId} ${hint.message}`}
            place={hint}
            icon={<Lightbulb aria-label="Hint" className="mt-0.5 text-faint" />}
            hasPath={hasPaths}
            menu={<FixMenu finding={hint} />}
          />
        ))}
      </ul>
      {shown.length < hints.length ? (
        <Button
          size="sm"
          variant="ghost"
          className="ml-1 h-7 px-2 text-muted"
          onClick={() => setWhole(true)}
        >
          Show all {hints.length}
        </Button>
      ) : null}
    </section>
  )
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
