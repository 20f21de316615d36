'use client'

import { Trash2 } from 'lucide-react'
import { useEffect, useId, useState } from 'react'
import { renamePart } from '@/components/canvas/editing'
import { Badge } from '@/components/ui/badge'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { IconButton } from '@/components/ui/icon-button'
import { Select } from '@/components/ui/select'
import { deleteBlocks } from '@/lib/commands/delete-blocks'
import type { Block } from '@/lib/schema/graph'
import { quoteString } from '@/lib/schema/value'
import { useFacetStore } from '@/lib/store/provider'
import { useServices } from '@/lib/store/services-provider'
import { CommitInput } from './commit-input'
import { EngineNotes } from './engine-notes'
import { BrokenNote } from './panel-parts'
import { PanelSection } from './panel-section'
import { ListProperty, TextProperty, useSetProperty } from './property-fields'
import { useRunOrRefuse } from './run-or-refuse'
import { itemsOf, propertyOf, shownValue, withFeature } from './settings-values'
import { UnknownSettings } from './unknown-settings'

interface GeneratorSectionProps {
  generator: Block
  version: 6 | 7
}

const KNOWN: ReadonlySet<string> = new Set([
  'provider',
  'output',
  'previewFeatures',
  'engineType',
  'binaryTargets',
])

/** One generator, with all of its settings. */
export function GeneratorSection({ generator, version }: GeneratorSectionProps) {
  const store = useFacetStore()
  const run = useRunOrRefuse()
  const isClient = /^prisma-client(-js)?$/.test(
    shownValue(propertyOf(generator, 'provider')?.value ?? null),
  )
  const has = (name: string) => propertyOf(generator, name) !== null
  return (
    <PanelSection
      name={`generator ${generator.name}`}
      title="Generator"
      summary={generator.name}
      actions={
        <IconButton
          label={`Delete generator ${generator.name}`}
          size="sm"
          side="right"
          onClick={() => run(deleteBlocks, { blockIds: [generator.id] }, generator.name)}
        >
          <Trash2 />
        </IconButton>
      }
    >
      <BrokenNote block={generator} />
      <EngineNotes blockId={generator.id} />
      <CommitInput
        label="Name of the generator"
        value={generator.name}
        disabled={generator.isBroken}
        monospace
        onCommit={(name) => renamePart(store, generator.id, null, name)}
      />
      <TextProperty
        block={generator}
        name="provider"
        label="Generator"
        placeholder="prisma-client"
        hint="prisma-client, prisma-client-js, or a command that generates"
      />
      <TextProperty
        block={generator}
        name="output"
        label="Output"
        placeholder="../generated/prisma"
      />
      {isClient || has('engineType') ? (
        <EngineTypeField block={generator} version={version} />
      ) : null}
      {isClient || has('previewFeatures') ? (
        <PreviewFeatures block={generator} version={version} />
      ) : null}
      {(isClient && version === 6) || has('binaryTargets') ? (
        <ListProperty
          block={generator}
          name="binaryTargets"
          label="Binary targets"
          itemLabel="binary target"
          placeholder="native"
          itemOf={(value) => ({ kind: 'string', value })}
        />
      ) : null}
      <UnknownSettings block={generator} known={KNOWN} />
    </PanelSection>
  )
}

const ENGINE_TYPES: Readonly<Record<6 | 7, readonly string[]>> = {
  6: ['library', 'binary', 'client'],
  7: ['client'],
}

function EngineTypeField({ block, version }: { block: Block; version: 6 | 7 }) {
  const set = useSetProperty(block)
  const value = shownValue(propertyOf(block, 'engineType')?.value ?? null)
  const types = [...new Set([...ENGINE_TYPES[version], ...(value === '' ? [] : [value])])]
  return (
    <Field label="Engine type">
      {(control) => (
        <Select
          {...control}
          value={value}
          disabled={block.isBroken}
          onChange={({ target }) =>
            void set('engineType', target.value === '' ? null : quoteString(target.value))
          }
        >
          <option value="">Prisma’s own choice</option>
          {types.map((type) => (
            <option key={type} value={type}>
              {type}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}

/** The preview features of the chosen Prisma, and those that it does not know but the schema says. */
function PreviewFeatures({ block, version }: { block: Block; version: 6 | 7 }) {
  const set = useSetProperty(block)
  const known = usePreviewFeatures(version)
  const value = propertyOf(block, 'previewFeatures')?.value ?? null
  const chosen = itemsOf(value).map(shownValue)
  const all = [...new Set([...(known ?? []), ...chosen])]
  return (
    <fieldset className="flex min-w-0 flex-col gap-1.5">
      <legend className="mb-1 text-sm font-medium text-muted">Preview features</legend>
      {known === null && all.length === 0 ? (
        <p className="text-faint text-sm">Asking the engine which there are…</p>
      ) : null}
      {all.map((feature) => (
        <FeatureRow
          key={feature}
          feature={feature}
          isChosen={chosen.includes(feature)}
          isKnown={known === null || known.includes(feature)}
          isDisabled={block.isBroken}
          onChange={(isOn) => void set('previewFeatures', withFeature(value, feature, isOn))}
        />
      ))}
    </fieldset>
  )
}

interface FeatureRowProps {
  feature: string
  isChosen: boolean
  isKnown: boolean
  isDisabled: boolean
  onChange(isOn: boolean): void
}

function FeatureRow({ feature, isChosen, isKnown, isDisabled, onChange }: FeatureRowProps) {
  const id = useId()
  return (
    <div className="flex min-h-5 items-center gap-2">
      <Checkbox
        id={id}
        checked={isChosen}
        disabled={isDisabled}
        onCheckedChange={(next) => onChange(next === true)}
      />
      <label htmlFor={id} className="min-w-0 select-none truncate font-mono text-sm">
        {feature}
      </label>
      {isKnown ? null : (
        <Badge tone="warning" title="The engine of this Prisma has no such preview feature.">
          not known
        </Badge>
      )}
    </div>
  )
}

/** The engine's own list; `null` until it has answered, and when it cannot run. */
function usePreviewFeatures(version: 6 | 7): readonly string[] | null {
  const services = useServices()
  const [answer, setAnswer] = useState<{ version: 6 | 7; names: readonly string[] } | null>(null)
  useEffect(() => {
    let isStale = false
    services?.engine.previewFeatures(version).then(
      (names) => {
        if (!isStale) setAnswer({ version, names })
      },
      () => {
        // Without the engine, what the schema says is shown, and can be taken out.
      },
    )
    return () => {
      isStale = true
    }
  }, [services, version])
  return answer?.version === version ? answer.names : null
}
