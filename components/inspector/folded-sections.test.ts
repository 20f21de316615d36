import { expect, it } from 'vitest'
import { readSections } from './folded-sections'

it('reads what was stored', () => {
  expect(readSections('{"keys":false,"fields":true}')).toEqual({ keys: false, fields: true })
})

it.each([null, '', '{', 'null', '7', '[]', '{"keys":"no"}'])('reads %j as nothing', (text) => {
  expect(readSections(text)).toEqual({})
})
