/**
 * Random schemas full of relations that Prisma's engine accepts, for any provider and relation
 * mode, for tests of commands. The same random numbers give the same schema.
 */

/** `random` gives numbers from 0 up to but not including 1. */
export function relationSchema(random: () => number, provider: string, mode: string): string {
  const pick = <Item>(items: readonly Item[]): Item =>
    items[Math.floor(random() * items.length)] as Item
  const maybe = (text: string, often = 2): string => (random() < 1 / often ? text : '')
  const isMongo = provider === 'mongodb'
  const natives = NATIVES[provider] ?? ['']
  const breaker =
    provider === 'sqlserver' || isMongo ? 'NoAction' : mode === 'prisma' ? 'SetBelow' : ''
  const emulated = provider === 'mysql' || provider === 'cockroachdb' ? 'NoAction' : 'Restrict'
  const action = breaker === 'SetBelow' ? emulated : breaker
  const actions = action === '' ? '' : `, onDelete: ${action}, onUpdate: ${action}`

  const models = ['User', 'Post', 'Tag', 'order_item', 'Seat']
  const lines = new Map(models.map((name) => [name, [] as string[]]))
  const keys = new Map(models.map((name) => [name, [] as string[]]))
  const ids = new Map<string, readonly (readonly [string, string, string])[]>()
  const add = (name: string, line: string) => lines.get(name)?.push(line)
  for (const name of models) {
    if (name === 'Seat' && !isMongo) {
      ids.set(name, [
        ['row', 'Int', ''],
        ['hall', 'String', pick(natives)],
      ])
      add(name, 'row Int')
      add(name, `hall String ${ids.get(name)?.[1]?.[2]}`.trimEnd())
      keys.get(name)?.push('@@id([row, hall])')
    } else {
      const type = isMongo ? 'String' : pick(['Int', 'String'])
      const native = type === 'String' ? pick(natives) : ''
      ids.set(name, [['id', type, native]])
      add(name, `id ${type} @id ${maybe(`@map("_id")`, isMongo ? 1 : 4)} ${native}`.trimEnd())
    }
    add(name, `code ${pick(['Int', 'String'])} @unique`)
    add(name, `${maybe('/// Free text.\n  ')}note  String?${maybe(' // end', 3)}`)
    if (random() < 0.5) add(name, 'amount Int')
    if (random() < 0.3) keys.get(name)?.push('@@index([note, code])')
    if (random() < 0.3) keys.get(name)?.push(`@@map("${name.toLowerCase()}_rows")`)
  }
  const count = 1 + Math.floor(random() * 5)
  for (let index = 0; index < count; index++) {
    const from = pick(models)
    const to = pick(models)
    const name = `r${index}`
    const kind = pick(isMongo ? ['one', 'many'] : ['one', 'many', 'implicit', 'join'])
    const target = ids.get(to) ?? []
    const isSimple = target.length === 1 && ids.get(from)?.length === 1
    if (kind === 'implicit' && isSimple) {
      add(from, `${name}Tos ${to}[]  @relation(name: "${name}")`)
      add(to, `${name}Froms ${from}[] @relation("${name}")`)
      continue
    }
    if (kind === 'join' && isSimple) {
      const join = `Join${index}`
      lines.set(join, [])
      keys.set(join, ['@@id([aId, bId])'])
      for (const [end, block] of [
        ['a', from],
        ['b', to],
      ] as const) {
        const [[field, type, native] = ['id', 'Int', '']] = ids.get(block) ?? []
        add(
          join,
          `${end} ${block} @relation("${name}${end}", fields: [${end}Id], references: [${field}]${actions})`,
        )
        add(join, `${end}Id ${type} ${native}`.trimEnd())
        add(block, `${name}${end}s ${join}[] @relation("${name}${end}")`)
      }
      continue
    }
    const suffix = maybe('?')
    const isOne = kind === 'one'
    const fields = target.map(([field]) => `${name}_${field}`)
    for (const [field, type, native] of target) {
      const unique = isOne && target.length === 1 ? '@unique' : ''
      add(from, `${name}_${field} ${type}${suffix} ${unique} ${native}`.trimEnd())
    }
    const references = target.map(([field]) => field)
    add(
      from,
      `${name}To ${to}${suffix} @relation("${name}", fields: [${fields.join(', ')}], references: [${references.join(',')}]${actions})`,
    )
    add(to, `${name}From ${from}${isOne ? '?' : '[]'} @relation("${name}")`)
    if (isOne && target.length > 1) keys.get(from)?.push(`@@unique([${fields.join(', ')}])`)
    else if (!isOne && random() < 0.5) keys.get(from)?.push(`@@index([${fields.join(', ')}])`)
  }
  const indentation = pick(['  ', '\t', '    '])
  let text = `datasource db {\n  provider = "${provider}"\n  relationMode = "${mode}"\n}\n`
  for (const [name, fields] of lines) {
    const attributes = keys.get(name) ?? []
    text += `\nmodel ${name} {\n${[...fields, ...attributes].map((line) => `${indentation}${line}\n`).join('')}}\n`
  }
  return text
}

/** Attributes of a `String` that all can be keys. */
const NATIVES: Readonly<Record<string, readonly string[]>> = {
  postgresql: ['', '@db.Uuid', '@db.VarChar(40)'],
  mysql: ['', '@db.VarChar(40)'],
  sqlserver: ['', '@db.NVarChar(40)'],
  cockroachdb: ['', '@db.Uuid'],
  mongodb: ['@db.ObjectId'],
}
