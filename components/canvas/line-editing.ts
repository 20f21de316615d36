/** Fields as whole lines of text: typed, pasted, edited. */

import { addEnumValue } from '@/lib/commands/add-enum-value'
import { addFieldLine } from '@/lib/commands/add-field-line'
import { ARITY_SUFFIX } from '@/lib/commands/alignment'
import { parseFieldLine } from '@/lib/commands/field-line'
import { checkEnumValueName, parseField } from '@/lib/commands/names'
import { renameField } from '@/lib/commands/rename-field'
import { setDocumentation } from '@/lib/commands/set-documentation'
import { checkFieldLine, setFieldLine } from '@/lib/commands/set-field-line'
import { setFieldType } from '@/lib/commands/set-field-type'
import { type BlockId, type Field, type FieldId, hasFields, typeText } from '@/lib/schema/graph'
import { type Ask, runTogether } from '@/lib/store/run-together'
import { commandContext, type FacetStore } from '@/lib/store/store'
import { parseTypedType, type TypedType } from './type-text'

/** The declaration of a field as one line. */
export function lineOf(field: Field): string {
  return field.text.replace(/\s+/g, ' ').trim()
}

/** A field's line with another type, if one was typed, and attributes after those that it has. */
export function lineWith(field: Field, typed: TypedType): string {
  const line = lineOf(field)
  const written = parseField(line)
  const kept = written?.type ? line.slice(written.type.to - written.name.from).trim() : ''
  const attributes = [kept, typed.attributes ?? ''].filter((text) => text !== '').join(' ')
  const type = typed.name === '' ? parseTypedType(typeText(field)) : typed
  return typedLine(field.name, { ...type, attributes })
}

/** Why the line cannot declare the field, as a sentence; `null` when it can. */
export function checkLine(
  store: FacetStore,
  blockId: BlockId,
  fieldId: FieldId | null,
  line: string,
): string | null {
  const ctx = commandContext(store.getState().document)
  if (fieldId !== null) return checkFieldLine(ctx, blockId, fieldId, line)
  const block = ctx.graph.blockById.get(blockId)
  if (!block) return 'The block is not there any more.'
  const parsed = parseFieldLine(ctx.graph, block, line)
  return 'problem' in parsed ? parsed.problem : null
}

/**
 * Makes the field what the line says, as one step: a new name and type are followed wherever they
 * matter, as when they are changed on their own. Gives the reason when it could not be done.
 */
export function applyLine(
  store: FacetStore,
  blockId: BlockId,
  field: Field,
  line: string,
): string | null {
  const problem = checkLine(store, blockId, field.id, line)
  if (problem) return problem
  const written = parseField(line.trim())
  if (!written?.type || lineOf(field) === line.trim().replace(/\s+/g, ' ')) return null
  const name = written.name.text
  const shift = written.name.from
  const type = line.trim().slice(written.type.from - shift, written.type.to - shift)
  const { name: typeName, arity } = parseTypedType(type)
  const place = { blockId, fieldId: field.id }
  const asks: Ask[] = []
  if (name !== field.name) asks.push((ctx) => renameField.run(ctx, { ...place, name }))
  if (typeName !== field.typeName || (arity ?? 'required') !== field.arity) {
    const args = { ...place, type: typeName, arity: arity ?? 'required' }
    asks.push((ctx) => setFieldType.run(ctx, args))
  }
  const label = `Change ${store.getState().document.graph.blockById.get(blockId)?.name}.${field.name}`
  const whole: Ask = (ctx) => setFieldLine.run(ctx, { ...place, line })
  // Name and type may be all there is to change; then the line has nothing left to do.
  if (runTogether(store, [...asks, whole], { label })) return null
  if (asks.length > 0 && runTogether(store, asks, { label })) return null
  return `${field.name} cannot be ${type} here.`
}

