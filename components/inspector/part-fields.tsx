'use client'

/** Fields that the panels of blocks, fields and enum values share. */

import { setDatabaseName } from '@/lib/commands/set-database-name'
import { setDocumentation } from '@/lib/commands/set-documentation'
import type { BlockId, FieldId } from '@/lib/schema/graph'
import { useActions } from '@/lib/store/provider'
import { CommitInput } from './commit-input'
import { CommitTextarea } from './commit-textarea'

interface PartProps {
  blockId: BlockId
  /** `null` for the block itself. */
  memberId: FieldId | null
  disabled?: boolean
}

/** The `///` comments. */
export function DocumentationField({
  blockId,
  memberId,
  text,
  disabled,
}: PartProps & { text: string }) {
  const actions = useActions()
  return (
    <CommitTextarea
      label="Documentation"
      value={text}
      placeholder="What it is for"
      disabled={disabled}
      onCommit={(next) =>
        actions.run(setDocumentation, { blockId, memberId, text: next })
          ? null
          : 'This cannot be documented here.'
      }
    />
  )
}

/** The name in the database: `@map`, or `@@map` of a block. */
export function DatabaseNameField({
  blockId,
  memberId,
  name,
  placeholder,
  disabled,
}: PartProps & { name: string | null; placeholder: string }) {
  const actions = useActions()
  return (
    <CommitInput
      label="Name in the database"
      value={name ?? ''}
      placeholder={placeholder}
      disabled={disabled}
      monospace
      onCommit={(next) =>
        actions.run(setDatabaseName, { blockId, memberId, name: next === '' ? null : next })
          ? null
          : `${next} cannot be its name in the database.`
      }
    />
  )
}
