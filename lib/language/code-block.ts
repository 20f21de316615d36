/** Schema text in the Markdown of hovers. */

import type { Block, Field } from '@/lib/schema/graph'

export function codeBlock(lines: readonly string[], language = 'prisma'): string {
  return `\`\`\`${language}\n${lines.join('\n')}\n\`\`\``
}

/** The most lines of a block that a hover shows. */
const MOST_LINES = 12

/** `model User {`, its fields or values without their attributes, `}`. */
export function blockLines({ kind, name, fields, values, properties }: Block): string[] {
  const members =
    kind === 'enum'
      ? values.map((value) => value.name)
      : fields.length > 0
        ? alignedFields(fields)
        : properties.map((property) => property.name)
  const shown = members.slice(0, MOST_LINES).map((line) => `  ${line}`)
  const rest = members.length - MOST_LINES
  if (rest > 0) shown.push(`  // and ${rest} more`)
  return [`${kind} ${name} {`, ...shown, '}']
}

function alignedFields(fields: readonly Field[]): string[] {
  const width = Math.max(...fields.slice(0, MOST_LINES).map(({ name }) => name.length))
  return fields.map((field) => `${field.name.padEnd(width)} ${shortType(field)}`)
}

function shortType({ typeName, typeKind, arity }: Field): string {
  const name = typeKind === 'unsupported' ? `Unsupported("${typeName}")` : typeName
  return name + { required: '', optional: '?', list: '[]' }[arity]
}
