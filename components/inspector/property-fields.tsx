'use client'

/** Controls for the settings of a datasource or a generator, by the kind of their values. */

import { X } from 'lucide-react'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import { ListEditor } from '@/components/ui/list-editor'
import { Select } from '@/components/ui/select'
import { setProperty } from '@/lib/commands/set-property'
import type { Block } from '@/lib/schema/graph'
import { quoteString, type Value, valueText } from '@/lib/schema/value'
import { useFacetStore } from '@/lib/store/provider'
import { CommitInput } from './commit-input'
import {
  type Connection,
  connectionOf,
  connectionText,
  itemsOf,
  listText,
  moveItem,
  propertyOf,
  shownValue,
} from './settings-values'

interface PropertyProps {
  block: Block
  /** As in the schema: `relationMode`. */
  name: string
  label: string
  hint?: string
  placeholder?: string
}

/** Writes a setting, or removes it with `null`; gives the reason when it cannot. */
export function useSetProperty(
  block: Block,
): (name: string, value: string | null) => string | null {
  const store = useFacetStore()
  return (name, value) => {
    const { actions } = store.getState()
    const result = actions.run(setProperty, { blockId: block.id, name, value })
    if (result) return null
    return value === null ? `${name} cannot be removed.` : `${value} is no value for ${name}.`
  }
}

/** A setting that is a string. */
export function TextProperty({ block, name, label, hint, placeholder }: PropertyProps) {
  const set = useSetProperty(block)
  return (
    <CommitInput
      label={label}
      value={shownValue(propertyOf(block, name)?.value ?? null)}
      hint={hint}
      placeholder={placeholder}
      disabled={block.isBroken}
      monospace
      onCommit={(value) => set(name, value === '' ? null : quoteString(value))}
    />
  )
}

/** A setting of any kind, as it is written. */
export function RawProperty({ block, name, label, hint }: PropertyProps) {
  const set = useSetProperty(block)
  const value = propertyOf(block, name)?.value ?? null
  return (
    <div className="flex items-end gap-1">
      <div className="min-w-0 flex-1">
        <CommitInput
          label={label}
          value={value ? valueText(value) : ''}
          hint={hint}
          disabled={block.isBroken}
          monospace
          onCommit={(text) => set(name, text === '' ? null : text)}
        />
      </div>
      <IconButton
        label={`Remove ${name}`}
        size="sm"
        side="right"
        className="mb-0.5"
        disabled={block.isBroken}
        onClick={() => set(name, null)}
      >
        <X />
      </IconButton>
    </div>
  )
}

interface ListPropertyProps extends PropertyProps {
  itemLabel: string
  /** Makes an item of what was typed. */
  itemOf(text: string): Value
  check?(text: string): string | null
}

/** A setting that is a list. */
export function ListProperty({
  block,
  name,
  label,
  hint,
  placeholder,
  itemLabel,
  itemOf,
  check,
}: ListPropertyProps) {
  const set = useSetProperty(block)
  const items = itemsOf(propertyOf(block, name)?.value ?? null)
  const write = (next: readonly Value[]) => void set(name, listText(next))
  return (
    <ListEditor
      label={label}
      itemLabel={itemLabel}
      items={items.map(shownValue)}
      hint={hint}
      placeholder={placeholder}
      disabled={block.isBroken}
      check={check}
      onMove={(from, before) => write(moveItem(items, from, before))}
      onRemove={(index) => write(items.filter((_, at) => at !== index))}
      onAdd={(text) => write([...items, itemOf(text)])}
    />
  )
}

/** The address of a database: from the environment, or written out. */
export function ConnectionProperty({ block, name, label, placeholder }: PropertyProps) {
  const set = useSetProperty(block)
  const value = propertyOf(block, name)?.value ?? null
  const connection = connectionOf(value)
  const write = (next: Connection) => set(name, next.text === '' ? null : connectionText(next))
  return (
    <fieldset aria-label={label} className="flex min-w-0 flex-col gap-1">
      <CommitInput
        label={label}
        value={connection.text}
        placeholder={placeholder}
        disabled={block.isBroken}
        monospace
        onCommit={(text) => write({ ...connection, text })}
      />
      {value !== null ? (
        <Select
          aria-label={`Where ${name} comes from`}
          className="h-6.5 text-sm"
          disabled={block.isBroken}
          value={connection.from}
          onChange={({ target }) => {
            const from = target.value === 'text' ? 'text' : 'environment'
            write({ from, text: connection.text })
          }}
        >
          <option value="environment">A variable of the environment</option>
          <option value="text">Written in the schema</option>
          {connection.from === 'other' ? <option value="other">As it is written</option> : null}
        </Select>
      ) : null}
    </fieldset>
  )
}

/** A setting that Prisma knows no longer, or not here, said to be so and removable. */
export function FixedProperty({ block, name }: { block: Block; name: string }) {
  const set = useSetProperty(block)
  const value = propertyOf(block, name)?.value ?? null
  return (
    <div className="flex items-center gap-1">
      <Input
        aria-label={name}
        value={`${name} = ${value ? valueText(value) : ''}`}
        readOnly
        className="bg-sunken font-mono text-sm"
      />
      <IconButton
        label={`Remove ${name}`}
        size="sm"
        side="right"
        disabled={block.isBroken}
        onClick={() => set(name, null)}
      >
        <X />
      </IconButton>
    </div>
  )
}