/** Adds fields below a block's last one, each as typed, as one step. */
export function addLines(
  store: FacetStore,
  blockId: BlockId,
  lines: readonly string[],
): string | null {
  const asks = lines.flatMap((line): Ask[] => {
    const { declaration, documentation } = splitDocumentation(line)
    const add: Ask = (ctx) => addFieldLine.run(ctx, { blockId, line: declaration })
    const document: Ask = (ctx) => {
      const name = /^[^\s?[@=(]+/.exec(declaration)?.[0]
      const added = ctx.graph.blockById.get(blockId)?.fields.find((field) => field.name === name)
      const args = { blockId, memberId: added?.id ?? null, text: documentation }
      return added ? setDocumentation.run(ctx, args) : null
    }
    return documentation === '' ? [add] : [add, document]
  })
  const block = store.getState().document.graph.blockById.get(blockId)
  const label = lines.length === 1 ? undefined : `Add ${lines.length} fields to ${block?.name}`
  if (runTogether(store, asks, { label })) return null
  for (const line of lines) {
    const { declaration } = splitDocumentation(line)
    const problem = checkLine(store, blockId, null, declaration)
    if (problem) return lines.length === 1 ? problem : `${declaration}: ${problem}`
  }
  return 'These fields cannot be added here.'
}

/**
 * The lines of fields that a text is, if it is nothing else: what is pasted onto a block or into
 * its blank row. Each comes with the documentation above it; blank lines and comments for readers
 * between them do not matter.
 */
export function fieldLines(text: string): readonly string[] | null {
  const lines: string[] = []
  let documentation: string[] = []
  for (const line of text.split(/\r\n?|\n/).map((line) => line.trim())) {
    if (line.startsWith('///')) documentation.push(line)
    else if (line !== '' && !line.startsWith('//')) {
      if (!parseField(withoutComment(line))?.type) return null
      lines.push([...documentation, line].join('\n'))
      documentation = []
    }
  }
  return lines.length > 0 ? lines : null
}

/** A line as `fieldLines` gives it: the declaration, and what documents it. */
function splitDocumentation(line: string): { declaration: string; documentation: string } {
  const parts = line.split('\n')
  const documentation = parts.slice(0, -1).map((comment) => comment.slice(3).trim())
  return { declaration: parts.at(-1) ?? '', documentation: documentation.join('\n') }
}

/** Several values of an enum, one a line, if that is what a text is. */
export function valueNames(text: string): readonly string[] | null {
  const names = text.split(/[\s,]+/).filter((name) => name !== '')
  return names.length > 1 && names.every((name) => /^\p{L}[\p{L}\p{N}_-]*$/u.test(name))
    ? names
    : null
}

/** Adds values at the end of an enum, as one step. */
export function addValues(
  store: FacetStore,
  blockId: BlockId,
  names: readonly string[],
): string | null {
  const asks = names.map(
    (name): Ask =>
      (ctx) =>
        addEnumValue.run(ctx, { blockId, name }),
  )
  const block = store.getState().document.graph.blockById.get(blockId)
  const label = `Add ${names.length} values to ${block?.name}`
  if (runTogether(store, asks, { label })) return null
  const ctx = commandContext(store.getState().document)
  const problems = names.map((name) => checkEnumValueName(ctx, blockId, null, name))
  return problems.find((problem) => problem !== null) ?? 'A value stands there twice.'
}

/** What was typed into the parts of a blank row as one line. */
export function typedLine(name: string, { name: type, arity, attributes }: TypedType): string {
  return `${name} ${type}${ARITY_SUFFIX[arity ?? 'required']} ${attributes ?? ''}`.trim()
}

/** Adds pasted fields to the only selected block; `false` when that is not what was pasted. */
export function pasteFields(store: FacetStore, text: string): boolean {
  const { selection, document, actions } = store.getState()
  const block = document.graph.blockById.get(selection.blockIds[0] ?? '')
  const lines = fieldLines(text)
  if (!lines || !block || selection.blockIds.length > 1 || !hasFields(block.kind)) return false
  const problem = addLines(store, block.id, lines)
  if (problem !== null) actions.notify({ kind: 'error', text: `${problem} Nothing was changed.` })
  return true
}

/** The line up to a comment at its end; slashes in a string are none. */
function withoutComment(line: string): string {
  const [before = line] = /^(?:[^"/]|"(?:[^"\\]|\\.)*"|\/(?!\/))*/.exec(line) ?? []
  return before.trim()
}
