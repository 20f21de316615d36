'use client'

import type { Block } from '@/lib/schema/graph'
import { AddLine } from './add-line'
import { RawProperty, useSetProperty } from './property-fields'

interface UnknownSettingsProps {
  block: Block
  /** The settings that have controls of their own. */
  known: ReadonlySet<string>
}

/** Every other setting as it is written, and a line to add one. */
export function UnknownSettings({ block, known }: UnknownSettingsProps) {
  const set = useSetProperty(block)
  const names = block.properties.map(({ name }) => name).filter((name) => !known.has(name))
  return (
    <>
      {[...new Set(names)].map((name) => (
        <RawProperty key={name} block={block} name={name} label={name} />
      ))}
      <div className="flex flex-col gap-1">
        <p aria-hidden="true" className="font-medium text-muted text-sm">
          Other settings
        </p>
        <AddLine
          label={`Add a setting to ${block.name}`}
          placeholder={'setting = "value"'}
          disabled={block.isBroken}
          onAdd={(line) => {
            const [, name, value] = /^([\p{L}][\p{L}\p{N}_-]*)\s*=\s*(.+)$/u.exec(line) ?? []
            if (!name || !value) return 'Write a name, an equals sign and a value.'
            const isThere = block.properties.some((property) => property.name === name)
            return isThere ? `${block.name} already has ${name}.` : set(name, value)
          }}
        />
      </div>
    </>
  )
}
