/** For the tests of completion. */

import { expect } from 'vitest'
import type { Texts } from '@/lib/commands/testing'
import type { CompletionItem } from './complete/item'
import { completionsAt } from './completion'
import { atCaret } from './testing'

type Version = 6 | 7

export function complete(texts: Texts, version: Version = 7): readonly CompletionItem[] {
  const { snapshot, path, offset } = atCaret(texts, version)
  const items = completionsAt(snapshot, path, offset)
  for (const { from, to } of items) expect(from <= offset && offset <= to).toBe(true)
  return items
}

/** Checks the labels that are offered, in order. */
export function check(texts: Texts, expected: string, version: Version = 7): void {
  expect(
    complete(texts, version)
      .map(({ label }) => label)
      .join(' · '),
  ).toBe(expected)
}

/** The text after the item called `label` was taken, tab stops as they are written. */
export function checkInsert(
  texts: string,
  label: string,
  expected: string,
  version: Version = 7,
): void {
  const { snapshot, path, offset } = atCaret(texts, version)
  const text = snapshot.files.get(path)?.text as string
  const item = completionsAt(snapshot, path, offset).find((item) => item.label === label)
  expect(item?.label).toBe(label)
  const { from, to, insertText } = item as CompletionItem
  // Tab stops are written as `<1:Name>`, which reads better than what editors want.
  const inserted = insertText.replace(/\$\{(\d+:[^}]*)\}/g, '<$1>')
  expect(text.slice(0, from) + inserted + text.slice(to)).toBe(expected)
}

export const source = (provider: string, more = '') =>
  `datasource db {\n  provider = "${provider}"\n${more}}\n`
export const features = (...names: string[]) =>
  `generator g {\n  previewFeatures = [${names.map((name) => `"${name}"`).join(', ')}]\n}\n`

export const USER = 'model User {\n  id Int @id\n  email String @unique\n  posts Post[]\n}\n'

/** A line in a model that has a field more. */
export const line = (text: string, provider = 'postgresql', before = '') =>
  `${source(provider)}${before}${USER}enum Role {\n  ADMIN\n  USER\n}\nmodel Post {\n  id Int @id\n  userId Int\n  ${text}\n}\n`
