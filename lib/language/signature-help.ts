/** The parameters of the attribute or function that is being written, and which is at the caret. */

import { type NativeTypeChoice, nativeTypeChoices } from '@/lib/commands/native-types'
import type { Range } from '@/lib/psl/syntax'
import { caretAt, type Frame } from './caret'
import type { ValueCaret } from './complete/arguments'
import { parametersOf } from './complete/parameters'
import { factText, type Parameter, parameterText } from './facts/fact'
import type { LanguageSnapshot } from './snapshot'

export interface SignatureHelp {
  /** `@relation("text", fields: [field, …])`. */
  readonly label: string
  /** Markdown. */
  readonly documentation: string
  readonly parameters: readonly SignatureParameter[]
  /** Index of the parameter at the caret; `null` when it is none of them. */
  readonly active: number | null
}

export interface SignatureParameter {
  /** Where in the label it is. */
  readonly range: Range
  readonly documentation: string
}

/** `null` outside of brackets. Works in half-typed text. */
export function signatureAt(
  snapshot: LanguageSnapshot,
  path: string,
  offset: number,
): SignatureHelp | null {
  const caret = caretAt(snapshot, path, offset)
  if (caret?.kind !== 'value') return null
  const frame = caret.frames.findLast(({ open }) => open === '(')
  if (!frame) return null
  const { fact, parameters } = parametersOf(snapshot, caret, frame)
  if (!fact) return nativeSignature(snapshot, caret, frame)
  return signature(frame, parameters, factText(fact), activeIndex(frame, parameters, caret))
}

function signature(
  { head }: Frame,
  parameters: readonly Parameter[],
  documentation: string,
  active: number | null,
): SignatureHelp {
  let label = `${head}(`
  const shown = parameters.map((parameter, index): SignatureParameter => {
    if (index > 0) label += ', '
    const from = label.length
    label += parameterText(parameter)
    return { range: { from, to: label.length }, documentation: parameter.summary }
  })
  return { label: `${label})`, documentation, parameters: shown, active }
}

/** By its name, or as the one without a name; a name that is being typed tells too. */
function activeIndex(
  frame: Frame,
  parameters: readonly Parameter[],
  { word, frames }: ValueCaret,
): number | null {
  const isInner = frames.at(-1) === frame
  const name = frame.argument ?? (frame.index === 0 || !isInner ? null : word.typed || null)
  const index =
    name === null
      ? parameters.findIndex(({ isMain }) => isMain && frame.index === 0)
      : parameters.findIndex((parameter) => parameter.name.startsWith(name))
  return index < 0 ? null : index
}

const LENGTH: readonly Parameter[] = [
  {
    name: 'length',
    value: 'length',
    summary: 'How long a value can be, or how exact.',
    isMain: true,
  },
]

const DECIMAL: readonly Parameter[] = [
  { name: 'precision', value: 'precision', summary: 'The number of digits in all.', isMain: true },
  {
    name: 'scale',
    value: 'scale',
    summary: 'The number of digits behind the point.',
    isMain: true,
  },
]

/** `@db.Decimal(precision, scale)`. */
function nativeSignature(
  { graph }: LanguageSnapshot,
  { typeName }: ValueCaret,
  frame: Frame,
): SignatureHelp | null {
  const dot = frame.head.indexOf('.')
  if (dot < 0) return null
  const name = frame.head.slice(dot + 1)
  const choice: NativeTypeChoice | undefined = nativeTypeChoices(graph.provider, typeName).find(
    (choice) => choice.name === name,
  )
  if (!choice?.argument) return null
  const parameters = choice.argument === 'length' ? LENGTH : DECIMAL
  const active = frame.index < parameters.length ? frame.index : null
  return signature(frame, parameters, `A type of the database for ${typeName}.`, active)
}
