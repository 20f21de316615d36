import { expect, it } from 'vitest'
import { languageOf } from './script-language'

it.each([
  ['Table users {\n  id int [pk]\n}\n', null, 'dbml'],
  ['// Taxis\nEnum state {\n  free\n}\n', 'taxis.txt', 'dbml'],
  ['Ref: rides.taxi_id > taxis.id\n', null, 'dbml'],
  ['anything', 'taxis.DBML', 'dbml'],
  ['CREATE TABLE `a` (`id` int) ENGINE=InnoDB;', null, 'mysql'],
  ['CREATE TABLE [dbo].[a] ([id] [int]);\nGO\n', null, 'sqlserver'],
  ['', null, null],
])('tells %j', (text, fileName, language) => {
  expect(languageOf(text, fileName)).toBe(language)
})
