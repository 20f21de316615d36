/** The attributes on one line of a block. */

import type { AttributeNode, MemberNode } from '@/lib/psl/syntax'

export function attributesIn(member: MemberNode): readonly AttributeNode[] {
  if (member.kind === 'field' || member.kind === 'value') return member.attributes
  return member.kind === 'attribute' ? [member.attribute] : []
}
