'use client'

import { Code, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { showInCode } from '@/components/canvas/selected-blocks'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { SwitchRow } from '@/components/ui/switch-row'
import { deleteRelation } from '@/lib/commands/delete-relation'
import type { Relation } from '@/lib/schema/graph'
import { useFacetStore } from '@/lib/store/provider'
import { EngineNotes } from './engine-notes'
import { Actions } from './panel-parts'
import { RelationControls } from './relation-controls'
import { useRunOrRefuse } from './run-or-refuse'

/** A relation: both of its ends, and what holds it together. */
export function RelationPanel({ relation }: { relation: Relation }) {
  const store = useFacetStore()
  const run = useRunOrRefuse()
  const [keepsKeys, setKeepsKeys] = useState(true)
  const { from, to, fromBlockId, toBlockId, fields } = relation
  const keys = fields.join(', ')
  return (
    <div className="flex flex-col gap-3">
      <EngineNotes blockId={fromBlockId} memberId={from.fieldId} />
      {to ? <EngineNotes blockId={toBlockId} memberId={to.fieldId} /> : null}
      <RelationControls relation={relation} />
      {fields.length > 0 ? (
        <SwitchRow
          label="Keep the key fields when deleted"
          hint={
            keepsKeys ? `Keeps ${keys} and its data.` : `Deletes ${keys} as well, unless needed.`
          }
          checked={keepsKeys}
          onCheckedChange={setKeepsKeys}
        />
      ) : null}
      <Actions>
        <IconButton
          label="Show in code"
          variant="secondary"
          size="sm"
          onClick={() => showInCode(store, fromBlockId, from.fieldId)}
        >
          <Code />
        </IconButton>
        <Button
          size="sm"
          onClick={() =>
            void run(
              deleteRelation,
              { relationId: relation.id, keepKeys: keepsKeys },
              from.fieldName,
            )
          }
        >
          <Trash2 />
          Delete relation
        </Button>
      </Actions>
    </div>
  )
}
