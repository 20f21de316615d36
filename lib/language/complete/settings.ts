/** The settings of datasources and generators, and their values. */

import { hasPreviewFeature } from '@/lib/commands/providers'
import type { Block } from '@/lib/schema/graph'
import { FUNCTIONS } from '../facts/functions'
import {
  datasourceSettings,
  ENVIRONMENT_NAMES,
  generatorSettings,
  type Setting,
} from '../facts/settings'
import type { LanguageSnapshot } from '../snapshot'
import type { ValueCaret } from './arguments'
import { type CompletionItems, stop } from './item'
import { addTexts, type TextChoice } from './strings'

export function settingsOf({ graph, version }: LanguageSnapshot, block: Block): readonly Setting[] {
  const value = block.properties.find(({ name }) => name === 'provider')?.value
  const provider = value?.kind === 'string' ? value.value : null
  if (block.kind === 'generator') return generatorSettings(provider, version)
  const features = ['postgresqlExtensions'].filter((name) => hasPreviewFeature(graph, name))
  return datasourceSettings(provider, version, features)
}

/** Names of settings that the block does not have yet. */
export function completeSettingNames(
  snapshot: LanguageSnapshot,
  block: Block,
  items: CompletionItems,
  { current, hasEquals }: { readonly current: string; readonly hasEquals: boolean },
): void {
  const there = new Set(block.properties.filter(({ value }) => value !== null).map((p) => p.name))
  for (const setting of settingsOf(snapshot, block)) {
    if (there.has(setting.name) && setting.name !== current) continue
    const { name, form } = setting
    const value = {
      string: '"$1"$0',
      strings: '["$1"]$0',
      names: '[$1]$0',
      address: `env("${stop(1, ENVIRONMENT_NAMES[name] ?? '')}")$0`,
    }[form]
    items.add({
      label: name,
      kind: 'setting',
      ...(hasEquals ? {} : { snippet: `${name} = ${value}` }),
      fact: setting,
      asksAgain: setting.values.length > 0,
    })
  }
}

export function completeSettingValue(
  snapshot: LanguageSnapshot,
  caret: ValueCaret,
  items: CompletionItems,
): void {
  const { block, name, frames, string } = caret
  const setting = settingsOf(snapshot, block).find((setting) => setting.name === name)
  if (!setting) return
  const inner = frames.at(-1)
  if (inner?.head === 'env') {
    const text = ENVIRONMENT_NAMES[name]
    addTexts(items, string, text ? [{ text, detail: 'environment variable' }] : [])
    return
  }
  if (inner?.hasValue && !string) return
  const { form } = setting
  if (form === 'address') {
    if (string || inner) return
    items.add({
      label: 'env()',
      kind: 'function',
      snippet: 'env("$1")$0',
      fact: FUNCTIONS.env ?? null,
      asksAgain: true,
    })
    items.add({ label: '""', kind: 'text', snippet: '"$1"$0', detail: 'the address itself' })
    return
  }
  const isList = form === 'strings' || form === 'names'
  if (isList && !inner && !string) {
    const snippet = form === 'names' ? '[$1]$0' : '["$1"]$0'
    items.add({ label: '[]', kind: 'value', snippet, detail: 'a list', asksAgain: true })
    return
  }
  const choices: TextChoice[] = valuesOf(snapshot, setting)
    .filter((text) => !inner?.listed.includes(text))
    .map((text) => ({ text, detail: '' }))
  if (form !== 'names') addTexts(items, string, choices, 'constant')
  else for (const { text } of choices) items.add({ label: text, kind: 'constant' })
}

/** Schemas are those that models name already. */
function valuesOf({ graph }: LanguageSnapshot, { name, values }: Setting): readonly string[] {
  if (name === 'output') return ['../generated/prisma', '../src/generated/prisma']
  if (name !== 'schemas') return values
  const used = graph.blocks.flatMap(({ databaseSchema }) => databaseSchema ?? [])
  return [...new Set([...used, graph.provider === 'sqlserver' ? 'dbo' : 'public'])]
}
