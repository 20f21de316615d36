/**
 * Which colour a name has by what it means: a key, a foreign key, a relation, an enum. The other
 * colours come from `psl-tokens.ts`, line by line and at once; these lie over them.
 */

import type { SemanticToken, TokenModifier, TokenType } from '@/lib/language/semantic-tokens'
import type { TokenStyle } from '../token'

export type SemanticColor =
  | 'blockName'
  | 'keyField'
  | 'foreignKeyField'
  | 'relationField'
  | 'field'
  | 'modelType'
  | 'compositeType'
  | 'enumType'
  | 'enumValue'
  | 'nativeType'
  | 'relationName'

/** Named as in the theme, where no dots may stand within: they would be steps to something finer. */
export const SEMANTIC_STYLES: Record<SemanticColor, Omit<TokenStyle, 'className'>> = {
  blockName: { color: '--text', isBold: true },
  keyField: { color: '--key-primary', isBold: true },
  foreignKeyField: { color: '--key-foreign' },
  relationField: { color: '--accent', isItalic: true },
  field: { color: '--text' },
  modelType: { color: '--key-foreign', isItalic: true },
  compositeType: { color: '--kind-type' },
  enumType: { color: '--kind-enum' },
  enumValue: { color: '--kind-enum' },
  nativeType: { color: '--kind-view', isItalic: true },
  relationName: { color: '--accent', isItalic: true },
}

export const SEMANTIC_COLORS = Object.keys(SEMANTIC_STYLES) as readonly SemanticColor[]

/** What a field is to its model; of several, the first, as on the canvas. */
const FIELD_COLORS: readonly (readonly [TokenModifier, SemanticColor])[] = [
  ['key', 'keyField'],
  ['foreignKey', 'foreignKeyField'],
  ['relation', 'relationField'],
]

const TYPE_COLORS: Partial<Record<TokenType, SemanticColor>> = {
  model: 'modelType',
  view: 'modelType',
  type: 'compositeType',
  enum: 'enumType',
  enumValue: 'enumValue',
  nativeType: 'nativeType',
  relationName: 'relationName',
}

const BLOCK_NAMES: ReadonlySet<TokenType> = new Set(['model', 'view', 'type', 'settings'])

/** `null` where the colour of its line's own tokens does. */
export function semanticColor({
  type,
  modifiers,
}: Pick<SemanticToken, 'type' | 'modifiers'>): SemanticColor | null {
  if (type === 'field') {
    return FIELD_COLORS.find(([modifier]) => modifiers.includes(modifier))?.[1] ?? 'field'
  }
  if (modifiers.includes('declaration') && BLOCK_NAMES.has(type)) return 'blockName'
  return TYPE_COLORS[type] ?? null
}

/** A stretch of one line, both counted from 0. */
export interface ColoredStretch {
  readonly line: number
  readonly start: number
  readonly length: number
  readonly color: SemanticColor
}

/** As Monaco takes tokens: five numbers each, lines and starts relative to the token before. */
export function encodeStretches(stretches: readonly ColoredStretch[]): Uint32Array {
  const data = new Uint32Array(stretches.length * 5)
  let lineBefore = 0
  let startBefore = 0
  for (const [index, { line, start, length, color }] of stretches.entries()) {
    const from = line === lineBefore ? startBefore : 0
    data.set(
      [line - lineBefore, start - from, length, SEMANTIC_COLORS.indexOf(color), 0],
      index * 5,
    )
    lineBefore = line
    startBefore = start
  }
  return data
}
