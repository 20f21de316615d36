'use client'

import type { NodeProps } from '@xyflow/react'
import { memo, useMemo } from 'react'
import type { BlockChange } from '@/lib/schema/compare-graphs'
import type { Block, BlockId, FieldId } from '@/lib/schema/graph'
import { useFacet } from '@/lib/store/provider'
import { useCanvas } from './canvas-context'
import type { CanvasState } from './canvas-store'
import { BlockChangeSign, useBlockChange } from './change-marks'
import { CollapseButton, LeftOut } from './collapse'
import type { BlockMark } from './diagnostic-marks'
import { useEditing } from './editing-chunk'
import { FixMark } from './fix-mark'
import type { BlockData, BlockNode } from './flow-nodes'
import { GestureMarks } from './gesture-view'
import { Row, type RowEdit } from './row'
import { KindIcon } from './row-icons'
import { rowTexts } from './row-text'
import { editedTitle } from './start-editing'

/** React Flow's wrapper renders with every pixel of a drag; what is inside need not. */
export function BlockNodeView({ id, data, selected }: NodeProps<BlockNode>) {
  return <BlockCard id={id} data={data} isSelected={selected} />
}

interface BlockCardProps {
  readonly id: BlockId
  readonly data: BlockData
  readonly isSelected: boolean
}

const BlockCard = memo(function BlockCard({ id, data, isSelected }: BlockCardProps) {
  const { block, shape, isStale } = data
  const isDetailed = useCanvas((state) => isSelected || isDrawnInDetail(state, id))
  const isLit = useCanvas(({ emphasis }) => emphasis.isDimming && emphasis.blocks.has(id))
  const isTarget = useCanvas(({ connecting }) => connecting?.toId === id)
  const isCandidate = useCanvas(({ gesture }) => gesture?.candidates.has(id) ?? false)
  const color = useFacet(({ document }) => document.diagram.colors.get(id))
  const { width, height } = shape.size
  return (
    <div
      className="canvas-node"
      data-color={color}
      data-kind={block.kind}
      data-folded={shape.isFolded || undefined}
      data-stale={isStale || undefined}
      data-lit={isLit || undefined}
      data-target={isTarget || undefined}
      data-candidate={isCandidate || undefined}
      data-ignored={block.isIgnored || undefined}
      style={{ width, height }}
    >
      {isDetailed && <BlockDetail id={id} data={data} isSelected={isSelected} />}
    </div>
  )
})

/** Whether a block's rows are in the page at all. */
function isDrawnInDetail(state: CanvasState, id: BlockId): boolean {
  return state.isWhole || (state.level === 'rows' && state.nearBlocks.has(id))
}

function BlockDetail({ id, data, isSelected }: BlockCardProps) {
  const { block, shape, isStale } = data
  const mark = useCanvas((state) => state.marks.get(id))
  const change = useBlockChange(id)
  const edit = useFacet(({ inPlaceEdit }) =>
    inPlaceEdit?.blockId === id && !isStale ? inPlaceEdit : null,
  )
  const isActive = useCanvas(({ hover }) => hover?.blockId === id) || isSelected
  const isDrafting = useCanvas(({ draft }) => draft?.blockId === id)
  return (
    <>
      <header className="canvas-header" data-part="name">
        <KindIcon kind={block.kind} />
        {edit !== null && edit.memberId === null ? (
          <TitleEditor id={id} data={data} />
        ) : (
          <span className="canvas-title">{shape.title || 'unnamed'}</span>
        )}
        {isStale && <span className="canvas-stale">stale</span>}
        {change && <BlockChangeSign change={change} />}
        {mark && <FixMark severity={mark.severity} name={shape.title || 'the block'} />}
        {/* The icon says it too; with the sign there would be no room for the name. */}
        {block.kind !== 'model' && !isStale && (
          <span className="canvas-kind-name">{block.kind}</span>
        )}
        {isActive && <CollapseButton id={id} />}
      </header>
      {!shape.isFolded && (
        <Rows id={id} data={data} isSelected={isSelected} mark={mark} change={change} edit={edit} />
      )}
      {isActive && !isStale && <Handles id={id} data={data} />}
      <GestureMarks id={id} shape={shape} />
      {isDrafting && !isStale && <Draft id={id} data={data} />}
    </>
  )
}

type PartProps = Pick<BlockCardProps, 'id' | 'data'>

function TitleEditor({ id, data: { shape } }: PartProps) {
  const editing = useEditing()
  if (!editing) return <span className="canvas-title">{shape.title}</span>
  return <editing.NameEditor blockId={id} memberId={null} name={editedTitle(shape)} />
}

function Handles({ id, data: { shape } }: PartProps) {
  const editing = useEditing()
  return editing && <editing.NodeHandles id={id} shape={shape} />
}

function Draft({ id, data: { block } }: PartProps) {
  const editing = useEditing()
  return editing && <editing.DraftRow id={id} block={block} />
}

interface RowsProps extends BlockCardProps {
  readonly mark: BlockMark | undefined
  readonly change: BlockChange | undefined
  readonly edit: { readonly memberId: FieldId | null; readonly part: RowEdit } | null
}

function Rows({ id, data, isSelected, mark, change, edit }: RowsProps) {
  const { block, shape, foreignKeys } = data
  const lit = useCanvas(({ emphasis }) => emphasis.members.get(id))
  const selected = useFacet(({ selection }) =>
    isSelected && selection.blockIds.length === 1 ? selection.memberId : null,
  )
  const texts = useMemo(() => rowTexts(shape, foreignKeys), [shape, foreignKeys])
  if (texts.length === 0 && shape.leftOut > 0) return <LeftOut shape={shape} />
  if (texts.length === 0) return <p className="canvas-no-rows">no {memberWord(block)}</p>
  const hasSelected = texts.some(({ member }) => member.id === selected)
  const tabStop = isSelected ? (hasSelected ? selected : texts[0]?.member.id) : null
  return (
    <>
      <ul className="canvas-rows" aria-label={`${shape.title} ${memberWord(block)}`}>
        {texts.map((text) => {
          const { id: memberId } = text.member
          return (
            <Row
              key={memberId}
              blockId={id}
              text={text}
              mark={mark?.members.get(memberId)}
              change={change?.members.get(memberId)}
              isSelected={selected === memberId}
              isLit={lit?.has(memberId) ?? false}
              isTabStop={tabStop === memberId}
              edit={edit?.memberId === memberId ? edit.part : null}
            />
          )
        })}
      </ul>
      {shape.leftOut > 0 && <LeftOut shape={shape} />}
    </>
  )
}

function memberWord({ kind }: Block): string {
  return kind === 'enum' ? 'values' : 'fields'
}
