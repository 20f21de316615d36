import { expect, it } from 'vitest'
import { type FolderState, NO_FOLDER } from '@/lib/store/folder-state'
import { folderWords } from './folder-words'

const conflict = { path: 'a.prisma', mine: '', theirs: '', both: '' }
const unsaved = { changed: ['a.prisma'], added: ['b.prisma'], removed: [] }

it.each<[Partial<FolderState>, string]>([
  [{}, './prisma saved'],
  [{ unsaved }, '2 unsaved files in ./prisma'],
  [{ unsaved: { ...unsaved, added: [] } }, '1 unsaved file in ./prisma'],
  [{ unsaved, conflicts: [conflict] }, '1 conflict in ./prisma'],
  [{ trouble: 'It is gone.' }, './prisma cannot be used'],
  [{ phase: 'away', unsaved }, 'Reconnect ./prisma'],
])('folderWords of %j', (state, text) => {
  expect(folderWords({ ...NO_FOLDER, phase: 'open', title: './prisma', ...state }).text).toBe(text)
})
