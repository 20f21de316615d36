'use client'

import { useMemo, useState } from 'react'
import { Button } from '@/components/ui/button'
import { DialogBody, DialogFooter } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'
import { counted } from '@/components/workbench/validity'
import { mergeSchema } from '@/lib/commands/merge-schema'
import { planMerge } from '@/lib/commands/plan-merge'
import type { ClashChoice } from '@/lib/commands/settings-arguments'
import { noticeText } from '@/lib/store/notice-text'
import { useActions, useFacet, useFacetStore } from '@/lib/store/provider'
import { useServices } from '@/lib/store/services-provider'
import type { FacetState } from '@/lib/store/state'
import { commandContext } from '@/lib/store/store'
import { MergePreview } from './merge-preview'
import type { ScriptReading } from './read-script'
import { SkippedStatements } from './skipped-statements'

interface ImportPreviewProps {
  reading: ScriptReading
  /** For a new design. */
  name: string
  onBack(): void
  onDone(): void
}

const selectDocument = (state: FacetState) => state.document

/** What a script comes to and what was left out, before it is accepted. */
export function ImportPreview({ reading, name, onBack, onDone }: ImportPreviewProps) {
  const services = useServices()
  const actions = useActions()
  const store = useFacetStore()
  const document = useFacet(selectDocument)
  const [choice, setChoice] = useState<ClashChoice>('rename')
  const [error, setError] = useState<string | null>(null)
  const { schema, skippedCount } = reading
  const plan = useMemo(
    () => planMerge(commandContext(document), { text: schema, clashes: choice }),
    [document, schema, choice],
  )

  const openNew = async () => {
    const files = [{ path: 'schema.prisma', text: schema }]
    const layout = { positions: {} }
    const isOpen = await services?.openDesign({
      name,
      files,
      layout,
      viewport: null,
      prismaVersion: null,
    })
    if (isOpen) done('Imported')
  }

  const merge = () => {
    const result = actions.run(mergeSchema, { text: schema, clashes: choice })
    if (result === null) {
      setError('The design has all of these already, as they are; nothing was changed.')
      return
    }
    const { blockByName } = store.getState().document.graph
    const names = [...(result.created ?? []).map(({ name }) => name), ...(plan?.replaced ?? [])]
    const blockIds = names.flatMap((name) => blockByName.get(name)?.id ?? [])
    actions.show({ view: 'diagram', blockIds })
    done(noticeText('Imported', result.notes?.slice(0, MOST_NOTES)))
  }

  const done = (text: string) => {
    onDone()
    const label = 'Rename to Prisma’s conventions…'
    const action = { label, run: () => actions.setDialog('conventions') }
    actions.notify({ kind: 'status', text, action })
  }

  return (
    <>
      <DialogBody className="flex flex-col gap-3">
        <p role="status">
          {countKinds(schema).join(', ')}
          {skippedCount > 0 ? `; ${counted(skippedCount, 'statement')} skipped` : ''}
        </p>
        <Field label="Resulting schema">
          {(control) => (
            <Textarea
              {...control}
              value={schema}
              readOnly
              spellCheck={false}
              className="field-sizing-fixed h-56 max-h-[30dvh] font-mono"
            />
          )}
        </Field>
        <SkippedStatements {...reading} />
        {plan ? (
          <MergePreview
            plan={plan}
            choice={choice}
            onChoose={(next) => {
              setError(null)
              setChoice(next)
            }}
          />
        ) : null}
        {error ? (
          <p role="alert" className="text-danger text-sm">
            {error}
          </p>
        ) : null}
      </DialogBody>
      <DialogFooter>
        <Button className="mr-auto" onClick={onBack}>
          Back
        </Button>
        <Button disabled={plan === null} onClick={merge}>
          Merge into this design
        </Button>
        <Button variant="primary" onClick={openNew}>
          Open as a new design
        </Button>
      </DialogFooter>
    </>
  )
}

/** More than a message should say; the preview told of all. */
const MOST_NOTES = 3

function countKinds(schema: string): string[] {
  const count = (kind: string) => schema.match(new RegExp(`^${kind} \\w+ \\{$`, 'gm'))?.length ?? 0
  const views = count('view')
  return [
    counted(count('model'), 'model'),
    counted(count('enum'), 'enum'),
    ...(views > 0 ? [counted(views, 'view')] : []),
  ]
}
