'use client'

import { useMemo, useState } from 'react'
import { Button } from '@/components/ui/button'
import { DialogBody, DialogFooter } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { Textarea } from '@/components/ui/textarea'
import { counted } from '@/components/workbench/validity'
import { pasteBlocks } from '@/lib/commands/paste-blocks'
import { useActions, useFacetStore } from '@/lib/store/provider'
import { useServices } from '@/lib/store/services-provider'
import { blockNames, blocksToMerge, type ClashChoice } from './merge-blocks'
import type { ScriptReading } from './read-script'

interface ImportPreviewProps {
  reading: ScriptReading
  /** For a new design. */
  name: string
  onBack(): void
  onDone(): void
}

const CHOICES = [
  { value: 'rename', label: 'Rename the new' },
  { value: 'skip', label: 'Skip the new' },
] as const

const NOTHING: ReadonlySet<string> = new Set()

/** What a script comes to and what was left out, before it is accepted. */
export function ImportPreview({ reading, name, onBack, onDone }: ImportPreviewProps) {
  const services = useServices()
  const actions = useActions()
  const store = useFacetStore()
  const [choice, setChoice] = useState<ClashChoice>('rename')
  const [error, setError] = useState<string | null>(null)
  const { schema, skipped, skippedCount } = reading
  const names = useMemo(() => blockNames(schema), [schema])
  const clashes = useMemo(() => {
    const there = new Set(store.getState().document.graph.blocks.map((block) => block.name))
    return names.filter((each) => there.has(each))
  }, [names, store])
  const models = schema.match(/^model /gm)?.length ?? 0
  const enums = names.length - models

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
    if (isOpen) done()
  }

  const merge = () => {
    const text = blocksToMerge(schema, choice === 'skip' ? new Set(clashes) : NOTHING)
    if (text === '') {
      setError('The design has all of these already; nothing was added.')
      return
    }
    const result = actions.run(pasteBlocks, { text })
    if (result === null) {
      setError('Nothing could be added.')
      return
    }
    const { blockByName } = store.getState().document.graph
    const added = result.created?.flatMap(({ name }) => blockByName.get(name)?.id ?? []) ?? []
    actions.show({ view: 'diagram', blockIds: added })
    done()
  }

  const done = () => {
    onDone()
    const label = 'Rename to Prisma’s conventions…'
    const action = { label, run: () => actions.setDialog('conventions') }
    actions.notify({ kind: 'status', text: 'Imported', action })
  }

  return (
    <>
      <DialogBody className="flex flex-col gap-3">
        <p role="status">
          {[counted(models, 'model'), counted(enums, 'enum')].join(', ')}
          {skippedCount > 0 ? `; ${counted(skippedCount, 'statement')} skipped` : ''}
        </p>
        <Field label="Resulting schema">
          {(control) => (
            <Textarea
              {...control}
              value={schema}
              readOnly
              spellCheck={false}
              className="field-sizing-fixed h-56 max-h-[35dvh] font-mono"
            />
          )}
        </Field>
        {skipped.length > 0 ? (
          <details>
            <summary>Skipped statements</summary>
            <ul aria-label="Skipped statements" className="text-sm">
              {skipped.map(({ line, text, reason }) => (
                <li key={line + text}>
                  Line {line}: {reason} <code>{text.slice(0, 80)}</code>
                </li>
              ))}
              {skippedCount > skipped.length ? (
                <li>And {skippedCount - skipped.length} more.</li>
              ) : null}
            </ul>
          </details>
        ) : null}
        {clashes.length > 0 ? (
          <div className="flex flex-col gap-1">
            <p className="text-muted">
              When merging: {counted(clashes.length, 'block')} of this design{' '}
              {clashes.length === 1 ? 'has' : 'have'} the same name (
              {clashes.slice(0, 5).join(', ')}
              {clashes.length > 5 ? ', …' : ''}).
            </p>
            <SegmentedControl
              label="Blocks whose names are taken"
              options={CHOICES}
              value={choice}
              onValueChange={(value: ClashChoice) => setChoice(value)}
            />
          </div>
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
        <Button onClick={merge}>Merge into this design</Button>
        <Button variant="primary" onClick={openNew}>
          Open as a new design
        </Button>
      </DialogFooter>
    </>
  )
}
