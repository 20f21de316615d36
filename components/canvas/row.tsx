'use client'

import { memo } from 'react'
import type { ChangeKind } from '@/lib/schema/compare-graphs'
import { type Field, typeText } from '@/lib/schema/graph'
import { ChangeSign } from './change-marks'
import type { MemberMark } from './diagnostic-marks'
import { useEditing } from './editing-chunk'
import { FixMark } from './fix-mark'
import { MarkerIcon } from './row-icons'
import type { RowText } from './row-text'

export type RowEdit = 'name' | 'type' | 'line' | null

interface RowProps {
  readonly blockId: string
  readonly text: RowText
  readonly mark: MemberMark | undefined
  /** Since the baseline, if it is marked. */
  readonly change: ChangeKind | undefined
  readonly isSelected: boolean
  readonly isLit: boolean
  /** Whether the Tab key stops here. */
  readonly isTabStop: boolean
  readonly edit: RowEdit
}

/** A field or an enum value. Its height is fixed: relation lines are computed to meet it. */
export const Row = memo(function Row({
  blockId,
  text,
  mark,
  change,
  isSelected,
  isLit,
  isTabStop,
  edit,
}: RowProps) {
  const { member, name, markers, label } = text
  const type = 'typeName' in member ? typeText(member) : null
  const editing = useEditing()
  // Until there are inputs to edit in, the text stays.
  const part = editing ? edit : null
  return (
    <li
      className="canvas-row"
      data-member={member.id}
      data-selected={isSelected || undefined}
      data-lit={isLit || undefined}
      data-severity={mark?.severity}
      data-relation={'typeKind' in member && isRelationKind(member) ? true : undefined}
      data-ignored={'isIgnored' in member && member.isIgnored ? true : undefined}
      aria-label={rowLabel(label, mark, change)}
      aria-current={isSelected || undefined}
      tabIndex={isTabStop ? 0 : -1}
    >
      <span className="canvas-row-markers">
        {markers.map((marker) => (
          <MarkerIcon key={marker} marker={marker} />
        ))}
      </span>
      {editing && part === 'name' ? (
        <editing.NameEditor blockId={blockId} memberId={member.id} name={name} />
      ) : (
        <span className="canvas-row-name" data-part="name">
          {name}
        </span>
      )}
      {mark && <FixMark severity={mark.severity} name={name} />}
      {type !== null && ' '}
      {type !== null &&
        (editing && part === 'type' ? (
          <editing.TypeEditor blockId={blockId} member={member as Field} />
        ) : (
          <span className="canvas-row-type" data-part="type">
            {type}
          </span>
        ))}
      {change && <ChangeSign kind={change} />}
      {editing && part === 'line' && type !== null && (
        <editing.LineEditor blockId={blockId} field={member as Field} />
      )}
    </li>
  )
})

/** "author Author, error": starts with what is seen. */
function rowLabel(
  label: string,
  mark: MemberMark | undefined,
  change: ChangeKind | undefined,
): string {
  const severity = mark ? [mark.severity] : []
  return [label, ...severity, ...(change ? [`${change} since the baseline`] : [])].join(', ')
}

function isRelationKind({ typeKind }: Field): boolean {
  return typeKind === 'model' || typeKind === 'view'
}
