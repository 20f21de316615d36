/** What can begin at the top of a file: blocks, whole. */

import { hasPreviewFeature, idLine, supportsEnums } from '@/lib/commands/providers'
import { BLOCKS } from '../facts/types'
import type { LanguageSnapshot } from '../snapshot'
import { type CompletionItems, snippetText, stop } from './item'

/** `isAlone` says whether the line has nothing else, so that a whole block can be put there. */
export function completeBlocks(
  { graph, version }: LanguageSnapshot,
  items: CompletionItems,
  isAlone: boolean,
): void {
  const add = (keyword: string, body: string) => {
    items.add({
      label: keyword,
      kind: 'keyword',
      ...(isAlone ? { snippet: `${keyword} ${body}` } : {}),
      fact: BLOCKS[keyword] ?? null,
    })
  }
  const { provider } = graph
  const body = (lines: string) => `${stop(1, 'Name')} {\n  ${lines}$0\n}`
  add('model', body(`${snippetText(idLine(graph))}\n  `))
  if (supportsEnums(graph)) add('enum', body(`${stop(2, 'VALUE')}\n  `))
  if (hasPreviewFeature(graph, 'views')) add('view', body(''))
  if (provider === 'mongodb' || provider === null) add('type', body(''))
  if (!graph.datasource) {
    const lines = [`provider = "${stop(2, 'postgresql')}"`]
    if (version === 6) lines.push(`url      = env("${stop(3, 'DATABASE_URL')}")`)
    add('datasource', settings('db', lines))
  }
  const lines =
    version === 7
      ? ['provider = "prisma-client"', `output   = "${stop(2, '../generated/prisma')}"`]
      : [`provider = "${stop(2, 'prisma-client-js')}"`]
  add('generator', settings('client', lines))
}

function settings(name: string, lines: readonly string[]): string {
  return `${stop(1, name)} {\n${lines.map((line) => `  ${line}\n`).join('')}}$0`
}
