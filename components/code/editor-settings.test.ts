import { expect, it } from 'vitest'
import { readEditorSettings } from './editor-settings'

const USUAL = { hasHints: true, formatsOnSave: false, keepsDatabaseNames: true }

it.each([null, '', '{', 'null', '3', '[]', '{"hasHints":"no","formatsOnSave":1}'])(
  'reads %j as what everybody has at first',
  (stored) => {
    expect(readEditorSettings(stored)).toEqual(USUAL)
  },
)

it('reads what was chosen', () => {
  expect(readEditorSettings('{"hasHints":false,"formatsOnSave":true}')).toEqual({
    ...USUAL,
    hasHints: false,
    formatsOnSave: true,
  })
})
