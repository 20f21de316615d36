/** Which of the engine's messages a panel shows. */

import type { BlockMark, Severity } from '@/components/canvas/diagnostic-marks'
import type { Block, FieldId } from '@/lib/schema/graph'

export interface EngineNote {
  readonly severity: Severity
  readonly message: string
  /** The member that it is about, when the panel is that of the block. */
  readonly memberId: FieldId | null
  readonly memberName: string | null
}

/**
 * The messages on a member; or, without one, those on the block itself and then those on its
 * members, in their order. What is said twice of the same part is shown once.
 */
export function notesOf(block: Block, mark: BlockMark, memberId: FieldId | null): EngineNote[] {
  if (memberId !== null) {
    const own = mark.members.get(memberId)
    return once(own?.messages ?? []).map((message) => ({
      severity: own?.severity ?? 'error',
      message,
      memberId: null,
      memberName: null,
    }))
  }
  const shape = block.lastGood ?? block
  const inMembers = [...shape.fields, ...shape.values].flatMap(({ id, name }): EngineNote[] => {
    const member = mark.members.get(id)
    return once(member?.messages ?? []).map((message) => ({
      severity: member?.severity ?? 'error',
      message,
      memberId: id,
      memberName: name,
    }))
  })
  const said = new Set(inMembers.map(({ message }) => message))
  const own = once(mark.messages).filter((message) => !said.has(message))
  return [
    ...own.map((message) => ({
      severity: mark.severity,
      message,
      memberId: null,
      memberName: null,
    })),
    ...inMembers,
  ]
}

function once(messages: readonly string[]): string[] {
  return [...new Set(messages)]
}
