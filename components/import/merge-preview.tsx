import { SegmentedControl } from '@/components/ui/segmented-control'
import { counted } from '@/components/workbench/validity'
import type { MergePlan } from '@/lib/commands/plan-merge'
import type { ClashChoice } from '@/lib/commands/settings-arguments'
import { providerTitle } from '@/lib/schema/provider-title'

interface MergePreviewProps {
  plan: MergePlan
  choice: ClashChoice
  onChoose(choice: ClashChoice): void
}

const CHOICES = [
  { value: 'rename', label: 'Rename the new' },
  { value: 'skip', label: 'Skip the new' },
  { value: 'replace', label: 'Replace the old' },
] as const

/** What merging would do to the design: to which blocks, and what of them does not fit. */
export function MergePreview({ plan, choice, onChoose }: MergePreviewProps) {
  const { added, replaced, renamed, skipped, consequences, draft } = plan
  const clashes = replaced.length + renamed.length + skipped.length
  const title = providerTitle(draft.ctx.graph)
  const rows = [
    { what: 'New', names: added },
    { what: 'Replaced', names: replaced },
    { what: 'Renamed', names: renamed.map(({ from, to }) => `${from} → ${to}`) },
    { what: 'Skipped', names: skipped },
  ].filter(({ names }) => names.length > 0)
  const remarks = [
    ...consequences.map(({ text, fix }) => (fix === null ? text : `${text} ${fix}`)),
    ...draft.notes,
  ]
  return (
    <section aria-label="When merging" className="flex flex-col gap-2 text-sm">
      <h3 className="text-muted">When merging into this design</h3>
      {clashes > 0 ? (
        <SegmentedControl
          label="Blocks whose names are taken"
          options={CHOICES}
          value={choice}
          onValueChange={onChoose}
        />
      ) : null}
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1">
        {rows.map(({ what, names }) => (
          <div key={what} className="contents">
            <dt className="text-muted">
              {what} ({names.length})
            </dt>
            <dd className="max-h-16 overflow-y-auto font-mono">{names.join(', ')}</dd>
          </div>
        ))}
      </dl>
      {remarks.length > 0 ? (
        <details open={consequences.length > 0 && consequences.length <= FEW}>
          <summary className="cursor-default">
            {consequences.length > 0 && title
              ? `${counted(consequences.length, 'thing')} that ${title} does not have`
              : 'What else is changed'}
          </summary>
          <ul aria-label="What is adapted" className="mt-1 max-h-32 list-disc overflow-y-auto pl-5">
            {remarks.map((remark) => (
              <li key={remark}>{remark}</li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  )
}

/** So many are shown at once. */
const FEW = 5
