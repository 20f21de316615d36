/** What can be done about a hint, wherever it is shown; each is one undo step. */

import type { Finding } from '@/lib/lint/rule'
import { ruleById } from '@/lib/lint/rules'
import { ALL_ON, withAccepted, withRule } from '@/lib/lint/switches'
import type { FacetStore } from '@/lib/store/store'
import type { Fix } from './fix'
import { runOffered } from './run-offered'

/** The fixes of the rule, the best one first. */
export function hintFixes(store: FacetStore, { fixes }: Finding): readonly Fix[] {
  return fixes.map((fix) => ({
    title: fix.label,
    isPreferred: false,
    run: () => runOffered(store, fix),
  }))
}

/** Ways to do without the hint. */
export function hintSwitches(store: FacetStore, hint: Finding): readonly Fix[] {
  const title = titleOf(hint.rule)
  return [
    {
      title: `Accept here: ${title}`,
      brief: 'Accept here',
      isPreferred: false,
      isQuiet: true,
      run: () => acceptHint(store, hint),
    },
    {
      title: `Switch off the rule: ${title}`,
      brief: 'Switch off this rule',
      isPreferred: false,
      isQuiet: true,
      run: () => switchRule(store, hint.rule, false),
    },
  ]
}

/** Makes the rule silent at the field, value or block that the finding is about. */
export function acceptHint(store: FacetStore, { rule, blockId, memberId }: Finding): void {
  const { document, actions } = store.getState()
  const label = `Accept “${titleOf(rule)}” at ${nameOf(store, blockId, memberId)}`
  actions.setLint(withAccepted(document.lint, rule, memberId ?? blockId, true), label)
  tellHowToUndo(store, `${label}.`)
}

export function switchRule(store: FacetStore, rule: string, isOn: boolean): void {
  const { document, actions } = store.getState()
  const label = `Switch ${isOn ? 'on' : 'off'} “${titleOf(rule)}”`
  actions.setLint(withRule(document.lint, rule, isOn), label)
  const text = isOn ? `${label}.` : `${label}. It can be switched on again under “Rules”.`
  if (isOn) actions.notify({ kind: 'status', text, isQuiet: true })
  else tellHowToUndo(store, text)
}

/** Lets all rules speak again at the places where they were accepted. */
export function hearAccepted(store: FacetStore): void {
  const { document, actions } = store.getState()
  const { off } = document.lint
  const lint = off.size === 0 ? ALL_ON : { off, accepted: new Map() }
  actions.setLint(lint, 'Show accepted hints again')
}

function tellHowToUndo(store: FacetStore, text: string): void {
  const { actions } = store.getState()
  actions.notify({ kind: 'status', text, action: { label: 'Undo', run: actions.undo } })
}

/** A newer Facet may know rules that this one does not. */
function titleOf(rule: string): string {
  return ruleById(rule)?.title ?? rule
}

function nameOf(store: FacetStore, blockId: string, memberId: string | null): string {
  const block = store.getState().document.graph.blockById.get(blockId)
  if (!block) return 'this place'
  const member = [...block.fields, ...block.values].find(({ id }) => id === memberId)
  return member ? `${block.name}.${member.name}` : block.name
}
