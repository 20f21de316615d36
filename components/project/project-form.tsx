'use client'

import { Download } from 'lucide-react'
import { useId, useMemo, useState } from 'react'
import { saveDownload } from '@/components/files/save-download'
import { VersionChoice } from '@/components/new-design/version-choice'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { DialogBody, DialogFooter } from '@/components/ui/dialog'
import { EmptyState } from '@/components/ui/empty-state'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Label } from '@/components/ui/label'
import { Select } from '@/components/ui/select'
import { packageName } from '@/lib/interchange/systems/packages'
import { projectFiles } from '@/lib/interchange/systems/project'
import type { PrismaMajor, SystemId } from '@/lib/interchange/systems/systems'
import { systemsOf } from '@/lib/interchange/systems/systems'
import { zipFiles } from '@/lib/interchange/zip'
import { useFacet, useFacetStore } from '@/lib/store/provider'
import type { FacetState } from '@/lib/store/state'
import { prismaVersionOf } from '@/lib/store/validation'
import { FileChoice } from './file-choice'
import { projectParts, systemRemarks } from './project-parts'
import { useFirstMigration } from './use-first-migration'

const selectDocument = (state: FacetState) => state.document

/** More of a file than anyone looks through here. */
const PREVIEW_LENGTH = 100_000

/** Made anew each time the dialog opens. */
export function ProjectForm({ onDone }: { onDone(): void }) {
  const store = useFacetStore()
  const document = useFacet(selectDocument)
  const { provider } = document.graph
  const systems = systemsOf(provider)
  const [id, setId] = useState(() => store.getState().system)
  const system = systems.find((candidate) => candidate.id === id) ?? systems[0] ?? null
  const [wanted, setWanted] = useState<PrismaMajor>(() => prismaVersionOf(store.getState()))
  const [name, setName] = useState(() => store.getState().name)
  const [isAdapted, setAdapted] = useState(true)
  const [path, setPath] = useState('')
  const [date] = useState(() => new Date())
  const adaptId = useId()
  const migration = useFirstMigration(document, system)

  const version = system?.versions.includes(wanted) ? wanted : (system?.versions[0] ?? 7)
  const parts = useMemo(
    () => system && projectParts(document, system, version, isAdapted),
    [document, system, version, isAdapted],
  )
  const sql = migration?.kind === 'sql' ? migration.sql : null
  const files = useMemo(
    () => (system && parts ? projectFiles({ ...parts, name, system, version, sql, date }) : []),
    [system, parts, name, version, sql, date],
  )

  if (!system || !parts) {
    return (
      <EmptyState
        className="h-auto py-8"
        title={`“${provider}” is not a database that Prisma knows`}
        description="Choose another one in the settings of the schema, then export again."
      />
    )
  }
  const shown =
    files.find((file) => file.path === path) ??
    files.find((file) => file.path.endsWith('.prisma')) ??
    files[0]
  const remarks = systemRemarks(document, system)
  const download = () => {
    const fileName = `${packageName(name)}.zip`
    saveDownload({ fileName, mediaType: 'application/zip', bytes: zipFiles(files) })
    store.getState().actions.notify({ kind: 'status', text: `Downloaded ${fileName}.` })
    onDone()
  }

  return (
    <>
      <DialogBody className="flex flex-col gap-3">
        <div className="flex flex-wrap items-end gap-3">
          <Field label="System" className="min-w-40">
            {(control) => (
              <Select
                {...control}
                value={system.id}
                onChange={(event) => setId(event.target.value as SystemId)}
              >
                {systems.map((option) => (
                  <option key={option.id} value={option.id}>
                    {option.name}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field label="Project name" className="flex-1">
            {(control) => (
              <Input
                {...control}
                value={name}
                maxLength={200}
                onChange={(event) => setName(event.target.value)}
              />
            )}
          </Field>
          <VersionChoice system={system} value={version} onValueChange={setWanted} />
        </div>
        {parts.changes.length > 0 ? (
          <div className="flex items-start gap-2.5 rounded-md bg-sunken px-3 py-2 text-sm">
            <Checkbox
              id={adaptId}
              className="mt-0.5"
              checked={isAdapted}
              onCheckedChange={(checked) => setAdapted(checked === true)}
            />
            <div>
              <Label htmlFor={adaptId} className="text-fg">
                Adapt the exported schema to Prisma {version} and {system.name}
              </Label>
              <p className="text-muted">
                {parts.changes.join(', ')}. Otherwise it is exported exactly as it is.
              </p>
            </div>
          </div>
        ) : (
          <p className="text-muted text-sm">The schema is exported exactly as it is.</p>
        )}
        {remarks.map((remark) => (
          <p key={remark} className="rounded-md bg-warning-subtle px-3 py-2 text-sm">
            {remark}
          </p>
        ))}
        <div className="grid h-[42dvh] min-h-60 grid-cols-[minmax(10rem,15rem)_1fr] overflow-hidden rounded-md border">
          <div className="overflow-auto border-r p-1.5">
            <FileChoice
              paths={files.map((file) => file.path)}
              value={shown?.path ?? ''}
              onValueChange={setPath}
            />
          </div>
          <section
            aria-label="Preview"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: What scrolls must be reachable by key.
            tabIndex={0}
            className="overflow-auto bg-sunken focus-visible:-outline-offset-2"
          >
            <pre className="w-max min-w-full p-3 font-mono text-sm">
              {shown?.text.slice(0, PREVIEW_LENGTH)}
              {(shown?.text.length ?? 0) > PREVIEW_LENGTH ? '\n…' : ''}
            </pre>
          </section>
        </div>
      </DialogBody>
      <DialogFooter className="items-center">
        <p role="status" className="mr-auto min-w-0 flex-1 text-muted text-sm">
          {migration === null
            ? 'Writing the first migration…'
            : migration.kind === 'sql'
              ? 'With the first migration.'
              : migration.reason}
        </p>
        <Button variant="primary" aria-disabled={migration === null} onClick={download}>
          <Download />
          Download
        </Button>
      </DialogFooter>
    </>
  )
}
