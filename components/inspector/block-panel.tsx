'use client'

import { renamePart } from '@/components/canvas/editing'
import { SwitchRow } from '@/components/ui/switch-row'
import { setIgnored } from '@/lib/commands/set-ignored'
import { type Block, isDrawn } from '@/lib/schema/graph'
import { useFacetStore } from '@/lib/store/provider'
import { CommitInput } from './commit-input'
import { EngineNotes } from './engine-notes'
import { KeysSection } from './keys-section'
import { MemberList } from './member-list'
import { BrokenNote } from './panel-parts'
import { PanelSection } from './panel-section'
import { DatabaseNameField, DocumentationField } from './part-fields'
import { DatabaseSchemaField, FileField } from './placement-fields'
import { keepingSelection, useRunOrRefuse } from './run-or-refuse'

/** A block: its name, what is in it, and all that it says of itself. */
export function BlockPanel({ block }: { block: Block }) {
  const store = useFacetStore()
  const { isBroken, kind } = block
  const isTable = kind === 'model' || kind === 'view'
  return (
    <div className="flex flex-col gap-3">
      <BrokenNote block={block} />
      <EngineNotes blockId={block.id} />
      <CommitInput
        label="Name"
        value={block.name}
        disabled={isBroken}
        monospace
        onCommit={(name) => renamePart(store, block.id, null, name)}
      />
      <DocumentationField
        blockId={block.id}
        memberId={null}
        text={block.documentation}
        disabled={isBroken}
      />
      {isDrawn(kind) ? <MemberList block={block} /> : null}
      {isTable ? <KeysSection block={block} /> : null}
      <PanelSection
        name="placement"
        title={kind === 'type' ? 'File' : 'Database and file'}
        summary={summaryOf(block)}
      >
        {kind === 'type' ? null : (
          <>
            <DatabaseNameField
              blockId={block.id}
              memberId={null}
              name={block.databaseName}
              placeholder={block.name}
              disabled={isBroken}
            />
            <DatabaseSchemaField blocks={[block]} disabled={isBroken} />
          </>
        )}
        {isTable ? <IgnoreRow block={block} /> : null}
        <FileField blocks={[block]} disabled={isBroken} />
      </PanelSection>
    </div>
  )
}

function IgnoreRow({ block }: { block: Block }) {
  const store = useFacetStore()
  const run = useRunOrRefuse()
  return (
    <SwitchRow
      label="Leave out of Prisma Client (@@ignore)"
      checked={block.isIgnored}
      disabled={block.isBroken}
      onCheckedChange={(isIgnored) =>
        keepingSelection(store, () => run(setIgnored, { blockId: block.id, isIgnored }, block.name))
      }
    />
  )
}

function summaryOf({ databaseName, databaseSchema }: Block): string | null {
  const parts = [databaseSchema, databaseName].filter((part) => part !== null)
  return parts.length > 0 ? parts.join('.') : null
}
