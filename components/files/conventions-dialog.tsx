'use client'

import { useId, useMemo, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { DialogBody, DialogClose, DialogFooter } from '@/components/ui/dialog'
import { Label } from '@/components/ui/label'
import { MenuDialog, type MenuDialogProps } from '@/components/workbench/menu-dialog'
import { conventionalNames, type Renaming } from '@/lib/commands/conventional-names'
import { renameToConventions } from '@/lib/commands/rename-to-conventions'
import type { Block, SchemaGraph } from '@/lib/schema/graph'
import { useActions, useFacet } from '@/lib/store/provider'
import type { FacetState } from '@/lib/store/state'
import { commandContext } from '@/lib/store/store'

/** Shows which names Prisma's conventions would change, and changes those that are chosen. */
export function ConventionsDialog(props: MenuDialogProps) {
  return (
    <MenuDialog
      {...props}
      title="Rename to Prisma’s conventions"
      description="The database stays as it is: what is renamed keeps its name there with @map and @@map. Values of enums keep their names."
      size="lg"
    >
      {(close) => <ConventionsForm onDone={close} />}
    </MenuDialog>
  )
}

const CHOICES = [
  ['models', 'Models and enums: PascalCase, models in the singular'],
  ['fields', 'Fields: camelCase'],
  ['lists', 'Relation fields: plural for lists, singular for one'],
] as const

const selectDocument = ({ document }: FacetState) => document

function ConventionsForm({ onDone }: { onDone(): void }) {
  const document = useFacet(selectDocument)
  const actions = useActions()
  const [choices, setChoices] = useState({ models: true, fields: true, lists: true })
  const [except, setExcept] = useState<ReadonlySet<string>>(new Set())
  const ctx = useMemo(() => commandContext(document), [document])
  const all = useMemo(() => conventionalNames(ctx, choices), [ctx, choices])
  const chosen = useMemo(
    () => conventionalNames(ctx, { ...choices, except: [...except] }),
    [ctx, choices, except],
  )
  const count = chosen.renamings.length

  const toggle = (renamings: readonly Renaming[], isChosen: boolean) => {
    const next = new Set(except)
    for (const renaming of renamings) {
      if (isChosen) next.delete(idOf(renaming))
      else next.add(idOf(renaming))
    }
    setExcept(next)
  }
  const apply = () => {
    if (actions.run(renameToConventions, { ...choices, except: [...except] })) {
      const text = `Renamed ${names(count)}. The database keeps its own.`
      if (chosen.kept.length === 0) actions.notify({ kind: 'status', text })
    }
    onDone()
  }

  return (
    <>
      <DialogBody className="flex flex-col gap-3">
        <div className="flex flex-col gap-1.5">
          {CHOICES.map(([name, text]) => (
            <Choice
              key={name}
              text={text}
              checked={choices[name]}
              onChange={(isChosen) => setChoices({ ...choices, [name]: isChosen })}
            />
          ))}
        </div>
        {all.renamings.length === 0 ? (
          <p className="text-muted">All names are as Prisma’s conventions have them.</p>
        ) : (
          <RenamingList
            graph={document.graph}
            renamings={all.renamings}
            except={except}
            onToggle={toggle}
          />
        )}
        <KeptNames kept={chosen.kept} />
      </DialogBody>
      <DialogFooter>
        <DialogClose asChild>
          <Button>Cancel</Button>
        </DialogClose>
        <Button variant="primary" disabled={count === 0} onClick={apply}>
          {count === 0 ? 'Rename' : `Rename ${names(count)}`}
        </Button>
      </DialogFooter>
    </>
  )
}

interface RenamingListProps {
  graph: SchemaGraph
  renamings: readonly Renaming[]
  except: ReadonlySet<string>
  onToggle(renamings: readonly Renaming[], isChosen: boolean): void
}

function RenamingList({ graph, renamings, except, onToggle }: RenamingListProps) {
  const left = renamings.filter((renaming) => except.has(idOf(renaming))).length
  return (
    <div className="flex min-h-0 flex-col gap-1.5">
      <Choice
        text={`All ${names(renamings.length)}`}
        checked={left === 0 ? true : left === renamings.length ? false : 'indeterminate'}
        onChange={(isChosen) => onToggle(renamings, isChosen)}
      />
      <ul
        aria-label="New names"
        className="max-h-[40dvh] overflow-y-auto rounded-md border px-3 py-2"
      >
        {renamings.map((renaming) => (
          <li key={idOf(renaming)} className="[content-visibility:auto]">
            <Choice
              isName
              text={textOf(graph.blockById.get(renaming.blockId), renaming)}
              checked={!except.has(idOf(renaming))}
              onChange={(isChosen) => onToggle([renaming], isChosen)}
            />
          </li>
        ))}
      </ul>
    </div>
  )
}

function KeptNames({ kept }: { kept: readonly string[] }) {
  if (kept.length === 0) return null
  return (
    <ul aria-label="Kept names" className="text-muted text-sm">
      {kept.map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
    </ul>
  )
}

interface ChoiceProps {
  text: string
  checked: boolean | 'indeterminate'
  isName?: boolean
  onChange(isChosen: boolean): void
}

function Choice({ text, checked, isName = false, onChange }: ChoiceProps) {
  const id = useId()
  return (
    <div className="flex min-h-6 items-center gap-2.5">
      <Checkbox id={id} checked={checked} onCheckedChange={(value) => onChange(value !== false)} />
      <Label
        htmlFor={id}
        className={isName ? 'break-all font-mono font-normal text-text' : 'font-normal text-text'}
      >
        {text}
      </Label>
    </div>
  )
}

function idOf({ blockId, fieldId }: Renaming): string {
  return fieldId ?? blockId
}

function textOf(block: Block | undefined, { fieldId, from, to }: Renaming): string {
  const place = fieldId === null ? `${block?.kind} ` : `${block?.name}.`
  return `${place}${from} → ${to}`
}

function names(count: number): string {
  return count === 1 ? '1 name' : `${count} names`
}
