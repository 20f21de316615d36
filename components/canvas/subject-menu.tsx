'use client'

import { GroupMenu, NoteMenu } from './annotation-menus'
import type { MenuSubject } from './context-menu'
import { FixSubmenu } from './fix-submenu'
import { BackgroundMenu, BlockMenu, RelationMenu, RowMenu } from './menus'

/** The entries of the diagram's context menu. */
export function SubjectMenu({ subject }: { readonly subject: MenuSubject }) {
  switch (subject.kind) {
    case 'row':
      return (
        <>
          <FixSubmenu
            key={subject.memberId}
            blockId={subject.blockId}
            memberId={subject.memberId}
          />
          <RowMenu blockId={subject.blockId} memberId={subject.memberId} />
        </>
      )
    case 'block':
      return (
        <>
          <FixSubmenu key={subject.blockId} blockId={subject.blockId} memberId={null} />
          <BlockMenu blockId={subject.blockId} />
        </>
      )
    case 'relation':
      return <RelationMenu relationId={subject.relationId} />
    case 'group':
      return <GroupMenu id={subject.id} />
    case 'note':
      return <NoteMenu id={subject.id} />
    case 'background':
      return <BackgroundMenu at={subject.at} />
  }
}
