import { expect, it } from 'vitest'
import { noticeText } from './notice-text'

it.each([
  ['Rename User', [], 'Rename User'],
  ['Rename User', ['The table keeps its name'], 'Rename User. The table keeps its name.'],
  ['Rename User', ['The table keeps its name.'], 'Rename User. The table keeps its name.'],
  [
    'Imported',
    ['One is gone. Another came.', 'So be it'],
    'Imported. One is gone. Another came. So be it.',
  ],
  ['Opened it.', ['Is it all? (Nearly.)'], 'Opened it. Is it all? (Nearly.)'],
  ['Called “a”', ['It was “b.”'], 'Called “a”. It was “b.”'],
])('%s with %j', (done, notes, text) => {
  expect(noticeText(done, notes)).toBe(text)
})
