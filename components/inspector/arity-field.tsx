'use client'

import { useId, useMemo } from 'react'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import { setFieldArity } from '@/lib/commands/set-field-arity'
import type { Block, Field } from '@/lib/schema/graph'
import { useFacet } from '@/lib/store/provider'
import type { FacetState } from '@/lib/store/state'
import { commandContext } from '@/lib/store/store'
import { arityChoices } from './arity-choice'
import { useRunOrRefuse } from './run-or-refuse'

const selectDocument = (state: FacetState) => state.document

/** Required, optional or a list; what cannot be says why. */
export function ArityField({ block, field }: { block: Block; field: Field }) {
  const run = useRunOrRefuse()
  const document = useFacet(selectDocument)
  const reasonsId = useId()
  const choices = useMemo(
    () => arityChoices(commandContext(document), block, field),
    [document, block, field],
  )
  const refused = choices.filter(({ reason }) => reason !== null)
  return (
    <>
      <SegmentedControl
        label="Arity"
        aria-describedby={refused.length > 0 ? reasonsId : undefined}
        options={choices.map(({ value, label, reason }) => ({
          value,
          label,
          disabled: reason !== null,
          ...(reason !== null && { title: reason }),
        }))}
        value={field.arity}
        disabled={block.isBroken}
        onValueChange={(arity) =>
          void run(
            setFieldArity,
            { blockId: block.id, fieldId: field.id, arity },
            `${block.name}.${field.name}`,
          )
        }
      />
      {refused.length > 0 ? (
        <VisuallyHidden>
          <span id={reasonsId}>
            {refused.map(({ label, reason }) => `Not ${label.toLowerCase()}: ${reason}`).join(' ')}
          </span>
        </VisuallyHidden>
      ) : null}
    </>
  )
}
