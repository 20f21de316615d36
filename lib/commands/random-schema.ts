/**
 * Random schemas that Prisma's engine accepts, in many styles of writing, for tests of commands.
 * The same random numbers give the same schema.
 */

/** `random` gives numbers from 0 up to but not including 1. */
export function randomSchema(random: () => number): string {
  const pick = <Item>(items: readonly Item[]): Item =>
    items[Math.floor(random() * items.length)] as Item
  const maybe = (text: string, often = 2): string => (random() < 1 / often ? text : '')
  const indentation = pick(['  ', '    ', '\t'])
  const isAligned = random() < 0.5
  const enums = ['Role', 'Status'].slice(0, Math.floor(random() * 3))
  const models = ['User', 'Post', 'Tag', 'OrderItem'].slice(0, 1 + Math.floor(random() * 4))
  const lines = new Map(models.map((name) => [name, [] as string[][]]))
  const keys = new Map(models.map((name) => [name, [] as string[]]))

  for (const name of models) {
    const fields = lines.get(name) as string[][]
    fields.push(['id', pick(['Int', 'String']), `@id${maybe(' @map("_id")', 4)}`])
    fields.push(['createdAt', 'DateTime', '@default(now())'])
    if (random() < 0.7) fields.push(['email', `String${maybe('?')}`, '@unique @db.VarChar(80)'])
    if (random() < 0.5) fields.push(['tags', 'String[]', ''])
    for (const type of enums) fields.push([type.toLowerCase(), type, maybe('@default(A)')])
    if (random() < 0.5) keys.get(name)?.push('@@index([createdAt(sort: Desc), id])')
    if (random() < 0.3) keys.get(name)?.push(`@@map("${name.toLowerCase()}_table")`)
  }
  const count = Math.floor(random() * 5)
  for (let index = 0; index < count; index++) {
    const from = pick(models)
    const to = pick(models)
    const relation = `r${index}`
    const forward = lines.get(from) as string[][]
    const back = lines.get(to) as string[][]
    const kind = pick(['one', 'many', 'implicit'])
    if (kind === 'implicit') {
      forward.push([`${relation}To`, `${to}[]`, `@relation("${relation}")`])
      back.push([`${relation}From`, `${from}[]`, `@relation("${relation}")`])
      continue
    }
    const idType = back[0]?.[1] ?? 'Int'
    const suffix = maybe('?')
    const action = suffix === '' ? '' : maybe(', onDelete: SetNull')
    forward.push([`${relation}Id`, idType + suffix, kind === 'one' ? '@unique' : ''])
    forward.push([
      `${relation}To`,
      to + suffix,
      `@relation("${relation}", fields: [${relation}Id], references: [id]${action})`,
    ])
    back.push([`${relation}From`, from + (kind === 'one' ? '?' : '[]'), `@relation("${relation}")`])
    if (kind === 'many') keys.get(from)?.push(`@@index([${relation}Id])`)
  }

  const separator = () => `\n${maybe('\n', 6)}${maybe('// Free.\n\n', 6)}`
  let text = 'datasource db {\n  provider = "postgresql"\n}\n'
  for (const name of enums) {
    text += `${separator()}enum ${name} {\n${indentation}A\n${maybe(`${indentation}/// Second.\n`)}${indentation}B // b\n}\n`
  }
  for (const name of models) {
    const fields = lines.get(name) as string[][]
    const width = (column: number) => Math.max(...fields.map((field) => field[column]?.length ?? 0))
    const pad = (value: string, column: number) => (isAligned ? value.padEnd(width(column)) : value)
    text += `${separator()}${maybe(`/// The ${name}.\n`)}model ${name} {${maybe(' // m', 5)}\n`
    for (const [field = '', type = '', attributes = ''] of fields) {
      text += maybe(`${indentation}/// About ${field}.\n`, 5) + maybe('\n', 8)
      const line = [pad(field, 0), pad(type, 1), attributes].join(' ').trimEnd()
      text += `${indentation}${line}${maybe(' // end', 6)}\n`
    }
    const attributes = keys.get(name) as string[]
    if (attributes.length > 0) text += maybe('\n')
    for (const attribute of attributes) text += `${indentation}${attribute}\n`
    text += `}${maybe(' // done', 6)}\n`
  }
  return random() < 0.2 ? text.trimEnd() : text
}

/** Numbers from a seed: mulberry32. */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
